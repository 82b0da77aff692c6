using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Mục khai đang được kiểm tra: a field, where it stands in its form, and now at the office.</summary>
internal sealed record AskedField(FormField Field, string Path, LocalDateTime Now)
{
    /// <summary>What could be typed into it; empty of the kinds that are chosen or are free text.</summary>
    public string Example => Field.Kind.Example(Field, Now.Date) ?? "";

    /// <summary>A refusal of its value; the label is the first value of the sentence.</summary>
    public Refusal Refuse(string code, params object[] args) => new(code, Path, [Field.Label, .. args]);
}

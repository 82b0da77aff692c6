using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>A declaration form (đơn, tờ khai) or an inspection record (biên bản kiểm tra) as data: sections, fields and rules between fields.</summary>
public sealed record Form : Sourced
{
    /// <summary>The official name of the form, e.g. "Đơn đề nghị cấp giấy phép …".</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<FormSection> Sections { get; init; }

    public IReadOnlyList<FormRule> Rules { get; init; } = [];

    /// <summary>All single fields, in order of the sections.</summary>
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);

    /// <summary>All tables of rows, in order of the sections.</summary>
    public IEnumerable<FormRows> Tables => Sections.Select(section => section.Rows).OfType<FormRows>();

    /// <summary>Finds a field by <c>key</c> or by <c>rows[].key</c>; null when there is none.</summary>
    public FormField? Find(string path)
    {
        var split = path.IndexOf("[].", StringComparison.Ordinal);
        return split < 0
            ? Fields.FirstOrDefault(field => field.Key == path)
            : Tables.FirstOrDefault(table => table.Key == path[..split])?.Fields.FirstOrDefault(field => field.Key == path[(split + 3)..]);
    }

    /// <summary>The form as a list of what is told, whatever the conditions: every field and table is shown that has an answer.</summary>
    public Form Unconditional() =>
        this with
        {
            Sections =
            [
                .. Sections.Select(section => section with { ShownWhen = null, Fields = [.. section.Fields.Select(field => field with { ShownWhen = null })] }),
            ],
            Rules = [],
        };

    internal override string Statement => Name;
}

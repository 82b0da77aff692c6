using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Checks one value against its field (kiểm tra từng mục khai); the first thing wrong with it is told.</summary>
internal static class FieldRules
{
    public static Refusal? Check(FormField field, string? value, string path, LocalDateTime now)
    {
        var asked = new AskedField(field, path, now);
        if (value is null)
            return field.Required ? asked.Refuse(nameof(RefusalCode.FieldRequired)) : null;

        var refusal = field.Kind.Check(asked, value);
        return refusal?.Code.StartsWith("FieldNot", StringComparison.Ordinal) == true ? OtherKind(asked, value) ?? refusal : refusal;
    }

    /// <summary>A value of another kind is called what it is.</summary>
    private static Refusal? OtherKind(AskedField asked, string value)
    {
        var kind = asked.Field.Kind;
        if (kind.Typed is not { } wanted || TypedKinds.Of(value) is not { } typed || typed == wanted)
            return null;
        var meant = TypedKinds.Part(value, wanted) is { } part && kind.Check(asked, kind.Read(asked.Field, [part])) is null ? part : asked.Example;
        return asked.Refuse(nameof(RefusalCode.FieldOtherKind), TypedKinds.Name(wanted), value, TypedKinds.Name(typed), meant);
    }
}

using System.Collections.Frozen;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>
/// Kiểu mục khai: all that is known of one kind of field, from what is typed to what is printed. Each line of <see cref="FieldType"/> has its class here, named
/// like it: <c>Date</c> is <c>DateField</c>.
/// </summary>
public abstract class FieldKind
{
    private static readonly FrozenDictionary<FieldType, FieldKind> Kinds = Enum.GetValues<FieldType>().ToFrozenDictionary(type => type, Named);

    /// <summary>What a page puts before the person.</summary>
    public virtual FieldControl Control => FieldControl.Text;

    /// <summary>As what a route compares the value.</summary>
    public virtual ValueKind Value => ValueKind.Text;

    /// <summary>What its value is called where a value of another kind was typed; null when nothing else can be told from it.</summary>
    internal virtual TypedKind? Typed => null;

    public static FieldKind Of(FieldType type) => Kinds[type];

    /// <summary>The canonical spelling of what was typed; the cleaned text itself when it cannot be read.</summary>
    internal virtual string Read(FormField field, IReadOnlyList<string> typed) =>
        Read(field, VietnameseText.Clean(typed.Count == 0 ? string.Empty : typed[^1]));

    protected virtual string Read(FormField field, string text) => text;

    /// <summary>The first thing wrong with a canonical value; null when the field takes it.</summary>
    internal abstract Refusal? Check(AskedField asked, string value);

    /// <summary>A canonical value as a person reads it, on screens and papers; as it stands when it is not of the kind.</summary>
    internal virtual string Show(FormField field, string value) => value;

    /// <summary>A canonical value as a person types it; text that could not be read stays as it was typed.</summary>
    internal virtual IReadOnlyList<string> Write(FormField field, string value) => [value];

    /// <summary>Ví dụ cách ghi: what could be typed, taken by the field within its own limits; null of the kinds that are chosen or are free text.</summary>
    internal virtual string? Example(FormField field, LocalDate today) => null;

    /// <summary>A canonical value for a dossier of the demo office.</summary>
    public abstract string Sample(FormField field, FieldSample sample);

    /// <summary>The most characters that are accepted where the form itself says nothing.</summary>
    internal virtual int LengthLimit(FormField field) => 100;

    /// <summary>The only values that there are; null where people write their own.</summary>
    public virtual IReadOnlyList<string>? Answers(FormField field) => null;

    /// <summary>True when its value is read in Vietnamese, whatever language the form is shown in: words of one's own, and words around numbers.</summary>
    public virtual bool IsVietnamese => false;

    /// <summary>True when the form itself lists the answers.</summary>
    public virtual bool HasOptions => false;

    private static FieldKind Named(FieldType type)
    {
        var kind = typeof(FieldKind);
        return (FieldKind)Activator.CreateInstance(kind.Assembly.GetType($"{kind.Namespace}.{type}Field", throwOnError: true)!)!;
    }
}

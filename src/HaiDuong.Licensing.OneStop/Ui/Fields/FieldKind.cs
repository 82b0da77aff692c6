namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>What a person is asked for; decides the control, the keyboard of a phone and the default hint.</summary>
public enum FieldKind
{
    Text,
    Multiline,
    Number,
    Money,
    Date,
    Time,
    DateTime,

    /// <summary>One of the options: radio buttons up to five of them, a list above.</summary>
    Choice,

    /// <summary>One of the options, always a list: for filters, which are to stay small.</summary>
    List,
    Checkboxes,
    YesNo,
    Identity,
    Phone,
    Email,
    Password,
    File,
}

/// <summary>The names of the kinds in pages and procedure files: <c>text</c>, <c>yes-no</c> …</summary>
public static class FieldKinds
{
    private static readonly Dictionary<string, FieldKind> ByName = Enum.GetValues<FieldKind>().ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The kind of a name; throws on a name that is not one, because a page or file is wrong then.</summary>
    public static FieldKind Of(string name) =>
        ByName.TryGetValue(name, out var kind)
            ? kind
            : throw new ArgumentException($"Unknown field type '{name}'. Known: {string.Join(", ", ByName.Keys)}.", nameof(name));

    private static string NameOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.YesNo => "yes-no",
            FieldKind.DateTime => "date-time",
            _ => kind.ToString().ToLowerInvariant(),
        };
}

using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>One thing that can be chosen.</summary>
public sealed record FieldChoice(string Value, string Label, string? Hint = null);

/// <summary>One question of a form, with what was answered and what is wrong with it. Made by pages or from a procedure file.</summary>
public sealed record FormFieldView
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public FieldControl Control { get; init; } = FieldControl.Text;

    public string? Hint { get; init; }

    public bool Required { get; init; }

    /// <summary>A day or moment to come: the hint names no day that has passed.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Greatest number of characters; told to the person, enforced by the server.</summary>
    public int? Max { get; init; }

    /// <summary>Unit shown after the control, e.g. "m" or "bản".</summary>
    public string? Suffix { get; init; }

    public IReadOnlyList<FieldChoice> Options { get; init; } = [];

    public IReadOnlyList<string> Values { get; init; } = [];

    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>HTML autocomplete token, e.g. "name"; kinds know their own.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>File types of a file field, e.g. ".pdf,.jpg".</summary>
    public string? Accept { get; init; }

    /// <summary>Whether a file field takes several files.</summary>
    public bool Multiple { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>The id of a list of what may be typed in a field of one line.</summary>
    public string? Suggestions { get; init; }

    /// <summary>Where a person begins to type on the page; at most one field of it.</summary>
    public bool AutoFocus { get; init; }

    /// <summary>Rows of a multiline field.</summary>
    public int Rows { get; init; } = 4;

    /// <summary>Shown only while it holds, by the names of the page; always shown without JavaScript.</summary>
    public FormCondition? ShowWhen { get; init; }

    /// <summary>Set on the field of a latitude that a longitude belongs to; null for every other field.</summary>
    public PositionFields? Position { get; init; }

    /// <summary>Narrow control: "short" (8 characters), "medium" (20); null is full width.</summary>
    public string? Width { get; init; }

    /// <summary>Label for assistive technology only, e.g. in a row under a column heading.</summary>
    public bool HideLabel { get; init; }

    public string Id => FieldId.Of(Name);

    public string Value => Values.Count > 0 ? Values[0] : "";

    public bool IsGroup => Control is FieldControl.Checkboxes or FieldControl.YesNo || IsRadios;

    public bool IsRadios => Control == FieldControl.YesNo || (Control == FieldControl.Choice && Options.Count <= 5);
}

/// <summary>Field names as element ids: <c>sites[3].latitude</c> becomes <c>sites_3__latitude</c>.</summary>
public static class FieldId
{
    public static string Of(string name) =>
        string.Concat(
            (name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "f" + name).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')
        );
}

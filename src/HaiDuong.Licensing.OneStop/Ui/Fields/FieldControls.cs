using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>The names of the controls in pages: <c>text</c>, <c>yes-no</c> …</summary>
public static class FieldControls
{
    private static readonly Dictionary<string, FieldControl> ByName = Enum.GetValues<FieldControl>().ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The control of a name; throws on a name that is not one, because a page is wrong then.</summary>
    public static FieldControl Of(string name) =>
        ByName.TryGetValue(name, out var control)
            ? control
            : throw new ArgumentException($"Unknown field type '{name}'. Known: {string.Join(", ", ByName.Keys)}.", nameof(name));

    private static string NameOf(FieldControl control) =>
        control switch
        {
            FieldControl.YesNo => "yes-no",
            FieldControl.DateTime => "date-time",
            _ => control.ToString().ToLowerInvariant(),
        };
}

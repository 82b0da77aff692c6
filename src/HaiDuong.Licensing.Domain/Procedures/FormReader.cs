using System.Globalization;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// Turns what a person typed into canonical form data (tiếp nhận nội dung khai), each by its kind.
/// </summary>
/// <remarks>Names are <c>key</c>, <c>key</c> several times for several choices, and <c>rows[0].key</c>. Unknown names are dropped; unreadable values are kept
/// for <see cref="FormRules"/> to refuse.</remarks>
public static partial class FormReader
{
    public static FormData Read(Form form, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> posted)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new Dictionary<string, SortedDictionary<int, Dictionary<string, string>>>(StringComparer.Ordinal);
        foreach (var (name, texts) in posted)
        {
            if (form.Fields.FirstOrDefault(field => field.Key == name) is { } single)
                values[name] = single.Read(texts);
            else if (
                RowName().Match(name) is { Success: true } match
                && form.Find($"{match.Groups["table"].Value}[].{match.Groups["field"].Value}") is { } field
            )
                RowAt(rows, match)[field.Key] = field.Read(texts);
        }

        Part([.. form.Sections.SelectMany(section => section.Fields)], values);
        foreach (var table in form.Tables.Where(table => rows.ContainsKey(table.Key)))
        {
            foreach (var row in rows[table.Key].Values)
                Part(table.Fields, row);
        }

        return new FormData(values, rows.Select(table => KeyValuePair.Create(table.Key, Filled(table.Value))));
    }

    /// <summary>Both angles pasted into the box of the latitude, while that of the longitude is empty, go where they belong.</summary>
    private static void Part(IReadOnlyList<FormField> fields, Dictionary<string, string> values)
    {
        var angles = fields.Where(field => field.Kind is AngleField).ToList();
        if (angles is not [{ Kind: LatitudeField } north, { Kind: LongitudeField } east] || values.GetValueOrDefault(east.Key, "").Length > 0)
            return;
        if (values.TryGetValue(north.Key, out var typed) && TypedDegrees.Read(typed) is null && TypedPosition.Part(typed) is [var position])
            (values[north.Key], values[east.Key]) = (Canonical(north, position.Latitude), Canonical(east, position.Longitude));
    }

    private static string Canonical(FormField field, decimal degrees) => field.Read([degrees.ToString(CultureInfo.InvariantCulture)]);

    private static Dictionary<string, string> RowAt(Dictionary<string, SortedDictionary<int, Dictionary<string, string>>> rows, Match match)
    {
        var table = match.Groups["table"].Value;
        var index = int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture);
        if (!rows.TryGetValue(table, out var list))
            rows[table] = list = [];
        if (!list.TryGetValue(index, out var row))
            list[index] = row = new Dictionary<string, string>(StringComparer.Ordinal);
        return row;
    }

    // Rows left wholly empty on screen are no rows.
    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Filled(SortedDictionary<int, Dictionary<string, string>> rows) =>
        [.. rows.Values.Where(row => row.Values.Any(value => value.Length > 0))];

    [GeneratedRegex(@"^(?<table>[A-Za-z]+)\[(?<index>[0-9]{1,4})\]\.(?<field>[A-Za-z0-9]+)\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex RowName();
}

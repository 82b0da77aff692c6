using System.Globalization;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Places;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// Turns what a person typed into canonical form data (tiếp nhận nội dung khai): 15/04/2026, 12,5 and 0912 345 678 as well as the canonical spellings.
/// </summary>
/// <remarks>Names are <c>key</c>, <c>key</c> several times for several choices, and <c>rows[0].key</c>. Unknown names are dropped; unreadable values are kept for <see cref="FormRules"/> to refuse.</remarks>
public static partial class FormReader
{
    public static FormData Read(Form form, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> posted)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new Dictionary<string, SortedDictionary<int, Dictionary<string, string>>>(StringComparer.Ordinal);
        foreach (var (name, texts) in posted)
        {
            if (form.Fields.FirstOrDefault(field => field.Key == name) is { } single)
                values[name] = Canonical(single, texts);
            else if (RowName().Match(name) is { Success: true } match && form.Find($"{match.Groups["table"].Value}[].{match.Groups["field"].Value}") is { } field)
                RowAt(rows, match)[field.Key] = Canonical(field, texts);
        }

        return new FormData(values, rows.Select(table => KeyValuePair.Create(table.Key, Filled(table.Value))));
    }

    /// <summary>The canonical spelling of one value; the cleaned text itself when it cannot be read.</summary>
    public static string Canonical(FormField field, IReadOnlyList<string> texts)
    {
        if (field.Type == FieldType.MultiChoice)
            return string.Join('\n', texts.Select(VietnameseText.Clean).Where(text => text.Length > 0));

        var text = VietnameseText.Clean(texts.Count == 0 ? string.Empty : texts[^1]);
        return field.Type switch
        {
            FieldType.Integer or FieldType.Money => Grouped().IsMatch(text) ? Compact(text, ". ") : text,
            FieldType.Decimal => Fraction(text),
            FieldType.Latitude or FieldType.Longitude => Degrees.Read(text)?.ToString("0.######", CultureInfo.InvariantCulture) ?? text,
            FieldType.Date => Date(text),
            FieldType.Time => ShortTime().Replace(text, "0$0"),
            FieldType.DateTime => Moment(text),
            FieldType.IdentityNumber => Compact(text, " ."),
            FieldType.TaxCode => Compact(text, " ."),
            FieldType.Phone => PlusCode().Replace(Compact(text, " .-()"), "0"),
            FieldType.YesNo when text == "on" => "true",
            _ => text,
        };
    }

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

    private static string Fraction(string text)
    {
        var compact = Compact(text, " ");
        return compact.Contains(',', StringComparison.Ordinal)
            ? compact.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.')
            : compact;
    }

    private static string Date(string text) =>
        VietnameseDate().Match(text) is { Success: true } match
            ? $"{match.Groups["year"].Value}-{Two(match, "month")}-{Two(match, "day")}"
            : text;

    private static string Moment(string text) =>
        VietnameseMoment().Match(text) is { Success: true } match
            ? $"{match.Groups["year"].Value}-{Two(match, "month")}-{Two(match, "day")}T{Two(match, "hour")}:{match.Groups["minute"].Value}"
            : text.Length == 19 && text.EndsWith(":00", StringComparison.Ordinal) ? text[..16] : text;

    private static string Two(Match match, string group) => match.Groups[group].Value.PadLeft(2, '0');

    private static string Compact(string text, string dropped) => string.Concat(text.Where(letter => !dropped.Contains(letter, StringComparison.Ordinal)));

    [GeneratedRegex(@"^(?<table>[A-Za-z]+)\[(?<index>[0-9]{1,4})\]\.(?<field>[A-Za-z0-9]+)\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex RowName();

    [GeneratedRegex(@"^-?[0-9]{1,3}([. ][0-9]{3})+\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[/.-](?<month>[0-9]{1,2})[/.-](?<year>[0-9]{4})\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex VietnameseDate();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[/.-](?<month>[0-9]{1,2})[/.-](?<year>[0-9]{4})[ ,]+(?<hour>[0-9]{1,2})[:hg](?<minute>[0-9]{2})\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex VietnameseMoment();

    [GeneratedRegex(@"^[0-9]:[0-9]{2}\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ShortTime();

    [GeneratedRegex(@"^\+84", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex PlusCode();
}

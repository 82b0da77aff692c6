using System.Globalization;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// Turns what a person typed into canonical form data (tiếp nhận nội dung khai), each kind by its reader in <c>Typed</c>.
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
                values[name] = Canonical(single, texts);
            else if (
                RowName().Match(name) is { Success: true } match
                && form.Find($"{match.Groups["table"].Value}[].{match.Groups["field"].Value}") is { } field
            )
                RowAt(rows, match)[field.Key] = Canonical(field, texts);
        }

        Part([.. form.Sections.SelectMany(section => section.Fields)], values);
        foreach (var table in form.Tables.Where(table => rows.ContainsKey(table.Key)))
        {
            foreach (var row in rows[table.Key].Values)
                Part(table.Fields, row);
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
            FieldType.Integer or FieldType.Year => TypedNumber.TryReadWhole(WithoutUnit(field, text), out var whole, out _) ? FieldValue.Text(whole) : text,
            FieldType.Money => TypedMoney.TryRead(text, out var dong, out _) ? FieldValue.Text(dong) : text,
            FieldType.Decimal => TypedNumber.TryRead(WithoutUnit(field, text), out var number, out _) ? FieldValue.Text(number) : text,
            FieldType.Latitude or FieldType.Longitude => TypedDegrees.Read(text)?.ToString("0.######", CultureInfo.InvariantCulture) ?? text,
            FieldType.Date => TypedDate.TryRead(text, out var date, out _) ? FieldValue.Text(date) : text,
            FieldType.Time => TypedTime.TryRead(text, out var time, out _) ? FieldValue.Text(time) : text,
            FieldType.DateTime => TypedMoment.TryRead(text, out var moment) ? FieldValue.Text(moment) : text,
            FieldType.IdentityNumber => TypedIdentity.Read(text, ApplicantKind.Individual),
            FieldType.TaxCode => TypedIdentity.Read(text, ApplicantKind.Organisation),
            FieldType.PersonNumber => TypedIdentity.Read(text),
            FieldType.Phone => TypedPhone.Read(text),
            FieldType.Email => TypedEmail.Read(text),
            FieldType.YesNo when text == "on" => "true",
            FieldType.Text => Patterned(field, text),
            _ => text,
        };
    }

    /// <summary>The unit that the form itself writes behind the box may be typed too.</summary>
    private static string WithoutUnit(FormField field, string text) =>
        field.Unit is { Length: > 0 } unit && Squared(text).EndsWith(Squared(unit), StringComparison.OrdinalIgnoreCase) ? text[..^unit.Length] : text;

    private static string Squared(string text) => text.Replace('²', '2').Replace('³', '3');

    /// <summary>A text with a pattern may be a size, which people space and sign in many ways.</summary>
    private static string Patterned(FormField field, string text) =>
        field.Pattern is not null && TypedSize.Read(text) is { } size && FieldRules.HasItsPattern(field, size) ? size : text;

    /// <summary>Both angles pasted into the box of the latitude, while that of the longitude is empty, go where they belong.</summary>
    private static void Part(IReadOnlyList<FormField> fields, Dictionary<string, string> values)
    {
        var angles = fields.Where(field => field.Type is FieldType.Latitude or FieldType.Longitude).ToList();
        if (angles is not [{ Type: FieldType.Latitude } north, { Type: FieldType.Longitude } east] || values.GetValueOrDefault(east.Key, "").Length > 0)
            return;
        if (values.TryGetValue(north.Key, out var typed) && TypedDegrees.Read(typed) is null && TypedPosition.Part(typed) is [var position])
            (values[north.Key], values[east.Key]) = (Canonical(north, [Invariant(position.Latitude)]), Canonical(east, [Invariant(position.Longitude)]));
    }

    private static string Invariant(decimal degrees) => degrees.ToString(CultureInfo.InvariantCulture);

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

using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Web.Demo;

/// <summary>
/// One plausible value for a field: the words of SampleForms.resx by procedure and field key, or by field key alone, variants separated by
/// "|" and "#" standing for a running number; what is not there follows from the field's type and limits.
/// </summary>
internal sealed class SampleValues(string slug, LocalDateTime now)
{
    private const int SampleRows = 3;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly ResourceManager Texts = new(typeof(SampleForms).FullName!, typeof(SampleForms).Assembly);
    private static readonly int[] TaxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    public Dictionary<string, string> Of(IReadOnlyList<FormField> fields, int variant)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            // Fields of one type that follow each other in the form follow each other in time.
            var order = fields.Where(other => other.Type == field.Type).TakeWhile(other => other != field).Count();
            if (Value(field, order, variant) is { } value)
                values[field.Key] = value;
        }

        return values;
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(FormRows table, int variant)
    {
        var count = Math.Clamp(SampleRows, table.MinRows, table.MaxRows);
        return [.. Enumerable.Range(0, count).Select(row => Of(table.Fields, variant + row))];
    }

    /// <summary>A tax code whose last digit is right.</summary>
    public static string TaxCode(int variant)
    {
        for (var serial = 80_012_345 + (variant * 17); ; serial++)
        {
            var nine = serial.ToString("000000000", CultureInfo.InvariantCulture);
            var check = 10 - (TaxWeights.Select((weight, index) => weight * (nine[index] - '0')).Sum() % 11);
            if (check < 10)
                return nine + Whole(check);
        }
    }

    public static string IdentityNumber(int variant) => $"0300850{(12_345 + (variant * 37)).ToString("00000", CultureInfo.InvariantCulture)}";

    public static string Phone(int variant) => $"02203{(852_100 + variant).ToString("000000", CultureInfo.InvariantCulture)}";

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? Word(string key, int variant)
    {
        if (Texts.GetString(key, Vietnamese)?.Split('|') is not { } words)
            return null;
        return words[variant % words.Length].Trim().Replace("#", Whole(101 + variant), StringComparison.Ordinal);
    }

    private string? Value(FormField field, int order, int variant) => field.Type switch
    {
        FieldType.Choice => Choice(field, variant),
        FieldType.MultiChoice => Choice(field, variant).Replace(',', '\n'),
        FieldType.Date => FieldValue.Text(Date(field, order)),
        FieldType.DateTime => FieldValue.Text(Moment(field, order)),
        FieldType.IdentityNumber => IdentityNumber(variant + order),
        FieldType.TaxCode => TaxCode(variant),
        FieldType.Phone => Phone(variant + order),
        FieldType.Latitude => Number(20.9373m + (0.0131m * variant), field),
        FieldType.Longitude => Number(106.3146m + (0.0173m * variant), field),
        FieldType.Integer or FieldType.Money or FieldType.Decimal => Amount(field, variant),
        _ => Known(field, variant) ?? (field.Required ? Word(field.Type.ToString(), variant) : null),
    };

    private string? Known(FormField field, int variant) => Word($"{slug}.{field.Key}", variant) ?? Word(field.Key, variant);

    private string Choice(FormField field, int variant) => Known(field, variant) ?? field.Options[variant % field.Options.Count].Value;

    private LocalDate Date(FormField field, int order) => field.Moment switch
    {
        FieldMoment.Past => now.Date.PlusYears(-3).PlusDays(order * 11),
        FieldMoment.Future => now.Date.PlusDays(45 * (order + 1)),
        _ => now.Date.PlusDays(order * 30),
    };

    private LocalDateTime Moment(FormField field, int order) => field.Moment == FieldMoment.Past
        ? now.PlusHours(-2).PlusMinutes(order * 30)
        : now.Date.PlusDays(9).At(new LocalTime(9, 0)).PlusMinutes(order * 90);

    private string? Amount(FormField field, int variant)
    {
        if (decimal.TryParse(Known(field, variant), CultureInfo.InvariantCulture, out var known))
            return Number(known, field);
        return field.Required ? Number((field.Min ?? 0) + (7 * (variant + 1)), field) : null;
    }

    private static string Number(decimal number, FormField field)
    {
        var within = Math.Clamp(number, field.Min ?? decimal.MinValue, field.Max ?? decimal.MaxValue);
        var decimals = field.Type is FieldType.Integer or FieldType.Money ? 0 : field.Decimals ?? 2;
        return decimal.Round(within, decimals).ToString(CultureInfo.InvariantCulture);
    }
}

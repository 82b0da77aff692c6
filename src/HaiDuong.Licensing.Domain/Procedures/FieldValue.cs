using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Reads canonical field values (giá trị chuẩn) into typed ones; null when the text is not of the type.</summary>
public static class FieldValue
{
    private const NumberStyles Numeral = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalDateTimePattern DateTimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    public static long? Integer(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static decimal? Number(string? text) =>
        decimal.TryParse(text, Numeral, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static LocalDate? Date(string? text) => Parsed(DatePattern, text);

    public static LocalTime? Time(string? text) => Parsed(TimePattern, text);

    public static LocalDateTime? Moment(string? text) => Parsed(DateTimePattern, text);

    public static IReadOnlyList<string> Choices(string? text) => text is null ? [] : text.Split('\n');

    /// <summary>The canonical text of a date.</summary>
    public static string Text(LocalDate date) => DatePattern.Format(date);

    /// <summary>The canonical text of a moment, to the minute.</summary>
    public static string Text(LocalDateTime moment) => DateTimePattern.Format(moment);

    private static T? Parsed<T>(IPattern<T> pattern, string? text)
        where T : struct
    {
        if (text is null)
            return null;

        var result = pattern.Parse(text);
        return result.Success ? result.Value : null;
    }
}

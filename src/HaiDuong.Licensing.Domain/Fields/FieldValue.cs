using System.Globalization;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Reads canonical field values (giá trị chuẩn) into typed ones; null when the text is not of the type.</summary>
public static class FieldValue
{
    private const NumberStyles Numeral = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalDateTimePattern DateTimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    public static long? Integer(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static decimal? Number(string? text) => decimal.TryParse(text, Numeral, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number that may have a fraction; text that was typed and could be either 1250 or 1,25 is none.</summary>
    public static decimal? Measure(string? text) => text is null || TypedNumber.IsThousandsOrFraction(text) ? null : Number(text);

    public static LocalDate? Date(string? text) => Parsed(DatePattern, text);

    public static LocalTime? Time(string? text) => Parsed(TimePattern, text);

    public static LocalDateTime? Moment(string? text) => Parsed(DateTimePattern, text);

    public static IReadOnlyList<string> Choices(string? text) => text is null ? [] : text.Split('\n');

    /// <summary>The canonical text of a whole number.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The canonical text of a number that may have a fraction; a nought behind three digits keeps it apart from thousands that were typed.</summary>
    public static string Text(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture) is var text && TypedNumber.IsThousandsOrFraction(text)
            ? text + "0"
            : text;

    /// <summary>The canonical text of a time, to the minute.</summary>
    public static string Text(LocalTime time) => TimePattern.Format(time);

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

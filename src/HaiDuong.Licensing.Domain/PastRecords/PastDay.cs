using System.Globalization;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Ngày trong dữ liệu cũ: whatever people type as a day, with a time of day behind it or not, or the serial number that a spreadsheet keeps.</summary>
public static partial class PastDay
{
    /// <summary>The day, or why it is none: PastDayUnreadable, or PastDayImpossible for one that no calendar has.</summary>
    /// <param name="column">Where it stands.</param>
    /// <param name="text">The cell.</param>
    /// <param name="earliest">The first day that a year of two digits may mean.</param>
    /// <param name="latest">The last such day.</param>
    /// <param name="since1904">Whether a serial number counts from 1904.</param>
    public static (LocalDate? Day, Refusal? Refusal) Read(PastColumn column, string text, LocalDate earliest, LocalDate latest, bool since1904)
    {
        if (TypedDate.TryReadBetween(TimeOfDay().Replace(text, ""), earliest, latest, out var day, out var fault))
            return (day, null);
        if (TypedDate.OfSerial(text, since1904) is { } counted)
            return (counted, null);
        if (fault == TypedFault.ShortYear)
            return (
                null,
                new Refusal(
                    nameof(RefusalCode.FieldShortYear),
                    column.Key,
                    column.Name,
                    TypedDate.Written(TypedDate.OfShortYear(TimeOfDay().Replace(text, "")))
                )
            );
        return (
            null,
            new Refusal(
                fault == TypedFault.NoSuchDay ? nameof(RefusalCode.PastDayImpossible) : nameof(RefusalCode.PastDayUnreadable),
                column.Key,
                column.Name,
                text
            )
        );
    }

    /// <summary>Whether the year has two digits.</summary>
    public static bool HasShortYear(string text) => ShortYear().IsMatch(TimeOfDay().Replace(text, ""));

    /// <summary>How a spreadsheet writes a day: 12/03/2019, 12-Mar, Mar-19, 12 Thg 3.</summary>
    public static bool IsOneOfASpreadsheet(string text) =>
        MonthName().IsMatch(text) || (text.Any(letter => letter is '/' or '-') && TypedDate.TryRead(TimeOfDay().Replace(text, ""), out _, out _));

    public static string Written(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}/{day.Month:00}/{day.Year:0000}");

    [GeneratedRegex(@" +[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"[/.-] ?[0-9]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShortYear();

    [GeneratedRegex(
        @"^([0-9]{1,2}[- ])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?[0-9]{1,2})([- ][0-9]{2,4})?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex MonthName();
}

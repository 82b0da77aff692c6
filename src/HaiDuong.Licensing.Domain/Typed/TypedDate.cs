using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>
/// Ngày: 05/09/2019, 5-9-2019, 5.9.2019, 05092019, ngày 5 tháng 9 năm 2019, 2019-09-05. A year of two digits is read only where a single century is possible.
/// </summary>
public static partial class TypedDate
{
    private const int FirstYear = 1800;
    private const int LastYear = 2200;
    private static readonly int[] Centuries = [2000, 1900];

    /// <summary>Spreadsheets count days from here; those of the 1904 date system begin so many days later.</summary>
    private static readonly LocalDate SerialZero = new(1899, 12, 30);
    private const int LaterBy = 1462;
    private const int FirstSerial = 10_000;
    private const int LastSerial = 80_000;

    /// <summary>Reads a date; false with the reason when the text is not one. Empty text is not a date either.</summary>
    public static bool TryRead(string? text, out LocalDate date, out TypedFault fault)
    {
        date = default;
        fault = TypedFault.NotADate;
        if (Shape().Match(TypedText.Plain(text)) is not { Success: true } found)
        {
            fault = OfShortYear(text) is [] ? fault : TypedFault.ShortYear;
            return false;
        }

        fault = TypedFault.NoSuchDay;
        if (!TryMake(Part(found, "y"), Part(found, "m"), Part(found, "d"), out date) && !TryTurn(found, out date))
            return false;
        fault = TypedFault.None;
        return true;
    }

    /// <summary>Whether the text names a day that the calendar does not have, as 31/2/2026.</summary>
    public static bool IsImpossible(string? text) => !TryRead(text, out _, out var fault) && fault == TypedFault.NoSuchDay;

    /// <summary>The days that a date with a year of two digits most likely means, this century's first; none when it is no such date.</summary>
    public static IReadOnlyList<LocalDate> OfShortYear(string? text)
    {
        if (ShortShape().Match(TypedText.Plain(text)) is not { Success: true } found)
            return [];
        var days = new List<LocalDate>();
        foreach (var century in Centuries)
        {
            if (TryMake(century + Part(found, "y"), Part(found, "m"), Part(found, "d"), out var day))
                days.Add(day);
        }

        return days;
    }

    /// <summary>Days as people write them, one after the other: 05/09/2019, 05/09/1919.</summary>
    public static string Written(IEnumerable<LocalDate> days) =>
        string.Join(", ", days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}/{day.Month:00}/{day.Year:0000}")));

    /// <summary>
    /// Reads a date, also with a year of two digits when just one of its centuries lies between the two days: 5/3/19 of a register that begins in 1945.
    /// </summary>
    public static bool TryReadBetween(string? text, LocalDate earliest, LocalDate latest, out LocalDate date, out TypedFault fault)
    {
        if (ShortShape().Match(TypedText.Plain(text)) is not { Success: true } found)
            return TryRead(text, out date, out fault);
        var days = new List<LocalDate>();
        for (var century = FirstYear; century <= LastYear; century += 100)
        {
            if (TryMake(century + Part(found, "y"), Part(found, "m"), Part(found, "d"), out var day))
                days.Add(day);
        }

        var possible = days.FindAll(day => day >= earliest && day <= latest);
        date = possible is [var only] ? only : default;
        fault =
            possible.Count == 1 ? TypedFault.None
            : days.Count == 0 ? TypedFault.NoSuchDay
            : TypedFault.ShortYear;
        return possible.Count == 1;
    }

    /// <summary>The day that a spreadsheet keeps as a number; null when the text is no such number.</summary>
    /// <param name="text">The digits.</param>
    /// <param name="since1904">Whether the workbook counts from 1904.</param>
    public static LocalDate? OfSerial(string? text, bool since1904) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? SerialZero.PlusDays(since1904 ? serial + LaterBy : serial)
            : null;

    /// <summary>A day of every year: 01/04, 1-4. The 29th of February is one.</summary>
    public static bool TryReadYearly(string? text, out AnnualDate day)
    {
        var read = TryRead($"{TypedText.Plain(text)}/2024", out var date, out _);
        day = read ? new AnnualDate(date.Month, date.Day) : default;
        return read;
    }

    /// <summary>Eight digits that are no day from the front may be one with the year before it; they are never both.</summary>
    private static bool TryTurn(Match found, out LocalDate date)
    {
        date = default;
        return found.Length == 8
            && found.Value.All(char.IsAsciiDigit)
            && TryMake(Number(found.Value[..4]), Number(found.Value[4..6]), Number(found.Value[6..]), out date);
    }

    private static bool TryMake(int year, int month, int day, out LocalDate date)
    {
        var exists = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        date = exists ? new LocalDate(year, month, day) : default;
        return exists;
    }

    private static int Part(Match found, string name) => Number(found.Groups[name].Value);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^((ngày )?(?<d>[0-9]{1,2})( ?[/.-] ?| )(?<m>[0-9]{1,2})( ?[/.-] ?| )(?<y>[0-9]{4})"
            + @"|(ngày )?(?<d>[0-9]{1,2}) tháng (?<m>[0-9]{1,2}),? năm (?<y>[0-9]{4})"
            + @"|(?<y>[0-9]{4})[/.-](?<m>[0-9]{1,2})[/.-](?<d>[0-9]{1,2})"
            + @"|(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4}))\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2}) ?[/.-] ?(?<m>[0-9]{1,2}) ?[/.-] ?(?<y>[0-9]{2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortShape();
}

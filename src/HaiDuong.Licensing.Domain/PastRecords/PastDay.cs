using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Ngày trong dữ liệu cũ: 05/03/2019, 5-3-2019, 5.3.2019, 2019-03-05, or the serial number that a spreadsheet keeps.</summary>
public static partial class PastDay
{
    /// <summary>No paper ends later; further days would overflow when they are extended.</summary>
    private const int LastYear = 2200;

    private const int FirstSerial = 10_000;
    private const int LastSerial = 80_000;

    /// <summary>Spreadsheets count days from here.</summary>
    private static readonly LocalDate SerialZero = new(1899, 12, 30);

    /// <summary>The day, or why it is none: PastDayUnreadable, or PastDayImpossible for one that no calendar has.</summary>
    public static (LocalDate? Day, Refusal? Refusal) Read(PastColumn column, string text)
    {
        if (Shape().Match(text) is { Success: true } match)
        {
            var (year, month, day) = (Part(match, "y"), Part(match, "m"), Part(match, "d"));
            var exists = month is >= 1 and <= 12 && year is >= 1 and <= LastYear && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
            return exists ? (new LocalDate(year, month, day), null) : (null, new Refusal("PastDayImpossible", column.Key, column.Name, text));
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? (SerialZero.PlusDays(serial), null)
            : (null, new Refusal("PastDayUnreadable", column.Key, column.Name, text));
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^((?<d>[0-9]{1,2})[/.-](?<m>[0-9]{1,2})[/.-](?<y>[0-9]{4})|(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2}))( +[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Shape();
}

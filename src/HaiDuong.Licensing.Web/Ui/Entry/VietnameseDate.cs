using System.Globalization;
using NodaTime;

namespace HaiDuong.Licensing.Web.Ui.Entry;

/// <summary>Dates as Vietnamese offices write them: <c>05/09/2019</c>. Also reads 5/9/2019, 5-9-2019, 5.9.2019 and 05092019.</summary>
public static class VietnameseDate
{
    private static readonly char[] Separators = ['/', '-', '.', ' '];

    /// <summary>Reads a date; false with the reason when the text is not one. Empty text is not a date either.</summary>
    public static bool TryParse(string? text, out LocalDate date, out EntryRefusal refusal)
    {
        date = default;
        refusal = EntryRefusal.NotADate;
        if (!TrySplit((text ?? "").Trim(), out var day, out var month, out var year))
            return false;
        if (year is < 1800 or > 2200 || month is < 1 or > 12 || day < 1
            || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            refusal = EntryRefusal.NoSuchDay;
            return false;
        }

        date = new LocalDate(year, month, day);
        refusal = EntryRefusal.None;
        return true;
    }

    public static string Print(LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{date.Month:00}/{date.Year:0000}");

    /// <summary>Time before date, as receipts say it: <c>17:00 05/09/2019</c>.</summary>
    public static string Print(LocalDateTime moment) => VietnameseTime.Print(moment.TimeOfDay) + " " + Print(moment.Date);

    private static bool TrySplit(string text, out int day, out int month, out int year)
    {
        day = month = year = 0;
        if (text.Length == 8 && text.All(char.IsAsciiDigit))
            text = $"{text[..2]}/{text[2..4]}/{text[4..]}";
        var parts = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3
            && parts[0].Length <= 2 && parts[1].Length <= 2 && parts[2].Length == 4
            && TryDigits(parts[0], out day) && TryDigits(parts[1], out month) && TryDigits(parts[2], out year);
    }

    private static bool TryDigits(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

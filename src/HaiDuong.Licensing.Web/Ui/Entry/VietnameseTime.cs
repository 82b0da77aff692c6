using System.Globalization;
using NodaTime;

namespace HaiDuong.Licensing.Web.Ui.Entry;

/// <summary>Times of day as <c>08:30</c>. Also reads 8:30, 8h30, 8h, 8 giờ 30 and 0830.</summary>
public static class VietnameseTime
{
    // What people type, in any language of the screen: "giờ" and "phút".
    private const string HourWord = "gi\u1EDD";
    private const string MinuteWord = "ph\u00FAt";

    public static bool TryParse(string? text, out LocalTime time, out EntryRefusal refusal)
    {
        time = default;
        refusal = EntryRefusal.NotATime;
        var plain = (text ?? "").Trim().ToLowerInvariant()
            .Replace(HourWord, ":", StringComparison.Ordinal)
            .Replace(MinuteWord, "", StringComparison.Ordinal)
            .Replace('h', ':').Replace('.', ':')
            .Replace(" ", "", StringComparison.Ordinal);
        if (plain.Length == 4 && plain.All(char.IsAsciiDigit))
            plain = plain[..2] + ":" + plain[2..];
        if (plain.EndsWith(':'))
            plain += "00";

        var parts = plain.Split(':');
        if (parts.Length != 2 || parts[0].Length is < 1 or > 2 || parts[1].Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            || hour > 23 || minute > 59)
            return false;

        time = new LocalTime(hour, minute);
        refusal = EntryRefusal.None;
        return true;
    }

    public static string Print(LocalTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");
}

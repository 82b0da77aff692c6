using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Giờ: 08:30, 8h30, 8h, 8 giờ 30 phút, 8g30, 0830, 2 giờ chiều, 2:30 PM.</summary>
public static partial class TypedTime
{
    public static bool TryRead(string? text, out LocalTime time, out TypedFault fault)
    {
        time = default;
        fault = TypedFault.NotATime;
        if (Shape().Match(TypedText.Plain(text).ToLowerInvariant()) is not { Success: true } found)
            return false;
        var minute = found.Groups["m"].Success ? Number(found.Groups["m"].Value) : 0;
        if (HourOf(Number(found.Groups["h"].Value), found.Groups["half"].Value) is not { } hour || minute > 59)
            return false;
        time = new LocalTime(hour, minute);
        fault = TypedFault.None;
        return true;
    }

    /// <summary>The hour of the day; null when the hour is none, or none of that half.</summary>
    private static int? HourOf(int hour, string half) =>
        (half, hour) switch
        {
            ("", <= 23) => hour,
            ("sáng", <= 11) => hour,
            ("trưa", 11 or 12) => hour,
            ("chiều", >= 12 and <= 18) => hour,
            ("tối", >= 18 and <= 23) => hour,
            ("am", >= 1 and <= 11) => hour,
            ("pm", >= 12 and <= 23) => hour,
            ("am", 12) => 0,
            ("trưa", 1) => hour + 12,
            ("chiều", >= 1 and <= 6) => hour + 12,
            ("tối", >= 6 and <= 11) => hour + 12,
            ("pm", >= 1 and <= 11) => hour + 12,
            _ => null,
        };

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^((?<h>[0-9]{1,2}) ?([:.] ?(?<m>[0-9]{2})(:00)?|(h|g|giờ) ?((?<m>[0-9]{2}) ?(phút|ph|p|')?)?) ?(?<half>sáng|trưa|chiều|tối|am|pm)?|(?<h>[0-9]{2})(?<m>[0-9]{2}))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Shape();
}

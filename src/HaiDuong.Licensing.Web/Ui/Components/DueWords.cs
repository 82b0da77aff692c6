using HaiDuong.Licensing.Web.Ui.Entry;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.Web.Ui.Components;

/// <summary>How near a due moment is.</summary>
public enum DueLevel
{
    /// <summary>Time enough.</summary>
    Calm,

    /// <summary>Due within the next two calendar days.</summary>
    Soon,

    /// <summary>Due today.</summary>
    Today,

    /// <summary>Past.</summary>
    Late,
}

/// <summary>
/// A due moment as a person says it: "còn 2 ngày", "hôm nay 17:00", "quá 3 giờ". A way of speaking about two given moments in
/// calendar days; it computes no legal term.
/// </summary>
public sealed record DueWords(DueLevel Level, string Key, object Argument, string Exact)
{
    public static DueWords Of(Instant due, Instant now, DateTimeZone zone)
    {
        var dueAt = due.InZone(zone).LocalDateTime;
        var today = now.InZone(zone).Date;
        var exact = VietnameseDate.Print(dueAt);
        if (now > due)
            return Late(now - due, exact);

        var days = Period.DaysBetween(today, dueAt.Date);
        return days switch
        {
            0 => new(DueLevel.Today, "Due.Today", VietnameseTime.Print(dueAt.TimeOfDay), exact),
            1 => new(DueLevel.Soon, "Due.Tomorrow", VietnameseTime.Print(dueAt.TimeOfDay), exact),
            2 => new(DueLevel.Soon, "Due.InDays", days, exact),
            _ => new(DueLevel.Calm, "Due.InDays", days, exact),
        };
    }

    public string In(IStringLocalizer words) => words[Key, Argument];

    private static DueWords Late(Duration late, string exact) => late.TotalMinutes switch
    {
        < 60 => new(DueLevel.Late, "Due.LateMinutes", Math.Max(1, (int)late.TotalMinutes), exact),
        < 24 * 60 => new(DueLevel.Late, "Due.LateHours", (int)late.TotalHours, exact),
        _ => new(DueLevel.Late, "Due.LateDays", late.Days, exact),
    };
}

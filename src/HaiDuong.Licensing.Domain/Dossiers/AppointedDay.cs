using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Ngày hẹn do cán bộ chọn: a day until which somebody is to answer, supply or get a result. The office works on it, and its calendar tells of it; any other
/// would move by itself, and nobody would be told.
/// </summary>
public static class AppointedDay
{
    /// <summary>Why the day cannot be one, with the nearest that can; null when it can.</summary>
    public static Refusal? WhyNot(LocalDate day, string field, WorkingCalendar calendar) =>
        day > WorkingCalendar.LastDay ? new Refusal("AppointedDayBeyondCalendar", field, day, WorkingCalendar.LastDay)
        : !calendar.IsWorkingDay(day) ? new Refusal("AppointedDayOff", field, day, calendar.OnOrAfter(day))
        : null;
}

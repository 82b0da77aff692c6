using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Terms at the front desk (thời hạn ở khâu tiếp nhận): answering an online submission and handing over to the division.</summary>
public static class ReceptionTimes
{
    /// <summary>R-3: by when an online submission is accepted, questioned or refused (08 giờ làm việc, Nghị định 61/2018 Điều 17).</summary>
    public static LocalDateTime OnlineAnswerDue(LocalDateTime submittedAt, ClockRegime regime, WorkingCalendar calendar) =>
        calendar.AddWorkingTime(submittedAt, Duration.FromHours(regime.OnlineAnswerWorkingHours));

    /// <summary>
    /// by when an accepted dossier goes to the handling division: closing time of the same working day,
    /// after the cut-off hour (15:00) or on a day off the opening of the next working day (Nghị định 61/2018 Điều 18).
    /// </summary>
    public static LocalDateTime HandOverDue(LocalDateTime acceptedAt, ClockRegime regime, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(acceptedAt.Date) && acceptedAt.TimeOfDay <= regime.HandOverCutOff
            ? calendar.Closing(acceptedAt.Date)
            : calendar.Opening(calendar.PlusWorkingDays(acceptedAt.Date, 1));

    /// <summary>S-5: the last day on which the office waits for a supplement asked at that moment.</summary>
    public static LocalDate SupplementUntil(LocalDateTime askedAt, ClockRegime regime, WorkingCalendar calendar) =>
        calendar.OnOrAfter(askedAt.Date.PlusDays(regime.SupplementWaitingDays));
}

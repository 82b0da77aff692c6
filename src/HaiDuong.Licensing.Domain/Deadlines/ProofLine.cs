using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Why a stretch of time counts or does not count (lý do tính hay không tính).</summary>
public enum ProofReason
{
    Received,
    ReceivedNextWorkingDay,
    AcceptanceDay,
    Counted,
    CountedMonths,
    Weekend,
    PublicHoliday,
    CompensatoryDayOff,
    SwappedDayOff,
    WeekendInsideBreak,
    EstimatedHoliday,
    Closure,
    MakeUpWorkingDay,
    Waiting,
    WaitingForSupplement,
    WaitingWithoutWorkingTime,
    WaitingAfterDue,
    Restarted,
    Extended,
    EndsOnReturn,
    RolledForward,
    Due,
    Promised,
    NotAnnounced,
    CalendarAdopted,
    Refused,
}

/// <summary>One line of the derivation of a due date (dòng chứng minh): from, to, counted or not, why, and by which source.</summary>
/// <param name="From">Beginning of the stretch.</param>
/// <param name="To">End of the stretch; equal to <paramref name="From"/> for an event.</param>
/// <param name="Reason">Why.</param>
/// <param name="Counted">Whether it uses up the term.</param>
/// <param name="Running">Days (or, for hour terms, nothing) counted so far in this run of the term.</param>
/// <param name="Used">Working or clock time this line uses up, for terms in hours.</param>
/// <param name="Source">Source of the holiday, or the rule (C1, S-1 …).</param>
/// <param name="Detail">Name of the holiday, or the officer's reason.</param>
public sealed record ProofLine(
    LocalDateTime From,
    LocalDateTime To,
    ProofReason Reason,
    bool Counted,
    int? Running = null,
    Duration? Used = null,
    string? Source = null,
    string? Detail = null)
{
    /// <summary>Stable code, such as <c>make-up-working-day</c>.</summary>
    public string Code => DeadlineTexts.CodeOf(Reason);

    /// <summary>The sentence for people, in Vietnamese.</summary>
    public string Text => DeadlineTexts.Of(Reason);
}

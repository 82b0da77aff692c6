using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>What a full supplement does to the term: counted again from the start (S-1) or the waiting left out (S-2).</summary>
public enum SupplementRule
{
    Restart,
    Pause,
}

/// <summary>How a term in working days ends: at closing time of its last day (C1), or after n times eight working hours (C4).</summary>
public enum DayCounting
{
    EndOfLastDay,
    KeepsTheHour,
}

/// <summary>How a finish is compared with the due date of a term in days or months: by date (national practice) or by moment.</summary>
public enum FinishComparison
{
    Date,
    Moment,
}

/// <summary>
/// The time rules of the one-stop regime in force between two dates (quy định về thời gian của cơ chế một cửa):
/// Nghị định 61/2018/NĐ-CP, then Nghị định 118/2025/NĐ-CP. Values come from workflows/regimes.
/// </summary>
public sealed record ClockRegime(string Name, LocalDate From, LocalDate? To)
{
    /// <summary>S-1 or S-2: which of both computed dates is in force.</summary>
    public SupplementRule SupplementRule { get; init; } = SupplementRule.Restart;

    /// <summary>C1 or C4, for terms in working days.</summary>
    public DayCounting DayCounting { get; init; } = DayCounting.EndOfLastDay;

    /// <summary>C3: a calendar-day or month term that ends on a day off ends on the next working day.</summary>
    public bool RollsForward { get; init; } = true;

    /// <summary>C7: papers handed in after closing or on a day off are received at the next opening.</summary>
    public bool OutOfHoursIsNextWorkingDay { get; init; } = true;

    /// <summary>Hour after which a paper counts as received the next working day; null when there is none.</summary>
    public LocalTime? AcceptanceCutOff { get; init; }

    /// <summary>R-4: a dossier accepted later than this hour may go to the division the next working day.</summary>
    public LocalTime HandOverCutOff { get; init; } = new(15, 0);

    /// <summary>R-3: working hours within which an online submission is accepted, questioned or refused.</summary>
    public int OnlineAnswerWorkingHours { get; init; } = 8;

    /// <summary>C4: working hours that make one day of a term.</summary>
    public int WorkingHoursPerDay { get; init; } = 8;

    /// <summary>O-1: calendar days before the promised date on which the apology must be out; 0 is the promised day itself.</summary>
    public int ApologyLeadDays { get; init; } = 1;

    /// <summary>O-1: how often a new date may be promised.</summary>
    public int ApologyLimit { get; init; } = 1;

    /// <summary>S-3: supplement requests after acceptance that need no approval of the head.</summary>
    public int SupplementLimit { get; init; } = 1;

    /// <summary>S-5: calendar days that the office waits for a supplement before it may stop.</summary>
    public int SupplementWaitingDays { get; init; } = 30;

    /// <summary>Whether waiting for the fee (status 6) stops the clock.</summary>
    public bool FeeStopsClock { get; init; } = true;

    /// <summary>§3.6: how early, on time and late are told apart.</summary>
    public FinishComparison FinishComparison { get; init; } = FinishComparison.Date;

    /// <summary>When the desk is warned that a due date comes near.</summary>
    public IReadOnlyList<EarlyWarning> Warnings { get; init; } = [new EarlyWarning { ShareOfTerm = 0.75m }];

    /// <summary>True when these rules apply to a dossier received on the date.</summary>
    public bool IsInForceOn(LocalDate date) => date >= From && (To is null || date <= To);
}

using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Whether the clock of a dossier runs (trạng thái thời hạn).</summary>
public enum ClockState
{
    NotStarted,
    Running,
    Paused,
    Stopped,
    Finished,
    Withdrawn,

    /// <summary>Đã hủy tiếp nhận: taken in by mistake; no class, for no statistic counts it.</summary>
    Voided,
}

/// <summary>Class of a dossier in the reports: trước hạn, đúng hạn, quá hạn when it is finished; trong hạn, quá hạn while it is open.</summary>
public enum FinishClass
{
    Early,
    OnTime,
    Late,
    InTerm,
    Overdue,
}

/// <summary>A supplement round with both promised dates (NgayHenTraTruoc, NgayHenTraMoi), rule S-6.</summary>
/// <param name="AskedAt">Moment of the request (Mẫu 02).</param>
/// <param name="WaitUntil">Last day for the applicant to come back, rule S-5.</param>
/// <param name="ReceivedAt">Moment of the full supplement as it counts, null while waiting.</param>
/// <param name="DueBefore">Promised date before the request.</param>
/// <param name="DueAfter">Promised date after the supplement, null while waiting.</param>
public sealed record SupplementReading(LocalDateTime AskedAt, LocalDate WaitUntil, LocalDateTime? ReceivedAt, LocalDateTime DueBefore, LocalDateTime? DueAfter);

/// <summary>
/// What the ledger of a dossier says about its time (kết quả tính thời hạn): a pure function of term, regime, calendar and ledger.
/// </summary>
/// <param name="StatutoryDue">Due date by law; an apology never moves it. Null before acceptance. While the clock is paused: the date before the pause.</param>
/// <param name="PromisedDue">What the applicant was last told: the published term, moved by at most one apology.</param>
/// <param name="IfRestarted">Due date when supplements restart the term (S-1); null without a received supplement.</param>
/// <param name="IfPaused">Due date when supplements only pause the term (S-2); null without a received supplement.</param>
/// <param name="State">Whether the clock runs.</param>
/// <param name="Class">Report class against <see cref="ReportDue"/>; null before acceptance and for an open dossier when no present moment was given.</param>
/// <param name="Refusals">Events that the rules do not allow; they move nothing.</param>
public sealed record ClockReading(
    LocalDateTime? StatutoryDue,
    LocalDateTime? PromisedDue,
    LocalDateTime? IfRestarted,
    LocalDateTime? IfPaused,
    ClockState State,
    FinishClass? Class,
    IReadOnlyList<ClockRefusal> Refusals
)
{
    /// <summary>The calendar was counted as it was known at this moment; null when all that is known was used.</summary>
    public LocalDateTime? KnownAt { get; init; }

    /// <summary>Moment from which the term counts after rule C7; null before acceptance.</summary>
    public LocalDateTime? ReceivedAt { get; init; }

    /// <summary>The first promise (published term), moved by supplements and extensions but by no apology; reports compare with it (C8, O-3).</summary>
    public LocalDateTime? ReportDue { get; init; }

    /// <summary>The supplement rounds after acceptance.</summary>
    public IReadOnlyList<SupplementReading> Supplements { get; init; } = [];

    /// <summary>How often a new date was promised.</summary>
    public int Apologies { get; init; }

    /// <summary>S-3: the national indicator takes a second supplement request for overdue.</summary>
    public bool SecondSupplement { get; init; }

    /// <summary>True when the run crosses days whose status is not announced yet, or a year the calendar does not cover.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Working time without the waiting (thời gian xử lý thực), up to the end, the pause or the present moment; null when none is known.</summary>
    public Duration? NetHandling { get; init; }

    /// <summary>The points of early warning of the regime, the earliest first; none before acceptance.</summary>
    public IReadOnlyList<LocalDateTime> Warnings { get; init; } = [];

    /// <summary>The first moment at which the open dossier is overdue; null while the clock stands still in time, and after the end.</summary>
    public LocalDateTime? LateFrom { get; init; }

    /// <summary>The first moment at which the supplement that the clock waits for can be sent no more; null while it waits for none.</summary>
    public LocalDateTime? WaitOverFrom { get; init; }

    /// <summary>Time left or overdue at the present moment; null when the clock does not run or no present moment was given.</summary>
    public TimeLeft? Left { get; init; }

    /// <summary>Tình trạng hạn: what an act stores of this reading, and what tells the class at any moment.</summary>
    public DueState Due =>
        new(State, State is ClockState.Running or ClockState.Paused ? null : Class, PromisedDue, ReportDue, Warnings, LateFrom, WaitOverFrom);

    /// <summary>The derivation of the statutory due date, line by line; worked out when it is first read.</summary>
    public IReadOnlyList<ProofLine> Proof => ProofSource.Value;

    internal Lazy<IReadOnlyList<ProofLine>> ProofSource { private get; init; } = new(() => []);
}

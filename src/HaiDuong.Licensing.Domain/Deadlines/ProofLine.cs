using System.Globalization;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Why a stretch of time counts or does not count (lý do tính hay không tính).</summary>
public enum ProofReason
{
    Received,
    ReceivedNextWorkingDay,
    TakingUp,
    TakenUp,
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
    WaitingForFee,
    StandsStill,
    StandsStillForSupplement,
    StandsStillForFee,
    SupplementOver,
    WaitingWithoutWorkingTime,
    WaitingAfterDue,
    Restarted,
    Extended,
    KeptDate,
    EndsOnReturn,
    RolledForward,
    Due,
    Promised,
    NotUsed,
    Finished,
    Stopped,
    Withdrawn,
    Voided,
    NotAnnounced,
    CalendarAdopted,
    Refused,
    MovesNothing,
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
    string? Detail = null
)
{
    /// <summary>Stable code, such as <c>make-up-working-day</c>.</summary>
    public string Code => DeadlineTexts.CodeOf(Reason);

    /// <summary>The sentence for people, in the language of the request; papers ask for <see cref="DeadlineTexts.Official"/>.</summary>
    public string Text => DeadlineTexts.Of(Reason);

    /// <summary>True for whole days, the last of which is the day before <see cref="To"/>.</summary>
    public bool IsWholeDays => From.TimeOfDay == LocalTime.Midnight && To.TimeOfDay == LocalTime.Midnight && To > From;

    /// <summary>The last of its whole days.</summary>
    public LocalDate LastDay => To.Date.PlusDays(-1);

    /// <summary>Number in the term of its first counted day, where days are counted.</summary>
    public int? FirstRunning => Running is { } last && IsWholeDays ? last - Period.DaysBetween(From.Date, LastDay) : Running;

    /// <summary>The same derivation with days that follow each other and count alike as one line: short enough for paper.</summary>
    public static IReadOnlyList<ProofLine> Together(IReadOnlyList<ProofLine> lines)
    {
        var together = new List<ProofLine>();
        foreach (var line in lines)
        {
            if (together.Count > 0 && together[^1].IsGoneOnBy(line))
                together[^1] = together[^1] with { To = line.To, Running = line.Running };
            else
                together.Add(line);
        }

        return together;
    }

    /// <summary>What the short names of rules and sources in a derivation stand for, in the order of their first mention.</summary>
    public static IReadOnlyList<(string Name, string Text)> Sources(IReadOnlyList<ProofLine> lines, WorkingCalendar calendar, CultureInfo? language = null) =>
        [
            .. from name in lines.SelectMany(line => (line.Source ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)
            let text = DeadlineTexts.Rule(name, language) ?? calendar.SourceOf(name)
            where text is not null
            select (name, text),
        ];

    private bool IsGoneOnBy(ProofLine next) =>
        IsWholeDays
        && next.IsWholeDays
        && To == next.From
        && (Reason, Counted, Source, Detail) == (next.Reason, next.Counted, next.Source, next.Detail)
        && Reason != ProofReason.CountedMonths
        && next.Running == (Running is null ? null : Running + 1);
}

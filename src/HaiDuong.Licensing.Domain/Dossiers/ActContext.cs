using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Bộ quy tắc của hồ sơ: the versions a dossier was received under; it keeps them to the end (rule V1). The organisation is that of every day.
/// </summary>
public sealed record DossierRules(Procedure Procedure, Route Route, ClockRegime Regime, WorkingCalendar Calendar, Organisation Organisation)
{
    /// <summary>The statutory term for a channel.</summary>
    public Term TermFor(SubmissionChannel channel) => Procedure.TermFor(channel).Statutory;

    /// <summary>The shorter term the province promised for a channel (C8), where it did.</summary>
    public Term? PublishedTermFor(SubmissionChannel channel) => Procedure.TermFor(channel) is { PublishedAmount: not null } term ? term.Promised : null;

    /// <summary>
    /// Reads a ledger under these rules. Dates are counted with what was known of the calendar when they were given: nothing moves by itself.
    /// </summary>
    public ClockReading ReadClock(SubmissionChannel channel, IReadOnlyList<ClockEvent> ledger, LocalDateTime? at) =>
        DeadlineClock.Read(TermFor(channel), Regime, Calendar, ledger, at, PublishedTermFor(channel), CalendarUse.AsKnownWhenCounted);

    /// <summary>When an online submission must be answered: so many working hours after it came (NĐ 45/2020 Điều 11).</summary>
    public LocalDateTime AnswerDue(LocalDateTime submittedAt) => ReceptionTimes.OnlineAnswerDue(submittedAt, Regime, Calendar);

    /// <summary>Points of early warning on the way to an answer that is due, but for those that would lie before its beginning.</summary>
    public IReadOnlyList<LocalDateTime> AnswerWarnings(LocalDateTime submittedAt, LocalDateTime due) =>
        EarlyWarning.Points(Regime.Warnings.Select(warning => warning.At(submittedAt, due, Calendar)).Where(point => point > submittedAt), due);

    /// <summary>When a step that began at a moment is near its end, due and late.</summary>
    public StepDue StepDue(LocalDateTime since, LocalDateTime? due) => Deadlines.StepDue.Of(since, due, Calendar);

    /// <summary>The route's step, or null for work beside the route (an opinion asked by the specialist).</summary>
    public RouteStep? StepOrNull(string stepId) => Route.Steps.FirstOrDefault(step => step.Id == stepId);
}

/// <summary>One act on one dossier: under which rules, by whom, when (the instant, and the same moment on the office's wall clock).</summary>
public sealed record ActContext(DossierRules Rules, Actor Actor, Instant Now, LocalDateTime Local)
{
    /// <summary>The questions that were on the page when it was sent again (<see cref="Refusal.Question"/>): what they ask about is meant.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The language that whoever acts reads the pages in, where it is not Vietnamese: <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Asks once (<see cref="Refusal.Ask"/>).</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="typed">Everything that it asks about.</param>
    public Refusal? Ask(Refusal question, params IEnumerable<object> typed) => question.Ask(Seen, typed);
}

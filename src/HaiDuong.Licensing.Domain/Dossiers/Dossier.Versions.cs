using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Moving a running dossier to another version of its procedure or route: looked at first, then done, never by itself.</summary>
public sealed partial class Dossier
{
    /// <summary>What a move would do; nothing is changed. Without a choice each step stays at the step of the same id, else of the same kind.</summary>
    public MovePlan PlanMove(DossierRules current, DossierRules target, IReadOnlyDictionary<string, string> chosen, LocalDateTime now)
    {
        var steps = Waiting(current).Select(step => MovedStep.Of(step, target.Route, chosen.GetValueOrDefault(step.Id))).ToList();
        var isOtherProcedure = target.Procedure.InForceFrom != ProcedureVersion;
        var data = isOtherProcedure ? FormRules.CheckAsked(target.Procedure.Form, Form, now) : [];
        var papers = isOtherProcedure ? PaperRules.Check(target.Procedure, Form, Papers.Select(paper => paper.Key)) : [];
        var (due, then) = Ledger.Count == 0 ? (null, null) : (ReadClock(current, now), ReadClock(target, now));
        var movesDueDate = (due?.StatutoryDue, due?.PromisedDue) != (then?.StatutoryDue, then?.PromisedDue);
        IReadOnlyList<Refusal> refusals =
            movesDueDate ? [new Refusal(nameof(RefusalCode.MoveChangesDueDate))]
            : AwaitedSupplement is { } awaited && ScopeOf(awaited, target.Procedure) is var open && data.Any(refusal => !open.Covers(refusal.Field))
                ? [new Refusal(nameof(RefusalCode.MoveAwaitsSupplement))]
            : RefuseMove(target, steps, now.Date);
        return new MovePlan(steps, [.. data, .. papers], due?.StatutoryDue, then?.StatutoryDue, refusals);
    }

    /// <summary>
    /// Chuyển phiên bản: the dossier goes on under the target's form, checks, letters and route, at the chosen steps. Its due dates stay: whom another term
    /// would move is refused.
    /// </summary>
    public IReadOnlyList<Refusal> MoveTo(DossierRules target, IReadOnlyDictionary<string, string> chosen, ActContext act)
    {
        if (WhyNot(DossierAct.MoveVersion, act) is { Count: > 0 } refused)
            return refused;
        var plan = PlanMove(act.Rules, target, chosen, act.Local);
        if (plan.Refusals.Count > 0)
            return plan.Refusals;
        var note =
            $"{act.Rules.Route.Name} {RouteVersion} → {target.Route.Name} {target.Route.Version}; {Say(ProcedureVersion)} → {Say(target.Procedure.InForceFrom)}";
        RouteState = RouteRunner.PlaceAt(target.Route, RouteState!, [.. plan.Steps.Select(step => step.To!.Id)]);
        (procedureVersion, routeId, routeVersion) = (target.Procedure.InForceFrom, target.Route.Id, target.Route.Version);
        foreach (var step in plan.Steps)
            Relay(step, act with { Rules = target });
        Record(DossierAct.MoveVersion, act with { Rules = target }, note: note);
        return [];
    }

    private IReadOnlyList<Refusal> RefuseMove(DossierRules target, IReadOnlyList<MovedStep> steps, LocalDate today)
    {
        if (LifeCycle.IsClosed(Status) || RouteState is null || RouteState.IsFinished)
            return [new Refusal(nameof(RefusalCode.MoveNotRunning))];
        if (target.Organisation.KeyOn(target.Procedure.DivisionKey, today) != target.Organisation.KeyOn(DivisionKey, today))
            return [new Refusal(nameof(RefusalCode.MoveOtherDivision), null, target.Procedure.DivisionKey)];
        if (steps.FirstOrDefault(step => step.To is null) is { } nowhere)
            return [new Refusal(nameof(RefusalCode.MoveNoStep), null, nowhere.From.Title)];
        if (RouteRunner.PlaceAt(target.Route, RouteState, [.. steps.Select(step => step.To!.Id)]) is null)
            return [new Refusal(nameof(RefusalCode.MoveUnreachable))];
        return Status == DossierStatus.WithdrawalAsked || LifeCycle.Allows(Status, RouteEndings.StatusOf(steps.Select(step => step.To!)) ?? Status)
            ? []
            : [new Refusal(nameof(RefusalCode.MoveForbidden))];
    }

    private IEnumerable<RouteStep> Waiting(DossierRules current) =>
        (RouteState?.Waiting ?? []).Select(waiting => current.StepOrNull(waiting.StepId)).OfType<RouteStep>();

    /// <summary>The desk, the person and the beginning stay; title, unit and time are the new step's.</summary>
    private void Relay(MovedStep step, ActContext act)
    {
        var old = _work.Find(item => item.StepId == step.From.Id)!;
        _work.Remove(old);
        var to = step.To!;
        var role = RoleOf(to);
        var isSameDesk = role == old.Role;
        var due = act.Rules.StepDue(old.Since, DueOf(to, act with { Local = old.Since }));
        _work.Add(
            new WorkItem
            {
                Id = Guid.CreateVersion7(),
                DossierId = Id,
                StepId = to.Id,
                Title = to.Title,
                Role = role,
                Unit = OfficeUnits.Of(to, role, DivisionKey, act.Rules.Organisation, act.Local.Date),
                AssigneeId = isSameDesk ? old.AssigneeId : null,
                AssigneeName = isSameDesk ? old.AssigneeName : null,
                Since = old.Since,
                DueAt = due.At,
                WarnFrom = due.WarnFrom,
                LateFrom = due.LateFrom,
            }
        );
        Opinions = [.. Opinions.Select(opinion => opinion.StepId == step.From.Id && opinion.Answer is null ? opinion with { StepId = to.Id } : opinion)];
    }

    private static string Say(LocalDate day) => LocalDatePattern.Iso.Format(day);
}

/// <summary>Phương án chuyển một hồ sơ: to which steps, what the new version asks that the dossier has not, its due date now and then.</summary>
/// <param name="Steps">Each waiting step with where it goes.</param>
/// <param name="Missing">Data and papers that the new version requires; asked from the applicant as a supplement later. While one is waited for, data that it
/// does not ask for would make it unanswerable; papers would not.</param>
/// <param name="DueNow">Statutory due date under the present version; null while it does not run.</param>
/// <param name="DueThen">The same under the new one.</param>
/// <param name="Refusals">Why the dossier cannot be moved so; empty when it can.</param>
public sealed record MovePlan(
    IReadOnlyList<MovedStep> Steps,
    IReadOnlyList<Refusal> Missing,
    LocalDateTime? DueNow,
    LocalDateTime? DueThen,
    IReadOnlyList<Refusal> Refusals
);

/// <summary>A waiting step, where it goes in the new version, and where else it could.</summary>
public sealed record MovedStep(RouteStep From, RouteStep? To, IReadOnlyList<RouteStep> Choices)
{
    // What these steps begin with (a pause, a question to an agency) or wait for lies outside the route: they only follow one another.
    private static readonly StepKind[] OnlyAmongThemselves =
    [
        StepKind.ReceiveDossier,
        StepKind.RequestSupplement,
        StepKind.CollectFee,
        StepKind.ConsultAgency,
        StepKind.ReturnResult,
        StepKind.StopProcessing,
    ];

    internal static MovedStep Of(RouteStep from, Route target, string? chosen)
    {
        List<RouteStep> choices = [.. target.Steps.Where(step => Follows(from.Kind, step.Kind))];
        var to = chosen is { Length: > 0 }
            ? choices.Find(step => step.Id == chosen)
            : choices.Find(step => step.Id == from.Id) ?? choices.Find(step => step.Kind == from.Kind);
        return new MovedStep(from, to, choices);
    }

    // Work may be done again; what a later step needs cannot be skipped.
    private static bool Follows(StepKind from, StepKind to) =>
        from == to || (!OnlyAmongThemselves.Contains(from) && to is StepKind.AppraiseDossier or StepKind.HumanTask);
}

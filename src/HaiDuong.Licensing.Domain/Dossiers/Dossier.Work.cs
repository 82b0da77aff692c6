using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>How the work follows the route: who has what on the desk.</summary>
public sealed partial class Dossier
{
    /// <summary>The work item an act is about: a waiting step of the given kind (the named one, or the only one), which this actor may do.</summary>
    private WorkItem? FindWork(StepKind kind, string? stepId, ActContext act, out IReadOnlyList<Refusal> refusals)
    {
        refusals = IsShutOut(act.Actor) ? [new Refusal(nameof(RefusalCode.ShutOut))] : [];
        if (refusals.Count > 0)
            return null;
        if (Status == DossierStatus.WithdrawalAsked)
        {
            refusals = [new Refusal(nameof(RefusalCode.WithdrawalPending))];
            return null;
        }
        var work = _work.FirstOrDefault(item => (stepId is null || item.StepId == stepId) && act.Rules.StepOrNull(item.StepId)?.Kind == kind);
        if (work is null)
            refusals = [new Refusal(nameof(RefusalCode.StepNotWaiting))];
        else if (!MayHold(work, act.Actor) && !IsServedAtCounter(kind, act))
            refusals = NotYours(HolderOf(work, act));
        return refusals.Count == 0 ? work : null;
    }

    /// <summary>Ai giữ việc: the person, or the role, and the unit or agency.</summary>
    private string HolderOf(WorkItem work, ActContext act)
    {
        var unit = AgencyNameOf(work.Unit, act.Rules.Procedure) ?? act.Rules.Organisation.NameOf(work.Unit);
        return work.AssigneeName is { Length: > 0 } person && person != unit ? $"{person}, {unit}" : new Refusal($"Holder.{work.Role}", null, unit).Sentence;
    }

    private void Complete(WorkItem work, string outcome, ActContext act)
    {
        var move = RouteRunner.Complete(act.Rules.Route, RouteState!, work.StepId, outcome, new DossierFacts(this), holds: true);
        if (!move.Accepted)
            throw new InvalidOperationException($"Route {act.Rules.Route.Id} does not take outcome {outcome} of step {work.StepId}: {move.Refusal}");
        RouteState = move.State;
        _work.Remove(work);
        FollowRoute(act);
    }

    /// <summary>Makes the work items those of the route: takes away what no longer waits, lays out what newly waits.</summary>
    private void FollowRoute(ActContext act)
    {
        var waiting = RouteState!.Waiting.Select(step => step.StepId).ToHashSet(StringComparer.Ordinal);
        _work.RemoveAll(item => act.Rules.StepOrNull(item.StepId) is not null && !waiting.Contains(item.StepId));
        foreach (var stepId in waiting.Where(id => _work.TrueForAll(item => item.StepId != id)))
            LayOut(act.Rules.StepOrNull(stepId)!, act);
        if (RouteState.IsFinished)
            _work.Clear();
    }

    private void LayOut(RouteStep step, ActContext act)
    {
        var role = RoleOf(step);
        var named = role is StaffRole.Specialist ? Specialist : null;
        var due = act.Rules.StepDue(act.Local, DueOf(step, act));
        var item = new WorkItem
        {
            Id = Guid.CreateVersion7(),
            DossierId = Id,
            StepId = step.Id,
            Title = step.Title,
            Role = role,
            Unit = OfficeUnits.Of(step, role, DivisionKey, act.Rules.Organisation, act.Local.Date),
            AssigneeId = named?.AccountId,
            AssigneeName = named?.Name ?? (role == StaffRole.ConsultedAgency && step.Agency is { } asked ? AgencyNameOf(asked, act.Rules.Procedure) : null),
            Since = act.Local,
            DueAt = due.At,
            WarnFrom = due.WarnFrom,
            LateFrom = due.LateFrom,
        };
        _work.Add(item);
        if (step.Kind == StepKind.CollectFee)
        {
            WriteClock(new ClockEvent(act.Local, ClockEventKind.Pause) { Ground = PauseGround.Fee }, act);
            TellApplicant(
                NoticeKind.FeeDue,
                act,
                ("amount", FeesDue.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))),
                ("taker", FeeCounter(act.Rules, act.Local.Date))
            );
        }
        if (step.Kind == StepKind.ConsultAgency && Opinions.All(opinion => opinion.StepId != step.Id || opinion.Answer is not null))
            OpenOpinion(new Opinion(Guid.CreateVersion7(), item.Unit, step.Title, act.Actor.Name, act.Local, item.DueAt ?? act.Local, step.Id), item, act);
        TellAssigned(item, named, act);
    }

    /// <summary>Tells somebody of work that somebody else has given them.</summary>
    private void TellAssigned(WorkItem item, Assignee? named, ActContext act)
    {
        if (named is not null && named.AccountId != act.Actor.AccountId)
            Owe(NoticeKind.WorkAssigned, act, new Addressee(AccountId: named.AccountId), item.StepId, ("step", item.Title), ("due", Say(item.DueAt)));
    }

    private StaffRole RoleOf(RouteStep step)
    {
        var role = Enum.Parse<StaffRole>(step.Role ?? nameof(StaffRole.Specialist));
        return role == StaffRole.DivisionHead && LeaderStandsIn ? StaffRole.Leader : role;
    }

    /// <summary>Receiving is due when the answer to the applicant is, which the law sets; every other step by its budget.</summary>
    private LocalDateTime? DueOf(RouteStep step, ActContext act) =>
        step switch
        {
            { Kind: StepKind.ReceiveDossier } => AnswerDue,
            { Budget: { } budget } => new StepTerm(budget.WorkingHours, budget.ShareOfTerm).DueAt(
                act.Local,
                act.Rules.TermFor(Channel),
                AcceptedAt ?? SubmittedAt ?? act.Local,
                act.Rules.Regime,
                act.Rules.Calendar
            ),
            _ => null,
        };

    /// <summary>An asked withdrawal stays asked, whatever opinion comes in meanwhile, until it is confirmed or refused.</summary>
    private DossierStatus StatusOfWork(Route route) =>
        Status == DossierStatus.WithdrawalAsked || RouteState is null ? Status : StatusOfSteps(route) ?? (Incidents.Count > 0 ? StatusWhileHeld() : Status);

    private DossierStatus? StatusOfSteps(Route route) =>
        RouteEndings.StatusOf(_work.Select(item => route.Steps.FirstOrDefault(step => step.Id == item.StepId)).OfType<RouteStep>());
}

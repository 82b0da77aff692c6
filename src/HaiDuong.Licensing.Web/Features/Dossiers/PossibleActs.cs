using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Web.Features.Dossiers;

/// <summary>Something the person can do on the dossier now. <see cref="Work"/> is null for an act beside the route.</summary>
public sealed record PossibleAct(string Word, string Href, WorkItem? Work = null);

/// <summary>Việc bạn có thể làm: the waiting steps that are this person's, and what may be done beside them.</summary>
public static class PossibleActs
{
    public static IReadOnlyList<PossibleAct> Of(Dossier dossier, ActContext act) => [.. Steps(dossier, act), .. Beside(dossier, act)];

    private static IEnumerable<PossibleAct> Steps(Dossier dossier, ActContext act)
    {
        if (dossier.Status == DossierStatus.WithdrawalAsked)
            yield break;
        foreach (var item in dossier.Work.Where(item => item.MayBeDoneBy(act.Actor)).OrderBy(item => item.DueAt))
        {
            var step = act.Rules.StepOrNull(item.StepId);
            if (step?.Kind == StepKind.RequestSupplement)
                continue;
            yield return new PossibleAct(item.Title, StepPaths.Of(item, step), item);
            if (step?.Kind is StepKind.AppraiseDossier or StepKind.ReceiveDossier)
                yield return new PossibleAct("AskSupplement", StepPaths.AskSupplement(dossier.Id));
        }
    }

    private static IEnumerable<PossibleAct> Beside(Dossier dossier, ActContext act)
    {
        var actor = act.Actor;
        var isHead = actor.Holds(StaffRole.DivisionHead, dossier.DivisionKey);
        if (dossier.Status == DossierStatus.WithdrawalAsked)
        {
            if (isHead || actor.Is(StaffRole.CounterClerk))
                yield return new PossibleAct("DecideWithdrawal", StepPaths.Withdrawal(dossier.Id));
            yield break;
        }

        var mayRecord = isHead || actor.Holds(StaffRole.Specialist, dossier.DivisionKey);
        foreach (var opinion in dossier.Opinions.Where(opinion => mayRecord && opinion.Answer is null))
            yield return new PossibleAct("RecordOpinion", StepPaths.Opinion(dossier.Id, opinion.Id));
        if (isHead && dossier is { IsAccepted: true, Specialist: not null } && !LifeCycle.IsClosed(dossier.Status) && dossier.FinishedAt is null)
            yield return new PossibleAct("AssignAgain", StepPaths.Assignment(dossier.Id));
        if (isHead && dossier.WhyNoApology(act).Count == 0)
            yield return new PossibleAct("Apologise", StepPaths.Apology(dossier.Id));
        if (actor.Is(StaffRole.RegistryClerk) && dossier.MayRenumber().Count == 0)
            yield return new PossibleAct("Renumber", StepPaths.Renumber(dossier.Id));
        if (actor.Is(StaffRole.CounterClerk) && dossier.Status != DossierStatus.Draft && LifeCycle.MayWithdraw(dossier.Status))
            yield return new PossibleAct("AskWithdrawal", StepPaths.Withdrawal(dossier.Id));
    }
}

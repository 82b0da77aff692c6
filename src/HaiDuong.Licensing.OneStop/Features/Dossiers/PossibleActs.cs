using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Desks;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

/// <summary>Something the person can do on the dossier now. <see cref="Work"/> is null for an act beside the route.</summary>
public sealed record PossibleAct(string Word, string Href, WorkItem? Work = null)
{
    /// <summary>The name that its words say: of the agency that it is about.</summary>
    public string? About { get; init; }

    /// <summary>Làm ngay: the button itself does it, since there is nothing to fill in.</summary>
    public bool IsDoneAtOnce { get; init; }
}

/// <summary>Việc bạn có thể làm: exactly what the verbs let this person do now, with the page of each (<see cref="Dossier.WhyNot"/>).</summary>
public static class PossibleActs
{
    public static IReadOnlyList<PossibleAct> Of(Dossier dossier, ActContext act) => [.. Steps(dossier, act), .. Beside(dossier, act)];

    private static IEnumerable<PossibleAct> Steps(Dossier dossier, ActContext act)
    {
        // A fee is kept by the accountant, and taken at the counter too.
        var takesFee = dossier.WhyNot(DossierAct.RecordPayment, act).Count == 0;
        foreach (var item in dossier.Work.OrderBy(item => item.DueAt))
        {
            var step = act.Rules.StepOrNull(item.StepId);
            // What the applicant supplies is sent on the applicant's own pages, or taken in by the counter.
            if (step?.Kind != StepKind.RequestSupplement && (dossier.MayDo(item, act.Actor) || (step?.Kind == StepKind.CollectFee && takesFee)))
                yield return new PossibleAct(item.Title, StepPaths.Of(item, step), item);
        }
    }

    private static IEnumerable<PossibleAct> Beside(Dossier dossier, ActContext act)
    {
        bool May(DossierAct what) => dossier.WhyNot(what, act).Count == 0;
        var takesFee = May(DossierAct.RecordPayment);
        if (May(DossierAct.Claim))
            yield return new PossibleAct("Claim", StepPaths.Claim(dossier.Id)) { IsDoneAtOnce = true };
        if (dossier.OpenSupplement(act.Local.Date) is not null && May(DossierAct.Supply))
            yield return new PossibleAct("TakeSupplement", StepPaths.TakeSupplement(dossier.Id));
        if (May(DossierAct.AskSupplement))
            yield return new PossibleAct("AskSupplement", StepPaths.AskSupplement(dossier.Id));
        if (May(DossierAct.ConfirmWithdrawal))
            yield return new PossibleAct("DecideWithdrawal", StepPaths.Withdrawal(dossier.Id));
        foreach (var opinion in dossier.Opinions.Where(opinion => dossier.MayAnswer(opinion, act) && !dossier.IsOnDesk(opinion, act.Actor)))
            yield return new PossibleAct("RecordOpinion", StepPaths.Opinion(dossier.Id, opinion.Id))
            {
                About = dossier.AgencyNameOf(opinion.AgencyKey, act.Rules.Procedure) ?? opinion.AgencyKey,
            };
        if (May(DossierAct.Assign) && !dossier.Work.Any(item => act.Rules.StepOrNull(item.StepId)?.Kind == StepKind.AssignDossier))
            yield return new PossibleAct("AssignAgain", StepPaths.Assignment(dossier.Id));
        if (May(DossierAct.Release))
            yield return new PossibleAct("Release", StepPaths.Release(dossier.Id));
        if (May(DossierAct.Apologise))
            yield return new PossibleAct("Apologise", StepPaths.Apology(dossier.Id));
        if (May(DossierAct.Renumber))
            yield return new PossibleAct("Renumber", StepPaths.Renumber(dossier.Id));
        if (May(DossierAct.AskWithdrawal))
            yield return new PossibleAct("AskWithdrawal", StepPaths.Withdrawal(dossier.Id));
        if (takesFee && !dossier.Work.Any(item => act.Rules.StepOrNull(item.StepId)?.Kind == StepKind.CollectFee))
            yield return new PossibleAct("TakeFee", StepPaths.Payment(dossier.Id));
        if (May(DossierAct.CancelPayment))
            yield return new PossibleAct("CancelPayment", StepPaths.CancelPayment(dossier.Id));
        if (May(DossierAct.Refund))
            yield return new PossibleAct("Refund", StepPaths.Refund(dossier.Id));
        if (May(DossierAct.Correct))
            yield return new PossibleAct("Correct", StepPaths.Correction(dossier.Id));
        if (May(DossierAct.CompleteForm))
            yield return new PossibleAct("CompleteForm", StepPaths.CompleteForm(dossier.Id));
        if (May(DossierAct.Attach) || May(DossierAct.Detach))
            yield return new PossibleAct("Attach", StepPaths.Attach(dossier.Id));
        if (May(DossierAct.VoidTakeIn))
            yield return new PossibleAct("VoidTakeIn", StepPaths.VoidTakeIn(dossier.Id));
        if (May(DossierAct.NameDenounced) || May(DossierAct.ReadmitDenounced))
            yield return new PossibleAct("NameDenounced", StepPaths.Denounced(dossier.Id));
    }
}

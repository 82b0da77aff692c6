using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Kết quả: draft, review, signature, number and seal, hand-over.</summary>
public sealed partial class Dossier
{
    public IReadOnlyList<Refusal> DraftResult(string stepId, DecisionDraft draft, ActContext act)
    {
        var work = FindWork(StepKind.DraftResult, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        if (WhyNotWhole(act) is { Count: > 0 } unfilled)
            return unfilled;
        if (draft.Kind == DecisionKind.Refuse && draft.Grounds.Count == 0 && string.IsNullOrWhiteSpace(draft.Reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        if (draft.Kind == DecisionKind.Grant)
        {
            var empty = act
                .Rules.Procedure.Result.Fields.Where(field => field.Required && string.IsNullOrWhiteSpace(draft.Fields.GetValueOrDefault(field.Key)))
                .ToList();
            if (empty.Count > 0)
                return [.. empty.Select(field => new Refusal(nameof(RefusalCode.FieldRequired), $"fields.{field.Key}", field.Label))];
            if (ResultRules.Check(act.Rules.Procedure, draft.Fields, SubmittedAt ?? act.Local) is { Count: > 0 } wrong)
                return [.. wrong.Select(refusal => new Refusal(refusal.Code, $"fields.{refusal.Field}", [.. refusal.Args]))];
        }
        ResultDraft = draft;
        Complete(work, "Done", act);
        Record(DossierAct.DraftResult, act, note: draft.Reason, work: work);
        return [];
    }

    /// <summary>Soát, ký nháy: the head agrees with the draft.</summary>
    public IReadOnlyList<Refusal> ApproveDraft(string stepId, string? note, ActContext act)
    {
        var work = FindWork(StepKind.ReviewDraft, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        ResultDraft = ResultDraft! with { SentBack = null };
        Complete(work, "Approved", act);
        Record(DossierAct.ApproveDraft, act, note: note, work: work);
        return [];
    }

    /// <summary>Trả lại: the head or the leader sends the draft back with a reason.</summary>
    public IReadOnlyList<Refusal> SendBack(string stepId, string reason, ActContext act)
    {
        var kind = act.Rules.StepOrNull(stepId)?.Kind == StepKind.SignResult ? StepKind.SignResult : StepKind.ReviewDraft;
        var work = FindWork(kind, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        ResultDraft = ResultDraft! with { SentBack = new SentBack(act.Actor.Name, act.Local, reason.Trim()) };
        Complete(work, "SendBack", act);
        Record(DossierAct.SendBack, act, note: reason, work: work);
        return [];
    }

    /// <summary>Whether the leader may sign now; asked before the document is made, so that no signature is given for nothing.</summary>
    public IReadOnlyList<Refusal> MaySign(string stepId, ActContext act)
    {
        FindWork(StepKind.SignResult, stepId, act, out var refusals);
        return refusals.Count > 0 ? refusals : WhyNotSignFor(act);
    }

    /// <summary>Ký: the leader's signature is on the file that <paramref name="signed"/> names.</summary>
    public IReadOnlyList<Refusal> Sign(string stepId, Decision signed, ActContext act)
    {
        var work = FindWork(StepKind.SignResult, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        if (WhyNotSignFor(act) is { Count: > 0 } beyond)
            return beyond;
        Decision = signed;
        ResultDraft = ResultDraft! with { SentBack = null };
        Complete(work, "Signed", act);
        Record(DossierAct.Sign, act, note: AuthorityOf(act), work: work);
        return [];
    }

    public IReadOnlyList<Refusal> MayIssue(string stepId, ActContext act)
    {
        FindWork(StepKind.IssueResult, stepId, act, out var refusals);
        return refusals.Count == 0 && SignedForAnotherOffice(act) ? [new Refusal(nameof(RefusalCode.SignedByFormerOffice))] : refusals;
    }

    /// <summary>
    /// Trả lại phòng: the registry sends back what is signed but may not be issued any more; the signature falls and the division drafts again. Refused:
    /// ReasonRequired, RouteHasNoDraft where the route cannot go back.
    /// </summary>
    public IReadOnlyList<Refusal> SendBackSigned(string stepId, string reason, ActContext act) =>
        SendBackFromRegistry(StepKind.DraftResult, stepId, reason, isFileDamaged: false, act);

    /// <summary>
    /// Trả lãnh đạo ký lại: the signed file is damaged or lost, so that it cannot be sealed; the signature falls, the draft stands and waits for a new one.
    /// Refused: ReasonRequired, RouteHasNoDraft where the route cannot go back.
    /// </summary>
    public IReadOnlyList<Refusal> AskToSignAgain(string stepId, string reason, ActContext act) =>
        SendBackFromRegistry(StepKind.SignResult, stepId, reason, isFileDamaged: true, act);

    private IReadOnlyList<Refusal> SendBackFromRegistry(StepKind to, string stepId, string reason, bool isFileDamaged, ActContext act)
    {
        var work = FindWork(StepKind.IssueResult, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        if (!TakeBackSignature(to, act, isFileDamaged))
            return [new Refusal(nameof(RefusalCode.RouteHasNoDraft))];
        ResultDraft = ResultDraft! with { SentBack = new SentBack(act.Actor.Name, act.Local, reason.Trim()) };
        Record(DossierAct.SendBack, act, note: reason, work: work);
        return [];
    }

    /// <summary>What waits to be issued waits for the given step again, unsigned; where the route cannot go back so, nothing changes.</summary>
    private bool TakeBackSignature(StepKind to, ActContext act, bool isFileDamaged = false)
    {
        var route = act.Rules.Route;
        var step = route.Steps.FirstOrDefault(step => step.Kind == to);
        var steps = RouteState!
            .Waiting.Select(waiting => route.Step(waiting.StepId).Kind == StepKind.IssueResult && step is not null ? step.Id : waiting.StepId)
            .ToList();
        if (step is null || RouteRunner.PlaceAt(route, RouteState, steps) is not { } placed)
            return false;
        RouteState = placed;
        FallenSignatures = [.. FallenSignatures, Decision! with { IsFileDamaged = isFileDamaged }];
        Decision = null;
        FollowRoute(act);
        return true;
    }

    /// <summary>Phát hành: numbered, dated and sealed. This is the finish of the dossier: its time is that of this act and cannot be typed.</summary>
    public IReadOnlyList<Refusal> Issue(string stepId, string number, LocalDate issuedOn, string issuedFile, ActContext act)
    {
        var work = FindWork(StepKind.IssueResult, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        TakeNumber(number, issuedOn, issuedFile, act);
        FinishedAt = act.Local;
        WriteClock(new ClockEvent(act.Local, ClockEventKind.Finish), act);
        Complete(work, "Issued", act);
        Record(DossierAct.Issue, act, note: number, work: work);
        TellResult(Decision!, act);
        return [];
    }

    /// <summary>
    /// Cấp số khác: the paper was spoilt before it was handed over; its number is cancelled. When the dossier finished does not move. Refused:
    /// ResultNotInOffice unless it is issued and in the office's hands.
    /// </summary>
    public IReadOnlyList<Refusal> Renumber(string number, LocalDate issuedOn, string issuedFile, string reason, ActContext act)
    {
        if (WhyNot(DossierAct.Renumber, act) is { Count: > 0 } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        TakeNumber(number, issuedOn, issuedFile, act);
        Record(DossierAct.Renumber, act, Status, $"{number}: {reason}", asRole: StaffRole.RegistryClerk);
        TellResult(Decision!, act);
        return [];
    }

    private void TellResult(Decision issued, ActContext act) =>
        TellApplicant(
            NoticeKind.ResultReady,
            act,
            ("number", issued.Number!),
            ("result", issued.TitleIn(act.Rules.Procedure)),
            ("refused", issued.Kind == DecisionKind.Refuse ? new Refusal(nameof(RefusalCode.ResultRefuses)).SentenceIn(Told) : "")
        );

    private void TakeNumber(string number, LocalDate issuedOn, string issuedFile, ActContext act)
    {
        Decision = Decision! with { Number = number, IssuedOn = issuedOn, IssuedFile = issuedFile, SealedAt = act.Local, SealedBy = act.Actor.Name };
        if (Decision.Kind == DecisionKind.Grant)
            Decision = Decision with { ValidTo = act.Rules.Procedure.Result.ValidTo(ResultDraft!.Fields, issuedOn) };
    }

    /// <summary>Trả kết quả: who took it, how, when.</summary>
    public IReadOnlyList<Refusal> Return(HandOver handOver, ActContext act)
    {
        var work = FindWork(StepKind.ReturnResult, null, act, out var refusals);
        if (work is null)
            return refusals;
        if (string.IsNullOrWhiteSpace(handOver.ReceiverName))
            return [new Refusal(nameof(RefusalCode.ReceiverRequired), "receiver")];
        if (handOver.ReceiverIdentityNumber is { Length: > 0 } number && !IdentityRules.IsPersonNumber(number))
            return [new Refusal(nameof(RefusalCode.ReceiverNumber), "identityNumber")];
        if (OwesAgain(act))
            return [new Refusal(nameof(RefusalCode.FeeOwedAgain), null, FeesDue)];
        if (handOver.Parcel is { } parcel && (handOver.By != ReturnBy.Post || !TypedParcel.IsOne(parcel)))
            return [new Refusal(handOver.By == ReturnBy.Post ? nameof(RefusalCode.ParcelNumber) : nameof(RefusalCode.ParcelNotSent), "parcel", parcel)];
        HandOver = handOver;
        Complete(work, "Returned", act);
        Record(DossierAct.HandOver, act, DossierStatus.Returned, handOver.ReceiverName, work);
        TellApplicant(NoticeKind.ResultHandedOver, act, ("receiver", handOver.ReceiverName));
        return [];
    }

    /// <summary>Dừng giải quyết: the end of a dossier whose applicant did not come back.</summary>
    public IReadOnlyList<Refusal> Stop(string stepId, string reason, ActContext act)
    {
        var work = FindWork(StepKind.StopProcessing, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        if (IsAccepted)
            WriteClock(new ClockEvent(act.Local, ClockEventKind.Stop), act);
        else
            CeaseToOwe(ClockState.Stopped);
        FinishedAt = act.Local;
        Complete(work, "Done", act);
        Record(DossierAct.Stop, act, DossierStatus.Stopped, reason, work);
        TellApplicant(NoticeKind.Stopped, act, ("reason", reason));
        return [];
    }

    /// <summary>Keeps a slip or letter that was given out, by the hash of its file.</summary>
    public void Keep(Slip slip) => Slips = [.. Slips, slip];
}

using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>What the division does: assignment, appraisal, inspection.</summary>
public sealed partial class Dossier
{
    /// <summary>Chuyên viên thụ lý: the person all specialist's steps go to, once assigned.</summary>
    public Assignee? Specialist { get; private set; }

    /// <summary>Phân công: the head names the specialist; may be done again later to move the work to somebody else.</summary>
    public IReadOnlyList<Refusal> Assign(Assignee specialist, string? note, ActContext act)
    {
        if (WhyNot(DossierAct.Assign, act) is { Count: > 0 } refused)
            return refused;
        if (specialist.Unit != DivisionKey)
            return [new Refusal(nameof(RefusalCode.AssigneeOfOtherUnit), "specialist", specialist.Name)];
        if (ShutOut.Contains(specialist.AccountId))
            return [new Refusal(nameof(RefusalCode.AssigneeShutOut), "specialist", specialist.Name)];
        if (Specialist?.AccountId == specialist.AccountId)
            return [new Refusal(nameof(RefusalCode.AssigneeAlready), "specialist", specialist.Name)];
        Specialist = specialist;
        var work = _work.Find(item => act.Rules.StepOrNull(item.StepId)?.Kind == StepKind.AssignDossier);
        if (work is not null)
            Complete(work, "Done", act);
        else
            MoveSpecialistWork(act);
        Record(
            DossierAct.Assign,
            act,
            work: work,
            note: note is { Length: > 0 } ? $"{specialist.Name}: {note}" : specialist.Name,
            asRole: LeaderStandsIn ? StaffRole.Leader : StaffRole.DivisionHead
        );
        return [];
    }

    /// <summary>
    /// Trả việc về phòng: whoever has the dossier, or the head, gives it back with a reason; its work then waits for anybody of the division, until one of them
    /// does it or the head assigns it again. Refused: ReasonRequired, HiddenNotReleased.
    /// </summary>
    public IReadOnlyList<Refusal> Release(string reason, ActContext act)
    {
        if (WhyNot(DossierAct.Release, act) is { Count: > 0 } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        var holder = Specialist!;
        Specialist = null;
        MoveSpecialistWork(act);
        Record(DossierAct.Release, act, note: $"{holder.Name}: {reason.Trim()}");
        return [];
    }

    /// <summary>
    /// Nhận việc: a specialist of the division takes a dossier that nobody has, with all its work; due as before. Refused: ClaimedBy to whoever comes second.
    /// </summary>
    public IReadOnlyList<Refusal> Claim(ActContext act)
    {
        if (WhyNot(DossierAct.Claim, act) is { Count: > 0 } refused)
            return refused;
        Specialist = new Assignee(act.Actor.AccountId!.Value, act.Actor.Name, DivisionKey);
        MoveSpecialistWork(act);
        Record(DossierAct.Claim, act, asRole: StaffRole.Specialist);
        return [];
    }

    /// <summary>To whoever has the dossier now, or to the whole division; due as before, for a step that changes hands gains no time.</summary>
    private void MoveSpecialistWork(ActContext act)
    {
        foreach (var item in _work.Where(item => item.Role == StaffRole.Specialist).ToList())
        {
            _work.Remove(item);
            _work.Add(LaidAround(item, act, Specialist));
            TellAssigned(item, Specialist, act);
        }
    }

    /// <summary>Thẩm định xong: each check of the procedure with its finding; the outcome decides where the route goes.</summary>
    public IReadOnlyList<Refusal> Appraise(string stepId, IReadOnlyList<CheckResult> checks, string outcome, string? note, ActContext act)
    {
        var work = FindWork(StepKind.AppraiseDossier, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        var open = ChecksToAnswer(act.Rules.Procedure).Where(check => checks.All(result => result.Key != check.Key)).ToList();
        if (open.Count > 0)
            return [.. open.Select(check => new Refusal(nameof(RefusalCode.CheckNotAnswered), $"checks.{check.Key}", check.Text))];
        if (Opinions.Any(opinion => opinion.Answer is null && opinion.StepId is null))
            return [new Refusal(nameof(RefusalCode.OpinionOpen))];
        if (WhyNotWhole(act) is { Count: > 0 } unfilled)
            return unfilled;
        Checks = checks;
        Complete(work, outcome, act);
        Record(DossierAct.Appraise, act, note: note, work: work);
        return [];
    }

    /// <summary>The checks that concern the case; what is measured on the site is answered once it has been inspected.</summary>
    private IEnumerable<CheckItem> ChecksToAnswer(Procedure procedure) =>
        CheckRules
            .Evaluate(procedure, Form, Inspection)
            .Select(outcome => outcome.Check)
            .Where(check => check.Subject != CheckSubject.Inspection || Inspection is not null);

    /// <summary>Kiểm tra thực tế: the record of the inspection, by the procedure's inspection form.</summary>
    public IReadOnlyList<Refusal> Inspect(string stepId, FormData record, ActContext act)
    {
        var work = FindWork(StepKind.InspectSite, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        if (act.Rules.Procedure.InspectionForm is { } form && FormRules.Check(form, record, act.Local) is { Count: > 0 } faults)
            return faults;
        Inspection = record;
        Complete(work, "Done", act);
        Record(DossierAct.Inspect, act, work: work);
        return [];
    }

    /// <summary>Hoàn thành bước: a plain step of the route that has no form of its own.</summary>
    public IReadOnlyList<Refusal> CompleteStep(string stepId, string outcome, string? note, ActContext act)
    {
        var kind = act.Rules.StepOrNull(stepId)?.Kind ?? StepKind.HumanTask;
        if (kind is not (StepKind.HumanTask or StepKind.ForwardToAuthority))
            return [new Refusal(nameof(RefusalCode.StepNotWaiting))];
        var work = FindWork(kind, stepId, act, out var refusals);
        if (work is null)
            return refusals;
        if (act.Rules.Procedure.TermFor(Channel).StartsWith is { } taking && (taking.Step, taking.Outcome) == (stepId, outcome))
            TakeUp(act);
        Complete(work, outcome, act);
        Record(DossierAct.CompleteStep, act, note: note, work: work);
        return [];
    }
}

/// <summary>Người được phân công.</summary>
public sealed record Assignee(Guid AccountId, string Name, string Unit);

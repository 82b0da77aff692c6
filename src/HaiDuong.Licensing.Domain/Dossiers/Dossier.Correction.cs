using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Đính chính thông tin: what was typed wrong is put right after acceptance, with its trace.</summary>
public sealed partial class Dossier
{
    /// <summary>Every correction, the oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>
    /// Đính chính: the applicant's data and the answers as they ought to have been typed. Who is meant is corrected by the applicant's own paper alone;
    /// what would change the fee is asked by a supplement; the kind of applicant is none that was mistyped. What a draft is already made from waits
    /// until the draft comes back. Only what is corrected is checked, as of the day of acceptance.
    /// </summary>
    /// <param name="applicant">The applicant, corrected.</param>
    /// <param name="form">The answers, corrected.</param>
    /// <param name="reason">Why; told to the applicant.</param>
    /// <param name="paper">The applicant's confirmation, where there is one.</param>
    /// <param name="act">Who, when, under which rules.</param>
    public IReadOnlyList<Refusal> Correct(Applicant applicant, FormData form, string reason, Paper? paper, ActContext act)
    {
        if (WhyNot(DossierAct.Correct, act) is { Count: > 0 } refused)
            return refused;
        var procedure = act.Rules.Procedure;
        var corrected = applicant with { Kind = Applicant.Kind };
        var scope = FormScope.Of(procedure, Form, Changed(procedure.Form, form));
        var amended = scope.Fields.Count == 0 ? Form : scope.Amend(Form, form);
        var entries = Correction.Between((Applicant, Form), (corrected, amended), procedure.Form);
        IReadOnlyList<Refusal> faults =
        [
            .. string.IsNullOrWhiteSpace(reason) ? [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")] : Array.Empty<Refusal>(),
            .. WhyNotThese(entries, paper, act),
            .. ApplicantRules.Check(corrected, procedure).Except(ApplicantRules.Check(Applicant, procedure)),
            .. CheckAmended(amended, scope, act),
        ];
        if (faults.Count > 0)
            return faults;
        if (!FeeCalculator.Charges(procedure, amended, AcceptedAt!.Value.Date).SequenceEqual(FeesOfForm(act.Rules)))
            return [new Refusal(nameof(RefusalCode.CorrectionFee))];
        Papers = paper is null ? Papers : [.. Papers, paper];
        (Applicant, Form, Matters) = (corrected, amended, MatterKeys.Of(procedure, amended));
        EndBriefness(act.Rules);
        Corrections = [.. Corrections, new Correction(act.Actor.AccountId, act.Actor.Name, act.Local, reason, entries, paper?.Id)];
        // Whoever may not know the sender reads the history too.
        var what = string.Join("; ", entries.Select(entry => HidesApplicant ? entry.Label : entry.Sentence));
        Record(DossierAct.Correct, act, Status, $"{what}. {reason}");
        TellApplicant(NoticeKind.EntriesCorrected, act, ("changes", string.Join('\n', entries.Select(entry => entry.Sentence))), ("reason", reason));
        return [];
    }

    /// <summary>Dự thảo đang chờ duyệt, ký, phát hành, or the result is there: then only how the applicant is reached is corrected.</summary>
    public bool CorrectsContactAlone(DossierRules rules) =>
        Status == DossierStatus.ResultReady
        || _work.Exists(item => rules.StepOrNull(item.StepId)?.Kind is StepKind.ReviewDraft or StepKind.SignResult or StepKind.IssueResult);

    private IEnumerable<string> Changed(Form form, FormData typed)
    {
        var (before, after) = (FormRules.Visible(form, Form), FormRules.Visible(form, typed));
        return form
            .Fields.Select(field => field.Key)
            .Concat(form.Tables.Select(table => table.Key))
            .Where(key => !before.Only(new HashSet<string> { key }).Equals(after.Only(new HashSet<string> { key })));
    }

    private IEnumerable<Refusal> WhyNotThese(IReadOnlyList<CorrectedEntry> entries, Paper? paper, ActContext act)
    {
        if (entries.Count == 0)
            yield return new Refusal(nameof(RefusalCode.CorrectionOfNothing));
        if (entries.Any(entry => entry.TellsWhoIsMeant) && paper?.FileHash is null)
            yield return new Refusal(nameof(RefusalCode.CorrectionPaperRequired), "paper");
        if (CorrectsContactAlone(act.Rules))
            foreach (var entry in entries.Where(entry => !entry.IsContact))
                yield return new Refusal(nameof(RefusalCode.CorrectionAfterDraft), entry.Field, entry.Label);
        if (SupplementScope(act.Rules.Procedure, act.Local.Date) is { } asked)
            foreach (var entry in entries.Where(entry => asked.Covers(entry.Field)))
                yield return new Refusal(nameof(RefusalCode.CorrectionAsked), entry.Field, entry.Label);
    }

    private IEnumerable<Refusal> CheckAmended(FormData amended, FormScope scope, ActContext act) =>
        [
            .. FormRules
                .CheckAsked(act.Rules.Procedure.Form, amended, AcceptedAt!.Value)
                .Concat(NoticeBeforeEvent.Check(act.Rules, amended, SubmittedAt ?? AcceptedAt.Value))
                .Where(refusal => scope.Covers(refusal.Field)),
            .. PaperRules
                .Missing(act.Rules.Procedure, amended, Papers.Select(paper => paper.Key))
                .Where(paper => scope.Papers.Contains(paper.Key))
                .Select(paper => new Refusal(nameof(RefusalCode.CorrectionCallsForPaper), null, paper.Name)),
        ];

    /// <summary>Whoever has it: the counter, while it may know the sender; the specialist; the head.</summary>
    private Refusal[] WhyNotCorrect(ActContext act) =>
        !IsHead(act) && !(IsAtDesk(StaffRole.CounterClerk, act) && !(HidesApplicant && Specialist is not null)) && !(IsInDivision(act) && IsSpecialist(act))
            ? NotYours(StaffRole.CounterClerk, StaffRole.Specialist, StaffRole.DivisionHead)
        : !IsAccepted || LifeCycle.IsClosed(Status) ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : Status == DossierStatus.WithdrawalAsked ? [new Refusal(nameof(RefusalCode.WithdrawalPending))]
        : [];
}

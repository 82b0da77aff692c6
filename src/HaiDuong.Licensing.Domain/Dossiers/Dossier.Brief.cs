using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Nhận nhanh: whose it is, what it is about, the papers and the fee; the rest of the form is typed later, from the papers.</summary>
public sealed partial class Dossier
{
    /// <summary>The longest abstract.</summary>
    public const int MostOfAbstract = 500;

    /// <summary>Trích yếu: what a dossier that was taken in quickly is about, as the counter wrote it; null of every other.</summary>
    public string? Abstract { get; private set; }

    /// <summary>Chưa nhập đủ: taken in quickly, and something that the form asks is not typed yet.</summary>
    public bool IsBrief { get; private set; }

    /// <summary>
    /// Nhận nhanh: what is typed at the counter is enough for now, with what it is about in a sentence, right or wrong (<see cref="CheckWhole"/>).
    /// </summary>
    public IReadOnlyList<Refusal> TakeBriefly(string? about, ActContext act)
    {
        if (WhyNot(DossierAct.Draft, act) is { Count: > 0 } refused)
            return refused;
        if (!MayBeBrief(act.Rules.Procedure) || Channel == SubmissionChannel.Online)
            return [new Refusal(nameof(RefusalCode.BriefNotOffered))];
        (Abstract, IsBrief) = (VietnameseText.Clean(about ?? ""), true);
        Revision++;
        return [];
    }

    /// <summary>What hides its sender is typed whole: whoever it is about is known from the form alone.</summary>
    public static bool MayBeBrief(Procedure procedure) => procedure is { HidesApplicant: false, DenouncedField: null };

    /// <summary>Chưa nhập: what the form asks and nobody has typed yet; none of a dossier that was taken in whole.</summary>
    public IReadOnlyList<string> Unanswered(DossierRules rules) => IsBrief && SubmittedAt is { } at ? BriefForm.Unanswered(rules.Procedure.Form, Form, at) : [];

    /// <summary>
    /// Nhập đủ: the form as it is read from the papers; what is there is checked, what is still missing is named. What would change the fee is asked by a
    /// supplement instead.
    /// </summary>
    /// <param name="form">All answers.</param>
    /// <param name="act">Who, when, under which rules.</param>
    public IReadOnlyList<Refusal> CompleteForm(FormData form, ActContext act)
    {
        if (WhyNot(DossierAct.CompleteForm, act) is { Count: > 0 } refused)
            return refused;
        var procedure = act.Rules.Procedure;
        var (before, typed) = (Form, FormRules.Visible(procedure.Form, form));
        if (BriefForm.Check(procedure, act.Rules.Route, typed, AcceptedAt!.Value) is { Count: > 0 } faults)
            return faults;
        var entries = Correction.Between((Applicant, before), (Applicant, typed), procedure.Form);
        if (entries.Count == 0)
            return [new Refusal(nameof(RefusalCode.NothingTyped))];
        Form = typed;
        if (!FeesOfForm(act.Rules).SequenceEqual(Fees))
        {
            Form = before;
            return [new Refusal(nameof(RefusalCode.CorrectionFee))];
        }

        Matters = MatterKeys.Of(procedure, typed);
        EndBriefness(act.Rules);
        Record(DossierAct.CompleteForm, act, Status, string.Join("; ", entries.Select(entry => entry.Old.Length > 0 ? entry.Sentence : entry.Label)));
        return [];
    }

    /// <summary>What a quick take-in asks: its abstract, and of the form what cannot wait.</summary>
    private IEnumerable<Refusal> CheckBrief(ActContext act) =>
        [
            .. Abstract is { Length: > 0 and <= MostOfAbstract }
                ? Array.Empty<Refusal>()
                : [new Refusal(nameof(RefusalCode.AbstractMissing), "intake.abstract", MostOfAbstract)],
            .. BriefForm.Check(act.Rules.Procedure, act.Rules.Route, Form, act.Local),
        ];

    /// <summary>Nothing is decided by a form that is not whole.</summary>
    private IReadOnlyList<Refusal> WhyNotWhole(ActContext act) =>
        Unanswered(act.Rules) is { Count: > 0 } open ? [new Refusal(nameof(RefusalCode.FormNotWhole), null, string.Join("; ", open))] : [];

    private void EndBriefness(DossierRules rules) => IsBrief = Unanswered(rules).Count > 0;

    /// <summary>Whoever has the papers: the counter, the division.</summary>
    private Refusal[] WhyNotCompleteForm(ActContext act) =>
        !IsHead(act) && !IsAtDesk(StaffRole.CounterClerk, act) && !IsInDivision(act)
            ? NotYours(StaffRole.CounterClerk, StaffRole.Specialist, StaffRole.DivisionHead)
        : !IsBrief || !IsAccepted || LifeCycle.IsClosed(Status) ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : Status == DossierStatus.WithdrawalAsked ? [new Refusal(nameof(RefusalCode.WithdrawalPending))]
        : [];
}

using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Fees;
using HaiDuong.Licensing.OneStop.Features.Opinions;
using HaiDuong.Licensing.OneStop.Features.Registry;
using HaiDuong.Licensing.OneStop.Features.Review;
using HaiDuong.Licensing.OneStop.Features.Signing;
using HaiDuong.Licensing.OneStop.Features.Steps;
using HaiDuong.Licensing.OneStop.Features.Stopping;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Features.Withdrawal;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.Demo;

/// <summary>Does one act on one dossier as whoever must, through the acts that the pages call.</summary>
internal sealed class JourneyActs(IServiceProvider desk, IReadOnlyList<Actor> people, int number, Dossier dossier, DossierRules rules)
{
    public Task<ActResult> DoAsync(string verb, CancellationToken cancel) =>
        verb switch
        {
            "send" => Act<SubmitDossier>().DoAsync(new(dossier.Id, null), Applicant, cancel),
            "accept" => AcceptAsync(Clerk, null, cancel),
            "refuse" => Act<RefuseDossier>().DoAsync(new(dossier.Id, null, Text("refuse")), Clerk, cancel),
            "ask" => AskAsync(rules.Regime.SupplementWaitingDays, cancel),
            "ask-soon" => AskAsync(5, cancel),
            "supply" => SupplyAsync(cancel),
            "expire" => Act<ExpireSupplement>().DoAsync(dossier.Id, cancel),
            "stop" => Act<StopDossier>().DoAsync(new(dossier.Id, null, Step(StepKind.StopProcessing), Text("stop")), Specialist, cancel),
            "assign" => Act<AssignDossier>().DoAsync(new(dossier.Id, null, Specialist.AccountId!.Value, Text("assign")), Head, cancel),
            "appraise" => AppraiseAsync(Specialist, cancel),
            "ask-opinion" => AskOpinionAsync(cancel),
            "opine" => OpineAsync(cancel),
            "inspect" => InspectAsync(cancel),
            "pay" => PayAsync(cancel),
            "draft" => DraftAsync(DecisionKind.Grant, cancel),
            "draft-refusal" => DraftAsync(DecisionKind.Refuse, cancel),
            "approve" => Act<ApproveDraft>().DoAsync(new(dossier.Id, null, Step(StepKind.ReviewDraft), Text("approve")), Head, cancel),
            "send-back" => Act<SendBackDraft>().DoAsync(new(dossier.Id, null, Step(StepKind.ReviewDraft), Text("sendBack")), Head, cancel),
            "send-back-signing" => Act<SendBackDraft>().DoAsync(new(dossier.Id, null, Step(StepKind.SignResult), Text("sendBack")), Leader, cancel),
            "sign" => Act<SignResult>().DoAsync(new(dossier.Id, null, Step(StepKind.SignResult)), ProvedActor.WithoutSession(Leader), cancel),
            "issue" => Act<IssueResult>().DoAsync(new(dossier.Id, null, Step(StepKind.IssueResult)), Holder(StaffRole.RegistryClerk), cancel),
            "complete" => CompleteAsync(cancel),
            "withdraw" => Act<AskWithdrawal>().DoAsync(new(dossier.Id, null, Text("withdraw"), null), Applicant, cancel),
            "agree" => Act<DecideWithdrawal>().DoAsync(new(dossier.Id, null, true, ""), Head, cancel),
            "decline" => Act<DecideWithdrawal>().DoAsync(new(dossier.Id, null, false, Text("declineWithdrawal")), Head, cancel),
            "apologise" => Act<Apologise>()
                .DoAsync(new(dossier.Id, null, rules.Calendar.PlusWorkingDays(dossier.PromisedDue!.Value.Date, 1), Text("apologise")), Head, cancel),
            "hand" => Act<HandOverResult>()
                .DoAsync(
                    new(
                        dossier.Id,
                        null,
                        Text("receiver").Replace("{applicant}", dossier.Applicant.Name, StringComparison.Ordinal),
                        null,
                        dossier.ReturnBy,
                        null
                    ),
                    Clerk,
                    cancel
                ),
            _ => throw new ArgumentException($"Nobody knows an act '{verb}'.", nameof(verb)),
        };

    /// <summary>As somebody of one's choice, who saw the dossier at a revision.</summary>
    public Task<ActResult> AcceptAsync(Actor clerk, int? seen, CancellationToken cancel) => Act<AcceptDossier>().DoAsync(new(dossier.Id, seen), clerk, cancel);

    /// <summary>As somebody of one's choice: every check is met.</summary>
    public Task<ActResult> AppraiseAsync(Actor by, CancellationToken cancel) =>
        Act<AppraiseDossier>().DoAsync(new(dossier.Id, null, Step(StepKind.AppraiseDossier), Checks(), Text("appraise")), by, cancel);

    /// <summary>With a receipt of the office's series where it has one.</summary>
    private async Task<ActResult> PayAsync(CancellationToken cancel)
    {
        var receipt = await Act<NextReceiptQuery>().ReadAsync(dossier, cancel) is { IsUsedUp: false } ? "" : $"PT-{dossier.Code}";
        var request = new RecordPaymentRequest(dossier.Id, null, (long)dossier.FeesDue, receipt, SampleTexts.Pick("act.payment", number)!);
        return await Act<RecordPayment>().DoAsync(request, Holder(StaffRole.Accountant), cancel);
    }

    private Actor Specialist => Holder(StaffRole.Specialist, dossier.DivisionKey);

    private Actor Head => Holder(StaffRole.DivisionHead, dossier.DivisionKey);

    private Actor Clerk => Holder(StaffRole.CounterClerk);

    private Actor Leader
    {
        get
        {
            var leaders = people.Where(person => person.Is(StaffRole.Leader)).ToList();
            return leaders[number % leaders.Count];
        }
    }

    private Actor Applicant => SenderOf(dossier, people);

    /// <summary>The owner of the account that sent the dossier, or the visitor who did.</summary>
    public static Actor SenderOf(Dossier dossier, IReadOnlyList<Actor> people) =>
        people.FirstOrDefault(person => person.AccountId is { } account && account == dossier.OwnerAccountId)
        ?? Actor.ApplicantOf(dossier.Id, dossier.Applicant.Name);

    private ActContext Context => Act<ActDesk>().ContextFor(dossier, Specialist);

    private T Act<T>()
        where T : notnull => desk.GetRequiredService<T>();

    private Actor Holder(StaffRole role) => people.First(person => person.Is(role));

    private Actor Holder(StaffRole role, string unit) => people.First(person => person.Holds(role, unit));

    private string Step(StepKind kind) => dossier.Work.First(item => rules.StepOrNull(item.StepId)?.Kind == kind).StepId;

    private static string Text(string act) => SampleTexts.Get($"act.{act}");

    private CheckResult[] Checks() => [.. rules.Procedure.Checks.Select(check => new CheckResult(check.Key, true, null))];

    private Task<ActResult> AskAsync(int days, CancellationToken cancel)
    {
        var paper = PaperRules.Applicable(rules.Procedure, dossier.Form).FirstOrDefault(candidate => candidate.Required && !candidate.IsForm);
        var field = rules.Procedure.Form.Fields.First(candidate => candidate is { Required: true, Type: FieldType.Multiline or FieldType.Text });
        var item = paper is not null
            ? new SupplementItem(SupplementTarget.Paper, paper.Key, paper.Name, Text("supplementPaper"))
            : new SupplementItem(SupplementTarget.Field, field.Key, field.Label, Text("supplementField"));
        var asker = dossier.IsAccepted ? Specialist : Holder(StaffRole.CounterClerk);
        return Act<AskSupplement>()
            .DoAsync(new(dossier.Id, null, [item], Text("supplement"), Context.Rules.Calendar.OnOrAfter(Context.Local.Date.PlusDays(days))), asker, cancel);
    }

    private async Task<ActResult> SupplyAsync(CancellationToken cancel)
    {
        foreach (var item in dossier.UnansweredSupplement!.Items.Where(item => item.Target == SupplementTarget.Paper))
        {
            var requirement = rules.Procedure.Papers.Single(paper => paper.Key == item.Key);
            var paper = await SamplePapers.At(desk).MakeAsync(requirement, rules.Procedure, dossier.Applicant, cancel);
            await Act<ActDesk>()
                .DoAsync(
                    dossier.Id,
                    null,
                    Applicant,
                    (asked, act) =>
                        asked.Papers.Any(sent => sent.Key == paper.Key && sent.Round == asked.UnansweredSupplement?.Round) ? [] : asked.AddPaper(paper, act),
                    cancel
                );
        }

        return await Act<SupplySupplement>().DoAsync(new(dossier.Id, null, dossier.Form), Applicant, cancel);
    }

    private Task<ActResult> AskOpinionAsync(CancellationToken cancel)
    {
        var agency = rules.Procedure.ConsultedAgencies[0];
        var answerBy = rules.Calendar.AddWorkingTime(Context.Local, NodaTime.Duration.FromHours(8));
        return Act<AskOpinion>().DoAsync(new(dossier.Id, null, agency.Key, agency.Question ?? Text("question"), answerBy, []), Specialist, cancel);
    }

    private Task<ActResult> OpineAsync(CancellationToken cancel)
    {
        var opinion = dossier.Opinions.First(candidate => candidate.Answer is null);
        return Act<GiveOpinion>()
            .DoAsync(new(dossier.Id, null, opinion.Id, OpinionAnswer.Agree, Text("opinion")), Holder(StaffRole.ConsultedAgency, opinion.AgencyKey), cancel);
    }

    /// <summary>A plain step ends the first way that the route gives.</summary>
    private Task<ActResult> CompleteAsync(CancellationToken cancel)
    {
        var work = dossier.Work.First(item => rules.StepOrNull(item.StepId)?.Kind is StepKind.HumanTask or StepKind.ForwardToAuthority);
        var doer = people.First(person => dossier.MayDo(work, person));
        return Act<CompleteStep>().DoAsync(new(dossier.Id, null, work.StepId, rules.StepOrNull(work.StepId)!.Outcomes[0], Text("complete")), doer, cancel);
    }

    private Task<ActResult> InspectAsync(CancellationToken cancel)
    {
        var record = SampleForms.Fill(rules.Procedure.InspectionForm!, dossier.Applicant, Context.Local, number);
        return Act<InspectSite>().DoAsync(new(dossier.Id, null, Step(StepKind.InspectSite), record), Specialist, cancel);
    }

    private async Task<ActResult> DraftAsync(DecisionKind kind, CancellationToken cancel)
    {
        var refuse = kind == DecisionKind.Refuse;
        var licence = await Act<LicenceRegister>().OfAsync(rules.Procedure, dossier.Form, dossier.Applicant, cancel);
        IReadOnlyDictionary<string, string> fields = refuse
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : SampleForms.Result(rules.Procedure, dossier, licence, Context.Local, number);
        return await Act<DraftResult>()
            .DoAsync(
                new(
                    dossier.Id,
                    null,
                    Step(StepKind.DraftResult),
                    kind,
                    fields,
                    refuse ? [rules.Procedure.RefusalGrounds[0].Key] : [],
                    refuse ? Text("refuseResult") : null
                ),
                Specialist,
                cancel
            );
    }
}

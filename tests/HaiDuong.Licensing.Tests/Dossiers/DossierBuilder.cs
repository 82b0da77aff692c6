using System.Text.Json.Nodes;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.Routes;
using NodaTime;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A dossier of a shipped procedure, brought by its own verbs to the state a test is about.</summary>
internal sealed class DossierBuilder
{
    public static readonly LocalDateTime Start = new(2026, 3, 2, 8, 0);
    private static readonly WorkflowsFolder Folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
    private static readonly Rulebooks Books = new(
        ProcedureCatalogue.Load(Folder),
        RegimeFiles.Load(Folder),
        new OfficeCalendar(CalendarFiles.Load(Folder).Single(data => data.Name == "vietnam"))
    );

    public static Organisation Organisation => Books.Catalogue.Organisation;

    public DossierBuilder(string slug = "publishing-permit", SubmissionChannel channel = SubmissionChannel.Online, Func<RouteEdit, RouteEdit>? edit = null)
    {
        Rules = Books.InForce(slug, Start.Date)!;
        if (edit is not null)
        {
            var drawn = JsonNode.Parse(Rules.Route.ToJson())!;
            edit(new RouteEdit(drawn));
            Rules = Rules with { Route = Route.Parse(drawn.ToJsonString()) };
        }

        Dossier = new Dossier
        {
            Id = Guid.CreateVersion7(),
            Reference = "TEST-TEST-TEST",
            ProcedureSlug = slug,
            ProcedureVersion = Rules.Procedure.InForceFrom,
            RouteId = Rules.Route.Id,
            RouteVersion = Rules.Route.Version,
            RegimeName = Rules.Regime.Name,
            DivisionKey = Rules.Organisation.KeyOn(Rules.Procedure.DivisionKey, Start.Date),
            HidesApplicant = Rules.Procedure.HidesApplicant,
            Channel = channel,
            CreatedAt = OfficeClock.ToInstant(Start),
        };
        var applicant = SampleForms.Applicant(Rules.Procedure, 2);
        Form = SampleForms.Fill(Rules.Procedure.Form, applicant, Start, 2);
        Dossier.SaveDraft(applicant, null, ReturnBy.Counter, Form, As(Sender));
    }

    public Dossier Dossier { get; }

    public DossierRules Rules { get; }

    public FormData Form { get; }

    public LocalDateTime Now { get; set; } = Start;

    /// <summary>The working day that many days from now, or the next one.</summary>
    public LocalDate Day(int days) => Rules.Calendar.OnOrAfter(Now.Date.PlusDays(days));

    public string Division => Dossier.DivisionKey;

    public Actor Clerk => field ??= AtDesk("Cán bộ một cửa", StaffRole.CounterClerk);

    public Actor Head => Holder("Trưởng phòng", StaffRole.DivisionHead, Division);

    public Actor Leader => field ??= AtDesk("Giám đốc", StaffRole.Leader);

    public Actor Registry => field ??= AtDesk("Văn thư", StaffRole.RegistryClerk);

    public Actor Accountant => field ??= AtDesk("Kế toán", StaffRole.Accountant);

    public Actor Applicant => Actor.ApplicantOf(Dossier.Id, "Người nộp");

    public Actor Specialist => field ??= Holder("Chuyên viên", StaffRole.Specialist, Division);

    public CheckResult[] AllChecks => [.. Rules.Procedure.Checks.Select(check => new CheckResult(check.Key, true, null))];

    public static Actor Holder(string name, StaffRole role, string unit) => new(Guid.CreateVersion7(), name, [new RoleHolding(role, unit)]);

    private Actor AtDesk(string name, StaffRole role) => Holder(name, role, Rules.Organisation.DeskOf(role, Division, Start.Date)!);

    /// <summary>Who brings the dossier and its papers into the program: the applicant on line, else the clerk at the counter.</summary>
    public Actor Sender => Dossier.Channel == SubmissionChannel.Online ? Applicant : Clerk;

    public ActContext As(Actor actor) => new(Rules, actor, OfficeClock.ToInstant(Now), Now);

    public DecisionDraft Draft(DecisionKind kind = DecisionKind.Grant, string? reason = null) =>
        new(
            kind,
            kind == DecisionKind.Grant ? SampleForms.Result(Rules.Procedure, Dossier, null, Now, 2) : new Dictionary<string, string>(),
            [],
            reason,
            "Chuyên viên",
            Now
        );

    public DossierBuilder WithPapers()
    {
        foreach (var paper in PaperRules.Applicable(Rules.Procedure, Form).Where(paper => paper.Required && !paper.IsForm))
            Dossier.AddPaper(PaperOf(paper.Key), As(Sender));
        return this;
    }

    public Paper PaperOf(string key) =>
        new(Guid.CreateVersion7(), key, new string('a', 64), "ban-thao.pdf", "application/pdf", 1000, 0, 0, OfficeClock.ToInstant(Now));

    public DossierBuilder Submitted() => WithPapers().Then(dossier => dossier.Submit(As(Sender)));

    public DossierBuilder Accepted() => Submitted().Then(dossier => dossier.Accept("000.00.13.H23-260302-0001", As(Clerk)));

    public DossierBuilder Assigned() =>
        Accepted().Then(dossier => dossier.Assign(new Assignee(Specialist.AccountId!.Value, Specialist.Name, Division), null, As(Head)));

    public DossierBuilder Appraised() => Assigned().Then(dossier => dossier.Appraise("appraise", AllChecks, "Done", null, As(Specialist)));

    public DossierBuilder Paid() =>
        Appraised().Then(dossier => dossier.RecordPayment(new Payment(dossier.FeesDue, "PT-0001", "Chuyển khoản", "Kế toán", Now), As(Accountant)));

    public DossierBuilder Drafted() =>
        (Rules.Route.Steps.Any(step => step.Kind == StepKind.CollectFee) ? Paid() : Appraised()).Then(dossier =>
            dossier.DraftResult("draft", Draft(), As(Specialist))
        );

    public DossierBuilder Approved() => Drafted().Then(dossier => dossier.ApproveDraft("review", null, As(Head)));

    public DossierBuilder Signed() =>
        Approved()
            .Then(dossier => dossier.Sign("sign", new Decision(DecisionKind.Grant, new string('b', 64), "Giám đốc", "GIÁM ĐỐC", Now, "CODE"), As(Leader)));

    public DossierBuilder Issued() => Signed().Then(dossier => dossier.Issue("issue", "01/GP-STTTT", Now.Date, new string('c', 64), As(Registry)));

    public DossierBuilder SupplementAsked() => Assigned().Then(dossier => dossier.AskSupplement([Item("manuscript")], "Thiếu trang", Day(30), As(Specialist)));

    /// <summary>A scan that was checked and stored.</summary>
    public static AttachedFile Scan(char hash = 'a') => new(new string(hash, 64), $"quet-{hash}.pdf", "application/pdf", 1000, false, null);

    public static SupplementItem Item(string key, SupplementTarget target = SupplementTarget.Paper) => new(target, key, key, "Thiếu trang");

    /// <summary>The question about an unusually late day, as it comes back from the page.</summary>
    public static IReadOnlyList<string> Far(LocalDate? day) => day is { } late ? [Refusal.QuestionOf("AppointedDayFar", late)] : [];

    public DossierBuilder Then(Func<Dossier, IReadOnlyList<Refusal>> verb)
    {
        var refusals = verb(Dossier);
        return refusals.Count == 0 ? this : throw new InvalidOperationException($"The builder was refused: {string.Join("; ", refusals)}");
    }

    public IEnumerable<string> Try(Func<Dossier, IReadOnlyList<Refusal>> verb) => verb(Dossier).Select(refusal => refusal.Code);
}

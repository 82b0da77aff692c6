using System.Reflection;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Features.Dossiers;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Every act × every person × every state against the table written by hand; and every verb of a dossier asks who does it.</summary>
public sealed class PermitTests
{
    private static readonly PermitTable Table = PermitTable.Read();
    private static readonly Actor OtherClerk = DossierBuilder.Holder("Cán bộ một cửa khác", StaffRole.CounterClerk, "hp-service-centre");

    /// <summary>Each state, and how a dossier gets there.</summary>
    private static readonly Dictionary<string, Func<DossierBuilder>> States = new()
    {
        ["draft"] = () => new DossierBuilder(),
        ["submitted"] = () => new DossierBuilder().Submitted(),
        ["refused"] = () =>
            With(new DossierBuilder().Submitted(), (dossier, builder) => dossier.RefuseAtDoor("Không thuộc thẩm quyền", builder.As(builder.Clerk))),
        ["accepted"] = () => new DossierBuilder().Accepted(),
        ["taken-in"] = TakenIn,
        ["voided"] = () => With(TakenIn(), (dossier, builder) => dossier.VoidTakeIn("Nhầm thủ tục", builder.As(builder.Clerk))),
        ["assigned"] = () => new DossierBuilder().Assigned(),
        ["released"] = () => With(new DossierBuilder().Assigned(), (dossier, builder) => dossier.Release("Nghỉ phép", builder.As(builder.Head))),
        ["asked"] = () =>
            With(new DossierBuilder().Assigned(), (dossier, builder) =>
                dossier.AskOpinion("propaganda", "Ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist))
            ),
        ["supplement"] = () => new DossierBuilder().SupplementAsked(),
        ["expired"] = Expired,
        ["fee"] = () => new DossierBuilder().Appraised(),
        ["paid"] = () => new DossierBuilder().Paid(),
        ["drafted"] = () => new DossierBuilder().Drafted(),
        ["approved"] = () => new DossierBuilder().Approved(),
        ["signed"] = () => new DossierBuilder().Signed(),
        ["ready"] = () => new DossierBuilder().Issued(),
        ["returned"] = () =>
            With(new DossierBuilder().Issued(), (dossier, builder) =>
                dossier.Return(new HandOver("Người nhận", null, ReturnBy.Counter, "Cán bộ", builder.Now, null), builder.As(builder.Clerk))
            ),
        ["withdrawing"] = Withdrawing,
        ["recorded"] = () =>
            With(new DossierBuilder().Assigned(), (dossier, builder) =>
                dossier.AskWithdrawal("Đơn giấy", builder.PaperOf(WithdrawalRequest.PaperKey), builder.As(builder.Clerk))
            ),
        ["withdrawn"] = () => With(Withdrawing(), (dossier, builder) => dossier.ConfirmWithdrawal(builder.As(builder.Head))),
    };

    [Test]
    public void Permits_OfEveryActPersonAndState_AreThoseOfTheTable([ValueSource(nameof(StateNames))] string state)
    {
        var builder = States[state]();

        var wrong =
            from who in People(builder)
            from act in Enum.GetValues<DossierAct>()
            let may = builder.Dossier.WhyNot(act, builder.As(who.Value)).Count == 0
            where may != Table.Allows(act, who.Key, state)
            select $"{act} by {who.Key} while {state}: {(may ? "is let through" : string.Join("; ", builder.Dossier.WhyNot(act, builder.As(who.Value))))}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Verbs_OfEveryActThatTheTableForbids_AreRefusedAndChangeNothing([ValueSource(nameof(StateNames))] string state)
    {
        var builder = States[state]();
        var before = builder.Dossier.Revision;

        var done =
            from who in People(builder)
            from verb in Verbs
            // Sent once more by whoever sent it, it is answered as the first time.
            where !Table.Allows(verb.Key, who.Key, state) && !(verb.Key == DossierAct.Submit && who.Key is ("applicant" or "clerk" or "clerk-2"))
            where verb.Value(builder, builder.As(who.Value)).Count == 0
            select $"{verb.Key} by {who.Key} while {state}";

        Assert.That(done, Is.Empty);
        Assert.That(builder.Dossier.Revision, Is.EqualTo(before));
    }

    [Test]
    public void PossibleActs_AreExactlyWhatTheVerbsLetThrough([ValueSource(nameof(StateNames))] string state)
    {
        var builder = States[state]();

        foreach (
            var (name, actor) in People(builder)
                .Where(who => who.Key is not ("applicant" or "stranger" or "visitor" or "system" or "administrator" or "centre"))
        )
        {
            var offered = PossibleActs.Of(builder.Dossier, builder.As(actor));
            // These are listed apart: the calendar and the routes have pages of their own, for many dossiers at once.
            var may = Enum.GetValues<DossierAct>().Any(act => Table.Allows(act, name, state));

            Assert.That(offered.Count > 0, Is.EqualTo(may), $"{name} while {state}: {string.Join(", ", offered.Select(act => act.Word))}");
            Assert.That(offered.Select(act => act.Href), Is.Unique);
        }
    }

    [Test]
    public void Table_NamesOnlyKnownPeopleAndStates()
    {
        Assert.That(Table.People, Is.SubsetOf(People(new DossierBuilder()).Keys));
        Assert.That(Table.States, Is.SubsetOf(States.Keys));
        Assert.That(Verbs.Keys, Is.EquivalentTo(Enum.GetValues<DossierAct>()), "every act has its verb here");
    }

    // A new verb is held by this without a line of its own.
    [Test]
    public void EveryVerb_ByNobody_IsRefused([ValueSource(nameof(StateNames))] string state)
    {
        var builder = States[state]();
        var nobody = builder.As(new Actor(Guid.CreateVersion7(), "Ai đó", []));
        var before = builder.Dossier.Revision;
        var verbs = typeof(Dossier)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method =>
                method.ReturnType == typeof(IReadOnlyList<Refusal>) && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(ActContext))
            )
            .Where(method => method.Name is not (nameof(Dossier.WhyNot) or nameof(Dossier.WhyNoApology) or nameof(Dossier.CheckWhole)));

        var done = verbs.Where(verb =>
            (
                (IReadOnlyList<Refusal>)
                    verb.Invoke(builder.Dossier, [.. verb.GetParameters().Select(parameter => Given(parameter.ParameterType, nobody, builder))])!
            ).Count == 0
        );

        Assert.That(done.Select(verb => verb.Name), Is.Empty);
        Assert.That(builder.Dossier.Revision, Is.EqualTo(before));
    }

    private static string[] StateNames => [.. States.Keys];

    private static Dictionary<string, Actor> People(DossierBuilder builder) =>
        new()
        {
            ["applicant"] = builder.Applicant,
            ["visitor"] = Actor.ApplicantNamed(""),
            ["stranger"] = Actor.ApplicantOf(Guid.CreateVersion7(), "Người khác", Guid.CreateVersion7()),
            ["clerk"] = builder.Clerk,
            ["clerk-2"] = OtherClerk,
            ["clerk-other"] = DossierBuilder.Holder("Quầy khác", StaffRole.CounterClerk, "another-counter"),
            ["specialist"] = builder.Specialist,
            ["specialist-2"] = DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, builder.Division),
            ["specialist-other"] = DossierBuilder.Holder("Chuyên viên phòng khác", StaffRole.Specialist, "hp-digital"),
            ["head"] = builder.Head,
            ["head-other"] = DossierBuilder.Holder("Trưởng phòng khác", StaffRole.DivisionHead, "hp-digital"),
            ["leader"] = builder.Leader,
            ["leader-other"] = DossierBuilder.Holder("Giám đốc Sở khác", StaffRole.Leader, "hp-science-leadership"),
            ["registry"] = builder.Registry,
            ["registry-other"] = DossierBuilder.Holder("Văn thư Sở khác", StaffRole.RegistryClerk, "hp-science-office"),
            ["accountant"] = builder.Accountant,
            ["accountant-other"] = DossierBuilder.Holder("Kế toán Sở khác", StaffRole.Accountant, "hp-science-finance"),
            ["agency"] = DossierBuilder.Holder("Ban Tuyên giáo", StaffRole.ConsultedAgency, "propaganda"),
            ["agency-other"] = DossierBuilder.Holder("Công an tỉnh", StaffRole.ConsultedAgency, "police"),
            ["inspector"] = DossierBuilder.Holder("Thanh tra", StaffRole.Inspector, "hp-culture-office"),
            ["centre"] = DossierBuilder.Holder("Lãnh đạo Trung tâm", StaffRole.CentreLeader, "hp-service-centre"),
            ["administrator"] = DossierBuilder.Holder("Quản trị", StaffRole.Administrator, "hp-culture-office"),
            ["system"] = Actor.System,
        };

    /// <summary>Every act with everything right but the person and the moment.</summary>
    private static Dictionary<DossierAct, Func<DossierBuilder, ActContext, IReadOnlyList<Refusal>>> Verbs { get; } =
        new()
        {
            [DossierAct.Draft] = (b, act) => b.Dossier.SaveDraft(b.Dossier.Applicant, null, ReturnBy.Counter, b.Form, act),
            [DossierAct.Submit] = (b, act) => b.Dossier.Submit(act),
            [DossierAct.Accept] = (b, act) => b.Dossier.Accept("000.00.13.H23-260302-0002", act),
            [DossierAct.RefuseAtDoor] = (b, act) => b.Dossier.RefuseAtDoor("Lý do", act),
            [DossierAct.AskSupplement] = (b, act) => b.Dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", b.Day(5), act),
            [DossierAct.Supply] = (b, act) => b.Dossier.Supply(b.Form, act),
            [DossierAct.ExpireSupplement] = (b, act) => b.Dossier.ExpireSupplement(act with { Local = act.Local.PlusDays(60) }),
            [DossierAct.Assign] = (b, act) => b.Dossier.Assign(new Assignee(b.Specialist.AccountId!.Value, "Chuyên viên", b.Division), null, act),
            [DossierAct.Appraise] = (b, act) => b.Dossier.Appraise("appraise", b.AllChecks, "Done", null, act),
            [DossierAct.AskOpinion] = (b, act) => b.Dossier.AskOpinion("police", "Ý kiến", b.Now.PlusDays(2), [], null, act),
            [DossierAct.GiveOpinion] = (b, act) =>
                b.Dossier.GiveOpinion(b.Dossier.Opinions is [.., var asked] ? asked.Id : Guid.Empty, OpinionAnswer.Agree, null, act),
            [DossierAct.Inspect] = (b, act) => b.Dossier.Inspect("inspect", FormData.Empty, act),
            [DossierAct.RecordPayment] = (b, act) => b.Dossier.RecordPayment(new Payment(b.Dossier.FeesDue, "PT", "cash", "Kế toán", b.Now), act),
            [DossierAct.DraftResult] = (b, act) => b.Dossier.DraftResult("draft", b.Draft(), act),
            [DossierAct.ApproveDraft] = (b, act) => b.Dossier.ApproveDraft("review", null, act),
            [DossierAct.SendBack] = (b, act) =>
                b.Dossier.SendBack("review", "Sửa", act) is { Count: > 0 }
                && b.Dossier.SendBack("sign", "Sửa", act) is { Count: > 0 }
                && b.Dossier.AskToSignAgain("issue", "Tệp hỏng", act) is { Count: > 0 }
                    ? b.Dossier.SendBackSigned("issue", "Sửa", act)
                    : [],
            [DossierAct.Sign] = (b, act) =>
                b.Dossier.Sign("sign", new Decision(DecisionKind.Grant, new string('b', 64), "Giám đốc", "GIÁM ĐỐC", b.Now, "CODE"), act),
            [DossierAct.Issue] = (b, act) => b.Dossier.Issue("issue", "02/GP", b.Now.Date, new string('c', 64), act),
            [DossierAct.Renumber] = (b, act) => b.Dossier.Renumber("03/GP", b.Now.Date, new string('d', 64), "Hỏng giấy", act),
            [DossierAct.HandOver] = (b, act) => b.Dossier.Return(new HandOver("Người nhận", null, ReturnBy.Counter, "Cán bộ", b.Now, null), act),
            [DossierAct.AskWithdrawal] = (b, act) => b.Dossier.AskWithdrawal("Rút", b.PaperOf(WithdrawalRequest.PaperKey), act),
            [DossierAct.ConfirmWithdrawal] = (b, act) => b.Dossier.ConfirmWithdrawal(act),
            [DossierAct.RefuseWithdrawal] = (b, act) => b.Dossier.RefuseWithdrawal("Không", act),
            [DossierAct.Apologise] = (b, act) => b.Dossier.Apologise((b.Dossier.PromisedDue ?? b.Now).Date.PlusDays(3), "Chậm", act),
            [DossierAct.Stop] = (b, act) => b.Dossier.Stop("stop", "Không bổ sung", act),
            [DossierAct.CompleteStep] = (b, act) => b.Dossier.CompleteStep("verify", "Done", null, act),
            [DossierAct.AdoptCalendar] = (b, act) => b.Dossier.AdoptCalendar(b.Now, act),
            [DossierAct.KeepDueDate] = (b, act) => b.Dossier.KeepDueDate(b.Now, "Giữ hẹn", act),
            [DossierAct.MoveVersion] = (b, act) => b.Dossier.MoveTo(b.Rules, new Dictionary<string, string>(), act),
            [DossierAct.MoveUnit] = (b, act) => b.Dossier.MoveToSuccessor(act),
            [DossierAct.RetryRoute] = (b, act) => b.Dossier.RetryRoute(true, act),
            [DossierAct.NameDenounced] = (b, act) => b.Dossier.NameDenounced(new DenouncedPerson(Guid.CreateVersion7(), "Ai đó", false), act),
            [DossierAct.VoidTakeIn] = (b, act) => b.Dossier.VoidTakeIn("Nhầm", act),
            [DossierAct.Correct] = (b, act) => b.Dossier.Correct(b.Dossier.Applicant with { Phone = "02203859999" }, b.Dossier.Form, "Gõ nhầm", null, act),
            [DossierAct.ReadmitDenounced] = (b, act) => b.Dossier.ReadmitDenounced(Guid.CreateVersion7(), "Nhầm", act),
            [DossierAct.CompleteForm] = (b, act) => b.Dossier.CompleteForm(b.Form, act),
            [DossierAct.Attach] = (b, act) => b.Dossier.Attach("Công văn góp ý", null, [DossierBuilder.Scan()], act),
            [DossierAct.Detach] = (b, act) => b.Dossier.Detach(Guid.CreateVersion7(), "Nhầm", act),
            [DossierAct.Release] = (b, act) => b.Dossier.Release("Nghỉ phép", act),
            [DossierAct.Claim] = (b, act) => b.Dossier.Claim(act),
            [DossierAct.WithdrawOpinion] = (b, act) =>
                b.Dossier.WithdrawOpinion(b.Dossier.Opinions is [.., var open] ? open.Id : Guid.Empty, "Nhầm cơ quan", act),
            [DossierAct.CancelPayment] = (b, act) => b.Dossier.CancelPayment(0, "Nhầm", act),
            [DossierAct.Refund] = (b, act) => b.Dossier.Refund(new FeeRefund(1, "PC-1", "Thừa", "Kế toán", b.Now), act),
        };

    private static DossierBuilder TakenIn() => new DossierBuilder(channel: SubmissionChannel.Counter).Accepted();

    private static DossierBuilder Expired()
    {
        var builder = new DossierBuilder().SupplementAsked();
        builder.Now = builder.Dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight().PlusHours(9);
        return builder.Then(dossier => dossier.ExpireSupplement(builder.As(Actor.System)));
    }

    private static DossierBuilder Withdrawing() =>
        With(new DossierBuilder().Assigned(), (dossier, builder) => dossier.AskWithdrawal("Đổi kế hoạch", null, builder.As(builder.Applicant)));

    private static DossierBuilder With(DossierBuilder builder, Func<Dossier, DossierBuilder, IReadOnlyList<Refusal>> verb) =>
        builder.Then(dossier => verb(dossier, builder));

    private static object? Given(Type type, ActContext act, DossierBuilder builder) =>
        type == typeof(ActContext) ? act
        : type == typeof(DossierRules) ? builder.Rules
        : type == typeof(string) ? "appraise"
        : type == typeof(Guid)
            ? builder.Dossier.Opinions is [.., var asked] ? asked.Id
                : builder.Dossier.Papers is [var paper, ..] ? paper.Id
                : Guid.Empty
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What is wrong with one field of a form is said beside that field: every verb names it, and what its sentence needs.</summary>
internal sealed class RefusedFieldTests
{
    private static readonly Dictionary<string, (Func<DossierBuilder> At, Func<DossierBuilder, IReadOnlyList<Refusal>> Verb)> Wrong = new()
    {
        ["AssigneeOfOtherUnit specialist Người khác"] = (
            () => new DossierBuilder().Accepted(),
            b => b.Dossier.Assign(new Assignee(Guid.CreateVersion7(), "Người khác", "digital"), null, b.As(b.Head))
        ),
        ["ReasonRequired reason"] = (() => new DossierBuilder().Submitted(), b => b.Dossier.RefuseAtDoor(" ", b.As(b.Clerk))),
        ["ReasonRequired reason (head)"] = (() => new DossierBuilder().Drafted(), b => b.Dossier.SendBack("review", " ", b.As(b.Head))),
        ["ReasonRequired reason (registry)"] = (() => new DossierBuilder().Signed(), b => b.Dossier.SendBackSigned("issue", " ", b.As(b.Registry))),
        ["ReasonRequired reason (renumber)"] = (
            () => new DossierBuilder().Issued(),
            b => b.Dossier.Renumber("02/GP", b.Now.Date, new string('d', 64), " ", b.As(b.Registry))
        ),
        ["ReasonRequired reason (draft)"] = (
            () => new DossierBuilder().Paid(),
            b => b.Dossier.DraftResult("draft", b.Draft(DecisionKind.Refuse, " "), b.As(b.Specialist))
        ),
        ["ReasonRequired reason (release)"] = (() => new DossierBuilder().Assigned(), b => b.Dossier.Release(" ", b.As(b.Specialist))),
        ["ReasonRequired reason (keep the date)"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.KeepDueDate(b.Now, " ", b.As(DossierBuilder.Holder("Trung tâm", StaffRole.CentreLeader, "hp-service-centre")))
        ),
        ["ReasonRequired reason (apology)"] = (() => new DossierBuilder().Assigned(), b => b.Dossier.Apologise(b.Day(40), " ", Seen(b, b.As(b.Head)))),
        ["ReasonRequired reason (withdrawal)"] = (Withdrawing, b => b.Dossier.RefuseWithdrawal(" ", b.As(b.Head))),
        ["WithdrawalPaperRequired paper"] = (() => new DossierBuilder().Assigned(), b => b.Dossier.AskWithdrawal("Đơn giấy", null, b.As(b.Clerk))),
        ["SupplementItemsRequired items"] = (() => new DossierBuilder().Assigned(), b => b.Dossier.AskSupplement([], "Thiếu", b.Day(3), b.As(b.Specialist))),
        ["ReasonRequired reason (supplement)"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.AskSupplement([DossierBuilder.Item("manuscript")], " ", b.Day(3), b.As(b.Specialist))
        ),
        ["SupplementReasonRequired reason.Paper.manuscript manuscript"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.AskSupplement([DossierBuilder.Item("manuscript") with { Reason = " " }], "Thiếu", b.Day(3), b.As(b.Specialist))
        ),
        ["AnswerByInThePast answerBy"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", b.Now.Date, b.As(b.Specialist))
        ),
        ["AppointedDayOff answerBy (supplement)"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", new NodaTime.LocalDate(2026, 3, 8), b.As(b.Specialist))
        ),
        ["ReasonRequired reason (correction)"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.Correct(b.Dossier.Applicant with { Email = "moi@example.vn" }, b.Form, " ", null, b.As(b.Head))
        ),
        ["CorrectionPaperRequired paper"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.Correct(b.Dossier.Applicant with { Name = "Người khác" }, b.Form, "Nhập nhầm", null, b.As(b.Head))
        ),
        ["DenouncedAlready person Chuyên viên"] = (Denouncing, b => b.Dossier.NameDenounced(Denounced(b), b.As(b.Leader))),
        ["ReasonRequired reason (denounced)"] = (Denouncing, b => b.Dossier.ReadmitDenounced(Denounced(b).AccountId, " ", b.As(b.Leader))),
        ["SupplementPaperMissing papers.manuscript manuscript"] = (
            () => new DossierBuilder().SupplementAsked(),
            b => b.Dossier.Supply(b.Form, b.As(b.Applicant))
        ),
        ["CheckNotAnswered"] = (() => new DossierBuilder().Assigned(), b => b.Dossier.Appraise("appraise", b.AllChecks[1..], "Done", null, b.As(b.Specialist))),
        ["QuestionRequired question"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.AskOpinion("police", " ", b.Now.PlusDays(2), [], null, b.As(b.Specialist))
        ),
        ["OpinionAlreadyAsked agency"] = (
            () => new DossierBuilder().Assigned().Then(dossier => dossier.AskOpinion("police", "Hỏi", Later, [], null, Expert(dossier))),
            b => b.Dossier.AskOpinion("police", "Hỏi nữa", b.Now.PlusDays(2), [], null, b.As(b.Specialist))
        ),
        ["AppointedDayOff answerBy"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.AskOpinion("police", "Hỏi", b.Now.With(_ => new NodaTime.LocalDate(2026, 3, 8)), [], null, b.As(b.Specialist))
        ),
        ["OpinionBodyRequired bodyName"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.AskOpinion("", "Hỏi", Later, [], null, b.As(b.Specialist), new LinkedBody(" ", "a@b.example", ""))
        ),
        ["OpinionEmail bodyEmail"] = (
            () => new DossierBuilder().Assigned(),
            b => b.Dossier.AskOpinion("police", "Hỏi", Later, [], null, b.As(b.Specialist), new LinkedBody(null, "vanthu", ""))
        ),
        ["ReasonRequired againReason"] = (
            () => new DossierBuilder().Assigned().Then(dossier => dossier.AskOpinion("police", "Hỏi", Later, [], null, Expert(dossier))),
            b => b.Dossier.AskOpinion("", "Hỏi", Later, [], null, b.As(b.Specialist), null, new OpinionAgain(b.Dossier.Opinions[0].Id, " "))
        ),
        ["ReceiverRequired receiver"] = (
            () => new DossierBuilder().Issued(),
            b => b.Dossier.Return(new HandOver(" ", null, ReturnBy.Counter, "Cán bộ", b.Now, null), b.As(b.Clerk))
        ),
        ["ReceiverNumber identityNumber"] = (
            () => new DossierBuilder().Issued(),
            b => b.Dossier.Return(new HandOver("Người nhận", "12", ReturnBy.Counter, "Cán bộ", b.Now, null), b.As(b.Clerk))
        ),
        ["ParcelNumber parcel EE473124820VN"] = (
            () => new DossierBuilder().Issued(),
            b => b.Dossier.Return(new HandOver("Người nhận", null, ReturnBy.Post, "Cán bộ", b.Now, null) { Parcel = "EE473124820VN" }, b.As(b.Clerk))
        ),
        ["ParcelNotSent parcel EE473124829VN"] = (
            () => new DossierBuilder().Issued(),
            b => b.Dossier.Return(new HandOver("Người nhận", null, ReturnBy.Counter, "Cán bộ", b.Now, null) { Parcel = "EE473124829VN" }, b.As(b.Clerk))
        ),
    };

    private static readonly NodaTime.LocalDateTime Later = DossierBuilder.Start.PlusDays(2);

    public static IEnumerable<string> Faults => Wrong.Keys;

    [TestCaseSource(nameof(Faults))]
    public void Refusal_OfAField_NamesIt(string expected)
    {
        var builder = Wrong[expected].At();

        var refusals = Wrong[expected].Verb(builder);

        var said = refusals.Select(refusal => string.Join(" ", new object?[] { refusal.Code, refusal.Field }.Concat(refusal.Args.Where(arg => arg is string))));
        Assert.That(said, Has.Some.StartsWith(expected.Split(" (")[0]));
        Assert.That(refusals.Where(refusal => refusal.Code == expected.Split(' ')[0]).Select(refusal => refusal.Field), Has.All.Not.Empty);
    }

    private static DossierBuilder Denouncing()
    {
        var builder = new DossierBuilder("denunciation-settlement").Assigned();
        return builder.Then(dossier => dossier.NameDenounced(Denounced(builder), builder.As(builder.Leader)));
    }

    private static DenouncedPerson Denounced(DossierBuilder builder) => new(builder.Specialist.AccountId!.Value, "Chuyên viên", false);

    private static DossierBuilder Withdrawing()
    {
        var builder = new DossierBuilder().Assigned();
        return builder.Then(dossier => dossier.AskWithdrawal("Đổi kế hoạch", null, builder.As(builder.Applicant)));
    }

    private static ActContext Expert(Dossier dossier)
    {
        var rules = new DossierBuilder().Rules;
        return new(
            rules,
            DossierBuilder.Holder("Trưởng phòng", StaffRole.DivisionHead, dossier.DivisionKey),
            OneStop.Workflows.OfficeClock.ToInstant(DossierBuilder.Start),
            DossierBuilder.Start
        );
    }

    private static ActContext Seen(DossierBuilder builder, ActContext act) => act with { Seen = DossierBuilder.Far(builder.Day(40)) };
}

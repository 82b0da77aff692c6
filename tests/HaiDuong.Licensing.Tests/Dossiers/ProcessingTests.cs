using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What the division does with an accepted dossier, up to the hand-over.</summary>
public sealed class ProcessingTests
{
    [Test]
    public void Assign_ByTheHeadOfAnotherDivision_IsRefused()
    {
        var builder = new DossierBuilder().Accepted();
        var stranger = DossierBuilder.Holder("Trưởng phòng khác", StaffRole.DivisionHead, "post-telecom");

        Assert.That(builder.Try(dossier => dossier.Assign(To(builder), null, builder.As(stranger))), Is.EqualTo((string[])["StepNotYours"]));
    }

    [Test]
    public void Assign_ToSomebodyOfAnotherDivision_IsRefused()
    {
        var builder = new DossierBuilder().Accepted();

        Assert.That(
            builder.Try(dossier => dossier.Assign(To(builder) with { Unit = "post-telecom" }, null, builder.As(builder.Head))),
            Is.EqualTo((string[])["AssigneeOfOtherUnit"])
        );
    }

    [Test]
    public void Assign_Again_MovesTheWaitingWork()
    {
        var builder = new DossierBuilder().Assigned();
        var other = DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, builder.Division);
        builder.Then(dossier => dossier.Assign(new Assignee(other.AccountId!.Value, other.Name, builder.Division), null, builder.As(builder.Head)));

        Assert.That(builder.Dossier.Work.Single().AssigneeId, Is.EqualTo(other.AccountId));
        Assert.That(
            builder.Try(dossier => dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(builder.Specialist))),
            Is.EqualTo((string[])["StepNotYours"])
        );
    }

    [Test]
    public void Appraise_WithOpenChecks_NamesEachOfThem()
    {
        var builder = new DossierBuilder().Assigned();

        Assert.That(
            builder.Try(dossier => dossier.Appraise("appraise", builder.AllChecks[1..3], "Done", null, builder.As(builder.Specialist))),
            Is.EqualTo(Enumerable.Repeat("CheckNotAnswered", builder.AllChecks.Length - 2))
        );
    }

    [Test]
    public void Appraise_WhileAnOpinionIsOpen_IsRefusedUntilItComes()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier => dossier.AskOpinion("propaganda", "Đề nghị cho ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));

        Assert.That(
            builder.Try(dossier => dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(builder.Specialist))),
            Is.EqualTo((string[])["OpinionOpen"])
        );
        builder.Then(dossier => dossier.GiveOpinion(dossier.Opinions[0].Id, OpinionAnswer.Agree, null, builder.As(builder.Specialist)));
        builder.Then(dossier => dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(builder.Specialist)));
    }

    [Test]
    public void AskOpinion_OwesTheAgencyANotice_AndKeepsTheChecksAnsweredSoFar()
    {
        var builder = new DossierBuilder().Assigned();
        var before = builder.Dossier.Notices.Count;

        builder.Then(dossier =>
            dossier.AskOpinion("propaganda", "Đề nghị cho ý kiến", builder.Now.PlusDays(2), builder.AllChecks[..2], null, builder.As(builder.Specialist))
        );

        var notice = builder.Dossier.Notices.Skip(before).Single();
        Assert.That((notice.Kind, notice.Unit, notice.IsForApplicant), Is.EqualTo((NoticeKind.OpinionAsked, "propaganda", false)));
        Assert.That(notice.Facts["step"], Is.EqualTo("Đề nghị cho ý kiến"));
        Assert.That(builder.Dossier.Checks, Is.EqualTo(builder.AllChecks[..2]));
    }

    [Test]
    public void Route_ThatConsultsAgencies_OwesEachItsNotice()
    {
        var builder = new DossierBuilder("bts-investment-approval").Appraised();

        var told = builder.Dossier.Notices.Where(notice => notice.Kind == NoticeKind.OpinionAsked).Select(notice => notice.Unit);

        Assert.That(told, Is.EquivalentTo(builder.Dossier.Opinions.Select(opinion => opinion.AgencyKey)).And.Not.Empty);
    }

    [TestCase("", "QuestionRequired", "OpinionAlreadyAsked")]
    [TestCase("Đề nghị cho ý kiến", "OpinionAlreadyAsked")]
    public void AskOpinion_WithoutQuestionOrTwice_IsRefused(string question, params string[] reasons)
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier => dossier.AskOpinion("propaganda", "Đề nghị cho ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));

        Assert.That(
            builder.Try(dossier => dossier.AskOpinion("propaganda", question, builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist))),
            Is.EqualTo(reasons)
        );
    }

    [Test]
    public void AskOpinion_ToBeAnsweredMuchLater_IsAskedAboutOnce()
    {
        var builder = new DossierBuilder().Assigned();
        string[] Ask(LocalDateTime answerBy, LocalDate? seen = null)
        {
            var act = builder.As(builder.Specialist) with { Seen = DossierBuilder.Far(seen) };
            return [.. builder.Try(dossier => dossier.AskOpinion("propaganda", "Đề nghị cho ý kiến", answerBy, [], null, act))];
        }

        Assert.That(Ask(builder.Now.PlusYears(40)), Is.EqualTo((string[])["AppointedDayBeyondCalendar"]));
        Assert.That(Ask(builder.Now.Next(IsoDayOfWeek.Saturday)), Is.EqualTo((string[])["AppointedDayOff"]));
        Assert.That(Ask(builder.Now.PlusYears(1)), Is.EqualTo((string[])["AppointedDayFar"]), "later than once more the whole term");
        Assert.That(Ask(builder.Now.PlusYears(1), builder.Now.PlusYears(1).Date), Is.Empty);
    }

    [Test]
    public void GiveOpinion_DisagreeingWithoutText_ByAnotherAgency_OrTwice_IsRefused()
    {
        var builder = new DossierBuilder("bts-investment-approval").Appraised();
        var opinion = builder.Dossier.Opinions[0];
        var agency = DossierBuilder.Holder("Cơ quan", StaffRole.ConsultedAgency, opinion.AgencyKey);
        var other = DossierBuilder.Holder("Cơ quan khác", StaffRole.ConsultedAgency, builder.Dossier.Opinions[1].AgencyKey);

        Assert.That(
            builder.Try(dossier => dossier.GiveOpinion(opinion.Id, OpinionAnswer.Disagree, " ", builder.As(agency))),
            Is.EqualTo((string[])["ReasonRequired"])
        );
        Assert.That(
            builder.Try(dossier => dossier.GiveOpinion(opinion.Id, OpinionAnswer.Agree, null, builder.As(other))),
            Is.EqualTo((string[])["StepNotYours"])
        );
        builder.Then(dossier => dossier.GiveOpinion(opinion.Id, OpinionAnswer.Agree, null, builder.As(agency)));
        Assert.That(
            builder.Try(dossier => dossier.GiveOpinion(opinion.Id, OpinionAnswer.Agree, null, builder.As(agency))),
            Is.EqualTo((string[])["OpinionNotOpen"])
        );
    }

    [Test]
    public void Opinions_OfThreeAgencies_AreWaitedForTogether()
    {
        var builder = new DossierBuilder("bts-investment-approval").Appraised();
        Assert.That(builder.Dossier.Work, Has.Count.EqualTo(3));

        foreach (var opinion in builder.Dossier.Opinions)
            builder.Then(dossier => dossier.GiveOpinion(opinion.Id, OpinionAnswer.Agree, null, builder.As(builder.Specialist)));

        Assert.That(builder.Dossier.Work.Single().StepId, Is.EqualTo("draft"));
    }

    [Test]
    public void Inspect_WithAnUnfinishedRecord_NamesItsFields()
    {
        var builder = new DossierBuilder("game-point-certificate").Appraised();
        var whole = SampleForms.Fill(builder.Rules.Procedure.InspectionForm!, builder.Dossier.Applicant, builder.Now, 2);

        Assert.That(
            builder.Try(dossier => dossier.Inspect("inspect", whole.With("conclusion", ""), builder.As(builder.Specialist))),
            Is.EqualTo((string[])["FieldRequired"])
        );
        builder.Then(dossier => dossier.Inspect("inspect", whole, builder.As(builder.Specialist)));
        Assert.That(builder.Dossier.Work.Single().StepId, Is.EqualTo("draft"));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void RecordPayment_OfNothingOrTooMuch_IsRefused(int tooMuch)
    {
        var builder = new DossierBuilder().Appraised();
        var amount = tooMuch == 0 ? 0 : builder.Dossier.FeesDue + tooMuch;

        Assert.That(
            builder.Try(dossier => dossier.RecordPayment(new Payment(amount, "PT", "Tiền mặt", "Kế toán", builder.Now), builder.As(builder.Accountant))),
            Is.EqualTo((string[])["PaymentAmount"])
        );
    }

    [Test]
    public void RecordPayment_InTwoParts_EndsTheWaitWithTheSecond()
    {
        var builder = new DossierBuilder().Appraised();
        var half = builder.Dossier.FeesDue / 2;
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.AwaitingPayment));

        builder.Then(dossier => dossier.RecordPayment(new Payment(half, "PT-1", "Tiền mặt", "Kế toán", builder.Now), builder.As(builder.Accountant)));
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.AwaitingPayment));
        builder.Then(dossier => dossier.RecordPayment(new Payment(half, "PT-2", "Tiền mặt", "Kế toán", builder.Now), builder.As(builder.Accountant)));
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.InProcess));
    }

    [Test]
    public void DraftResult_RefusingWithoutGround_OrGrantingWithEmptyFields_IsRefused()
    {
        var builder = new DossierBuilder().Paid();

        Assert.That(
            builder.Try(dossier => dossier.DraftResult("draft", builder.Draft(DecisionKind.Refuse), builder.As(builder.Specialist))),
            Is.EqualTo((string[])["ReasonRequired"])
        );
        Assert.That(
            builder.Try(dossier =>
                dossier.DraftResult("draft", builder.Draft() with { Fields = new Dictionary<string, string>() }, builder.As(builder.Specialist))
            ),
            Is.EqualTo(Enumerable.Repeat("FieldRequired", builder.Rules.Procedure.Result.Fields.Count(field => field.Required)))
        );
    }

    [TestCase("review")]
    [TestCase("sign")]
    public void SendBack_WithReason_ReturnsToTheDraft_WithoutOneIsRefused(string step)
    {
        var builder = step == "review" ? new DossierBuilder().Drafted() : new DossierBuilder().Approved();
        var sender = step == "review" ? builder.Head : builder.Leader;

        Assert.That(builder.Try(dossier => dossier.SendBack(step, "", builder.As(sender))), Is.EqualTo((string[])["ReasonRequired"]));
        builder.Then(dossier => dossier.SendBack(step, "Ghi rõ căn cứ", builder.As(sender)));
        Assert.That(builder.Dossier.Work.Single().StepId, Is.EqualTo("draft"));
        Assert.That(builder.Dossier.Work.Single().AssigneeId, Is.EqualTo(builder.Specialist.AccountId));
    }

    [Test]
    public void StepOfSomebodyElse_NamesWhoHasIt_NeverTheStepItself()
    {
        var division = "Phòng Quản lý Báo chí - Xuất bản";
        var assigned = new DossierBuilder().Assigned();
        var other = DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, assigned.Division);

        Assert.That(Whose(new DossierBuilder().Drafted(), DossierAct.ApproveDraft, builder => builder.Leader), Is.EqualTo($"lãnh đạo phòng, {division}"));
        Assert.That(Whose(new DossierBuilder().Approved(), DossierAct.Sign, builder => builder.Head), Does.StartWith("lãnh đạo, "));
        Assert.That(Whose(new DossierBuilder().Submitted(), DossierAct.Accept, builder => builder.Specialist), Does.StartWith("cán bộ một cửa, "));
        Assert.That(Whose(assigned, DossierAct.Appraise, _ => other), Is.EqualTo($"{assigned.Specialist.Name}, {division}"));

        static string Whose(DossierBuilder builder, DossierAct act, Func<DossierBuilder, Actor> by) =>
            builder.Dossier.WhyNot(act, builder.As(by(builder))) is [{ Code: "StepNotYours", Args: [string whose] }] ? whose : "";
    }

    [Test]
    public void MaySign_ByTheHead_IsRefused()
    {
        var builder = new DossierBuilder().Approved();

        Assert.That(builder.Try(dossier => dossier.MaySign("sign", builder.As(builder.Head))), Is.EqualTo((string[])["StepNotYours"]));
    }

    [Test]
    public void Issue_FinishesTheDossierAtItsOwnMoment()
    {
        var builder = new DossierBuilder().Signed();
        builder.Now = builder.Now.PlusHours(3);
        builder.Then(dossier => dossier.Issue("issue", "01/GP-STTTT", builder.Now.Date, new string('c', 64), builder.As(builder.Registry)));

        Assert.That(builder.Dossier.FinishedAt, Is.EqualTo(builder.Now));
        Assert.That(builder.Dossier.Decision!.IsIssued);
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.ResultReady));
    }

    [TestCase(DecisionKind.Grant)]
    [TestCase(DecisionKind.Refuse)]
    public void Issue_TellsTheApplicantWhatCameOut(DecisionKind kind)
    {
        var builder = new DossierBuilder().Paid();
        builder
            .Then(dossier => dossier.DraftResult("draft", builder.Draft(kind, "Chưa phù hợp"), builder.As(builder.Specialist)))
            .Then(dossier => dossier.ApproveDraft("review", null, builder.As(builder.Head)))
            .Then(dossier => dossier.Sign("sign", new Decision(kind, "b", "Giám đốc", "GIÁM ĐỐC", builder.Now, "CODE"), builder.As(builder.Leader)))
            .Then(dossier => dossier.Issue("issue", "01", builder.Now.Date, "c", builder.As(builder.Registry)));

        var facts = builder.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.ResultReady).Facts;
        Assert.That(facts["result"], kind == DecisionKind.Grant ? Is.EqualTo(builder.Rules.Procedure.Result.Name) : Does.StartWith("Văn bản không chấp thuận"));
        Assert.That(facts["refused"], kind == DecisionKind.Grant ? Is.Empty : Does.Contain("không được chấp thuận"));
    }

    [Test]
    public void Return_WithoutReceiver_IsRefused_WithOneClosesTheDossier()
    {
        var builder = new DossierBuilder().Issued();
        var handOver = new HandOver("Đại diện", null, ReturnBy.Counter, "Cán bộ một cửa", builder.Now, null);

        Assert.That(
            builder.Try(dossier => dossier.Return(handOver with { ReceiverName = " " }, builder.As(builder.Clerk))),
            Is.EqualTo((string[])["ReceiverRequired"])
        );
        Assert.That(
            builder.Try(dossier => dossier.Return(handOver with { ReceiverIdentityNumber = "x" }, builder.As(builder.Clerk))),
            Is.EqualTo((string[])["ReceiverNumber"])
        );
        builder.Then(dossier => dossier.Return(handOver, builder.As(builder.Clerk)));
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.Returned));
        Assert.That(builder.Dossier.Work, Is.Empty);
    }

    private static Assignee To(DossierBuilder builder) => new(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division);
}

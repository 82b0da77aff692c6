using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What the mails of an act are filled with.</summary>
internal sealed class NoticeFactsTests
{
    [Test]
    public void EveryNotice_NamesDossierProcedureApplicantAndOffice_AndIsOwedOnce()
    {
        var builder = new DossierBuilder().Issued();
        var dossier = builder.Dossier;

        foreach (var facts in dossier.Notices.Where(notice => notice.Kind != NoticeKind.SubmissionReceived).Select(notice => notice.Facts))
            Assert.That(
                (facts["code"], facts["reference"], facts["procedure"], facts["applicant"], facts["office"]),
                Is.EqualTo(
                    (
                        dossier.Code,
                        dossier.Reference,
                        builder.Rules.Procedure.Name,
                        dossier.Applicant.Name,
                        builder.Rules.Organisation.For(dossier.DivisionKey, builder.Now.Date).Name
                    )
                )
            );
        Assert.That(dossier.Notices.Select(notice => notice.Key), Is.Unique);
        Assert.That(dossier.Notices[0].Facts["code"], Is.EqualTo(dossier.Reference), "before acceptance there is no code");
    }

    [Test]
    public void StraightWay_TellsTheApplicantEachDateSumAndNumber()
    {
        var builder = new DossierBuilder().Submitted();
        Assert.That(Last(builder, NoticeKind.SubmissionReceived)["answerDue"], Is.EqualTo(VietnameseDate.Print(builder.Dossier.AnswerDue!.Value)));

        builder = new DossierBuilder().Accepted();
        Assert.That(Last(builder, NoticeKind.DossierAccepted)["due"], Is.EqualTo(VietnameseDate.Print(builder.Dossier.PromisedDue!.Value)));

        builder = new DossierBuilder().Appraised();
        var fee = Last(builder, NoticeKind.FeeDue);
        Assert.That(fee["amount"], Is.EqualTo(builder.Dossier.FeesDue.ToString("N0", DeadlineTexts.Official)));
        Assert.That(fee["taker"], Is.EqualTo(builder.Rules.Organisation.NameOf(builder.Clerk.Roles[0].Unit)).And.Not.Empty);

        builder = new DossierBuilder().Issued();
        Assert.That(Last(builder, NoticeKind.ResultReady)["number"], Is.EqualTo("01/GP-STTTT"));

        builder.Then(dossier => dossier.Return(new HandOver("Bà Lan", null, ReturnBy.Counter, "Cán bộ", builder.Now, null), builder.As(builder.Clerk)));
        Assert.That(Last(builder, NoticeKind.ResultHandedOver)["receiver"], Is.EqualTo("Bà Lan"));
    }

    [Test]
    public void Sentence_IsInTheLanguageThatTheApplicantFiledIn()
    {
        var builder = new DossierBuilder().WithPapers();
        builder.Then(dossier => dossier.Submit(builder.As(builder.Sender) with { Language = "en" }));
        builder.Then(dossier => dossier.Accept("000.00.13.H23-260302-0001", builder.As(builder.Clerk)));
        builder.Then(dossier => dossier.AskWithdrawal("Other plans", null, builder.As(builder.Applicant)));
        builder.Then(dossier => dossier.RefuseWithdrawal("Not yet", builder.As(builder.Head)));

        var after = builder.Dossier.AfterRefusedWithdrawal(builder.Now.Date);
        Assert.That(Last(builder, NoticeKind.WithdrawalRefused)["after"], Is.EqualTo(after.SentenceIn(CultureInfo.GetCultureInfo("en"))));
    }

    [Test]
    public void Specialist_IsToldOfNewWork_ButNotOfWhatTheyGiveThemselves()
    {
        var builder = new DossierBuilder().Assigned();
        var told = builder.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.WorkAssigned);
        var work = builder.Dossier.Work.Single();

        Assert.That(told.AccountId, Is.EqualTo(builder.Specialist.AccountId));
        Assert.That((told.Facts["step"], told.Facts["due"]), Is.EqualTo((work.Title, VietnameseDate.Print(work.DueAt!.Value))));

        builder.Then(dossier => dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(builder.Specialist)));
        Assert.That(builder.Dossier.Notices.Count(notice => notice.Kind == NoticeKind.WorkAssigned), Is.EqualTo(1));
    }

    [Test]
    public void Supplement_TellsWhatIsAskedWhyUntilWhenAndWhereTo()
    {
        var builder = new DossierBuilder().Assigned();
        var items = new[] { DossierBuilder.Item("manuscript"), DossierBuilder.Item("summary", SupplementTarget.Field) };

        builder.Then(dossier => dossier.AskSupplement(items, "Chưa đủ", builder.Day(7), builder.As(builder.Specialist)));

        var facts = Last(builder, NoticeKind.SupplementAsked);
        Assert.That((facts["items"], facts["reason"], facts["answerBy"]), Is.EqualTo(("manuscript; summary", "Chưa đủ", VietnameseDate.Print(builder.Day(7)))));
        Assert.That(facts["counter"], Is.EqualTo(builder.Rules.Organisation.NameOf("hp-service-centre")));
    }

    [Test]
    public void RefusalStopAndApology_TellTheirReason()
    {
        var refused = new DossierBuilder().Submitted();
        refused.Then(dossier => dossier.RefuseAtDoor("Không thuộc thẩm quyền", refused.As(refused.Clerk)));
        var stopped = new DossierBuilder().SupplementAsked();
        stopped.Now = stopped.Now.PlusDays(31);
        stopped.Then(dossier => dossier.ExpireSupplement(stopped.As(Actor.System)));
        stopped.Then(dossier => dossier.Stop("stop", "Không bổ sung", stopped.As(stopped.Specialist)));
        var late = new DossierBuilder().Assigned();
        var newDay = late.Dossier.StatutoryDue!.Value.Date.PlusDays(4);
        late.Then(dossier => dossier.Apologise(newDay, "Phức tạp", late.As(late.Head)));

        Assert.That(Last(refused, NoticeKind.RefusedAtDoor)["reason"], Is.EqualTo("Không thuộc thẩm quyền"));
        Assert.That(Last(stopped, NoticeKind.Stopped)["reason"], Is.EqualTo("Không bổ sung"));
        Assert.That(
            (Last(late, NoticeKind.Apology)["reason"], Last(late, NoticeKind.Apology)["due"]),
            Is.EqualTo(("Phức tạp", VietnameseDate.Print(late.Dossier.PromisedDue!.Value)))
        );
    }

    [Test]
    public void Withdrawal_TellsWhatWasRecordedOrRefused_AndWhatBecomesOfMoney()
    {
        var builder = new DossierBuilder().Paid();
        builder.Then(dossier => dossier.AskWithdrawal("Đổi ý", builder.PaperOf(WithdrawalRequest.PaperKey), builder.As(builder.Clerk)));
        var recorded = Last(builder, NoticeKind.WithdrawalRecorded);
        Assert.That((recorded["at"], recorded["reason"]), Is.EqualTo((VietnameseDate.Print(builder.Now), "Đổi ý")));
        Assert.That(recorded["paid"], Does.StartWith("Quý vị đã nộp "));

        builder.Then(dossier => dossier.RefuseWithdrawal("Đã có dự thảo", builder.As(builder.Head)));
        var refused = Last(builder, NoticeKind.WithdrawalRefused);
        Assert.That(refused["reason"], Is.EqualTo("Đã có dự thảo"));
        Assert.That(refused["after"], Is.EqualTo(builder.Dossier.AfterRefusedWithdrawal(builder.Now.Date).Sentence).And.Not.Empty);

        var free = new DossierBuilder().Assigned();
        free.Then(dossier => dossier.AskWithdrawal(null, null, free.As(free.Applicant)));
        free.Then(dossier => dossier.ConfirmWithdrawal(free.As(free.Head)));
        Assert.That(Last(free, NoticeKind.WithdrawalConfirmed)["paid"], Is.Empty);
    }

    private static IReadOnlyDictionary<string, string> Last(DossierBuilder builder, NoticeKind kind) =>
        builder.Dossier.Notices.Last(notice => notice.Kind == kind).Facts;
}

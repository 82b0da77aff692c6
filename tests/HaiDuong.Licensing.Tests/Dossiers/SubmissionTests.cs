using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;
using NUnit.Framework;
using LifeCycle = HaiDuong.Licensing.Domain.Dossiers.LifeCycle;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>From the draft to acceptance or refusal at the door.</summary>
public sealed class SubmissionTests
{
    [Test]
    public void Submit_WithoutItsPaper_IsRefusedAndStaysADraft()
    {
        var builder = new DossierBuilder();

        Assert.That(builder.Try(dossier => dossier.Submit(builder.As(builder.Applicant))), Is.EqualTo((string[])["PaperMissing"]));
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.Draft));
        Assert.That(builder.Dossier.History, Is.Empty);
    }

    [Test]
    public void Submit_Complete_WaitsForTheCounterEightWorkingHours()
    {
        var dossier = new DossierBuilder().Submitted().Dossier;

        Assert.That(dossier.Status, Is.EqualTo(DossierStatus.AwaitingAcceptance));
        Assert.That(dossier.Work.Single().StepId, Is.EqualTo("receive"));
        Assert.That(dossier.AnswerDue, Is.EqualTo(new LocalDateTime(2026, 3, 3, 8, 0)));
        Assert.That(dossier.Work.Single().DueAt, Is.EqualTo(dossier.AnswerDue), "every desk shows the same hour");
    }

    [Test]
    public void RefusedWithdrawal_BeforeAcceptance_PromisesTheAnswer_NotTheSettlement()
    {
        var builder = new DossierBuilder().Submitted();

        var before = builder.Dossier.AfterRefusedWithdrawal(builder.Now.Date).Code;
        var after = new DossierBuilder().Accepted().Dossier.AfterRefusedWithdrawal(builder.Now.Date).Code;

        Assert.That((before, after), Is.EqualTo(("NotWithdrawn.Unaccepted", "NotWithdrawn")));
    }

    [Test]
    public void Submit_Twice_SubmitsOnce()
    {
        var builder = new DossierBuilder().Submitted();

        Assert.That(builder.Try(dossier => dossier.Submit(builder.As(builder.Applicant))), Is.Empty);
        Assert.That(builder.Dossier.History.Select(line => line.Act), Is.EqualTo((DossierAct[])[DossierAct.Submit]));
    }

    [TestCase("", "Số 1", "0899815907", "02203850111", "ApplicantNameRequired")]
    [TestCase("Hội", "", "0899815907", "02203850111", "ApplicantAddressRequired")]
    [TestCase("Hội", "Số 1", "0899815900", "02203850111", "ApplicantTaxCode")]
    [TestCase("Hội", "Số 1", "0899815907", "", "ApplicantUnreachable")]
    [TestCase("Hội", "Số 1", "0899815907", "12345", "ApplicantPhone")]
    public void Submit_ByAnApplicantDescribedWrongly_IsRefused(string name, string address, string number, string phone, string reason)
    {
        var builder = new DossierBuilder().WithPapers();
        builder.Dossier.SaveDraft(
            new Applicant(ApplicantKind.Organisation, name, number, address, phone, null),
            null,
            ReturnBy.Counter,
            builder.Form,
            builder.As(builder.Applicant)
        );

        Assert.That(builder.Try(dossier => dossier.Submit(builder.As(builder.Applicant))), Is.EqualTo((string[])[reason]));
    }

    [Test]
    public void Submit_ByAPersonWhereOnlyOrganisationsMay_IsRefused()
    {
        var builder = new DossierBuilder().WithPapers();
        builder.Dossier.SaveDraft(
            new Applicant(ApplicantKind.Individual, "Một người", "030085001234", "Số 1", "02203850111", null),
            null,
            ReturnBy.Counter,
            builder.Form,
            builder.As(builder.Applicant)
        );

        Assert.That(builder.Try(dossier => dossier.Submit(builder.As(builder.Applicant))), Is.EqualTo((string[])["ApplicantNotEligible"]));
    }

    // Luật Báo chí 2016 Điều 41: 24 clock hours before the press conference.
    [TestCase("2026-03-03T08:00", true)]
    [TestCase("2026-03-03T07:59", false)]
    public void Submit_APressConference_NeedsTwentyFourHours(string startsAt, bool isInTime)
    {
        var builder = new DossierBuilder("press-conference");
        builder.Dossier.SaveDraft(
            builder.Dossier.Applicant,
            null,
            ReturnBy.Online,
            builder.Form.With("startsAt", startsAt).With("endsAt", "2026-03-03T12:00"),
            builder.As(builder.Applicant)
        );

        Assert.That(builder.Try(dossier => dossier.Submit(builder.As(builder.Applicant))), Is.EqualTo(isInTime ? [] : (string[])["NoticeTooLate"]));
    }

    [Test]
    public void SaveDraft_AfterSubmission_IsRefused()
    {
        var builder = new DossierBuilder().Submitted();

        Assert.That(
            builder.Try(dossier => dossier.SaveDraft(dossier.Applicant, null, ReturnBy.Post, FormData.Empty, builder.As(builder.Applicant))),
            Is.EqualTo((string[])["DossierNotADraft"])
        );
        Assert.That(builder.Dossier.Form, Is.EqualTo(builder.Form));
    }

    [Test]
    public void Papers_AfterSubmission_NeitherComeNorGo()
    {
        var builder = new DossierBuilder().Submitted();

        Assert.That(
            builder.Try(dossier => dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant))),
            Is.EqualTo((string[])["PaperNotAsked"])
        );
        Assert.That(builder.Try(dossier => dossier.RemovePaper(dossier.Papers[0].Id, builder.As(builder.Applicant))), Is.EqualTo((string[])["PaperKept"]));
    }

    [Test]
    public void Accept_ByTheCounter_StartsTheClockAndTellsTheApplicant()
    {
        var dossier = new DossierBuilder().Accepted().Dossier;

        Assert.That(dossier.Status, Is.EqualTo(DossierStatus.Accepted));
        Assert.That(dossier.Code, Is.EqualTo("000.00.13.H23-260302-0001"));
        Assert.That(dossier.StatutoryDue, Is.EqualTo(dossier.PromisedDue).And.Not.Null);
        Assert.That(dossier.FeesDue, Is.Positive);
        Assert.That(dossier.Notices.Select(notice => notice.Kind), Is.EqualTo((NoticeKind[])[NoticeKind.SubmissionReceived, NoticeKind.DossierAccepted]));
    }

    [TestCase(SubmissionChannel.Counter)]
    [TestCase(SubmissionChannel.Post)]
    public void Accept_OfWhatTheCounterTakesIn_PromisesNoAnswerBesides(SubmissionChannel channel)
    {
        var dossier = new DossierBuilder(channel: channel).Accepted().Dossier;

        Assert.That(
            dossier.Notices.Where(notice => notice.IsForApplicant).Select(notice => notice.Kind),
            Is.EqualTo((NoticeKind[])[NoticeKind.DossierAccepted])
        );
    }

    [Test]
    public void Accept_BySomebodyElse_IsRefused()
    {
        var builder = new DossierBuilder().Submitted();

        Assert.That(builder.Try(dossier => dossier.Accept("X", builder.As(builder.Specialist))), Is.EqualTo((string[])["StepNotYours"]));
        Assert.That(builder.Dossier.Code, Is.Null);
    }

    [Test]
    public void Accept_ASecondTime_IsRefused()
    {
        var builder = new DossierBuilder().Accepted();

        Assert.That(builder.Try(dossier => dossier.Accept("Y", builder.As(builder.Clerk))), Is.EqualTo((string[])["StepNotWaiting"]));
    }

    [Test]
    public void RefuseAtDoor_WithoutReason_IsRefused()
    {
        var builder = new DossierBuilder().Submitted();

        Assert.That(builder.Try(dossier => dossier.RefuseAtDoor(" ", builder.As(builder.Clerk))), Is.EqualTo((string[])["ReasonRequired"]));
    }

    [Test]
    public void RefuseAtDoor_WithReason_EndsTheDossier()
    {
        var builder = new DossierBuilder().Submitted();
        builder.Then(dossier => dossier.RefuseAtDoor("Không thuộc thẩm quyền", builder.As(builder.Clerk)));

        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.RefusedAtDoor));
        Assert.That(builder.Dossier.Work, Is.Empty);
        Assert.That(LifeCycle.IsClosed(builder.Dossier.Status));
    }
}

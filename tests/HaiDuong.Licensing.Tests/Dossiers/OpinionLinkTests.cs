using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A body outside is asked by a link, answers once, is asked again, or is told that it need not answer.</summary>
internal sealed class OpinionLinkTests
{
    private const string Body = "Công an huyện Gia Lộc";
    private static readonly LinkedBody To = new($"  {Body} ", "vanthu@gialoc.example", "sealed");

    [Test]
    public void AskOpinion_ByALink_IsMailedToTheAddress_AndCalledAsWhoeverAskedCallsIt()
    {
        var builder = Asked();
        var (dossier, opinion) = (builder.Dossier, builder.Dossier.Opinions.Single());

        var notice = dossier.Notices.Single(one => one.Kind == NoticeKind.OpinionLinkSent);
        Assert.That((notice.Email, notice.IsForBody, notice.IsForApplicant, notice.Unit), Is.EqualTo((To.Email, true, false, (string?)null)));
        Assert.That((notice.Facts["body"], notice.Facts[Notice.SealedFact]), Is.EqualTo((Body, "sealed")));
        Assert.That(
            (opinion.Body, opinion.Link, dossier.AgencyNameOf(opinion.AgencyKey, builder.Rules.Procedure)),
            Is.EqualTo((Body, new OpinionLink(To.Email), Body))
        );
        Assert.That(dossier.Work.Single(item => item.Unit == opinion.AgencyKey).AssigneeName, Is.EqualTo(Body), "lists and refusals call it by its name");
        Assert.That(dossier.History[^1].Note, Does.Contain(Body).And.Contain(To.Email).And.Not.Contain("sealed"));
        Assert.That(dossier.Notices.Select(one => one.Kind), Has.None.EqualTo(NoticeKind.OpinionAsked));
    }

    [Test]
    public void GiveOpinion_ByTheLink_IsKeptAsItsSignersAnswer_Once()
    {
        var builder = Asked();
        var opinion = builder.Dossier.Opinions.Single();
        var signer = opinion.ByLink("Trần Văn B", "Phó Trưởng Công an huyện", Body);
        Assert.That(Try(builder, opinion, opinion.ByLink("Trần Văn B", " ", Body)), Is.EqualTo((string[])["OpinionSignerMissing"]));
        Assert.That(Try(builder, opinion, DossierBuilder.Holder("Ai đó", StaffRole.ConsultedAgency, "police")), Is.EqualTo((string[])["StepNotYours"]));
        builder.Then(dossier => dossier.Attach("Văn bản trả lời", null, [DossierBuilder.Scan()], builder.As(signer)));

        builder.Then(dossier => dossier.GiveOpinion(opinion.Id, OpinionAnswer.Agree, "Thống nhất", builder.As(signer)));

        var (answered, line) = (builder.Dossier.Opinions.Single(), builder.Dossier.History[^1]);
        Assert.That((answered.Way, builder.Dossier.LinkStateOf(answered, builder.Now)), Is.EqualTo((OpinionWay.Link, OpinionLinkState.Answered)));
        Assert.That(answered.AnsweredBy, Does.Contain("Trần Văn B, Phó Trưởng Công an huyện").And.Contain(Body).And.Contain("qua liên kết"));
        Assert.That((line.ActorId, line.ActorRole, line.ActorUnit), Is.EqualTo(((Guid?)null, StaffRole.ConsultedAgency, opinion.AgencyKey)));
        Assert.That(Try(builder, opinion, signer), Is.EqualTo((string[])["OpinionNotOpen"]));
    }

    /// <summary>The specialist who wrote the answer down needs no telling.</summary>
    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public void GiveOpinion_ThatSomebodyElseBrought_IsToldToTheSpecialist(bool byLink, int told)
    {
        var builder = Asked();
        var opinion = builder.Dossier.Opinions.Single();
        var by = byLink ? opinion.ByLink("Trần Văn B", "Phó Trưởng Công an huyện", Body) : builder.Specialist;

        builder.Then(dossier => dossier.GiveOpinion(opinion.Id, OpinionAnswer.Agree, "Thống nhất", builder.As(by)));

        var notices = builder.Dossier.Notices.Where(notice => notice.Kind == NoticeKind.OpinionReceived).ToList();
        Assert.That(notices, Has.Count.EqualTo(told));
        if (byLink)
            Assert.That((notices[0].AccountId, notices[0].Facts["body"]), Is.EqualTo((builder.Specialist.AccountId, Body)));
    }

    [TestCase(0, OpinionLinkState.Open)]
    [TestCase(1, OpinionLinkState.Expired)]
    public void Link_OpensUntilItsDayIsOver(int days, OpinionLinkState state)
    {
        var builder = Asked();
        var opinion = builder.Dossier.Opinions.Single();
        builder.Now = opinion.AnswerBy.Date.PlusDays(days).AtMidnight().PlusTicks(days == 0 ? NodaConstants.TicksPerDay - 1 : 0);

        Assert.That(builder.Dossier.LinkStateOf(opinion, builder.Now), Is.EqualTo(state));
        Assert.That(
            Try(builder, opinion, opinion.ByLink("Trần Văn B", "Trưởng phòng", Body)),
            state == OpinionLinkState.Open ? Is.Empty : Is.EqualTo((string[])["OpinionLinkOver"])
        );
        if (state == OpinionLinkState.Expired)
            Assert.That(Try(builder, opinion, builder.Specialist), Is.Empty, "what comes by letter is written down all the same");
    }

    [Test]
    public void Link_OfAnAgencyThatIsAskedAtItsDesk_OpensNothing()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier => dossier.AskOpinion("propaganda", "Ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));
        var opinion = builder.Dossier.Opinions.Single();

        Assert.That(Try(builder, opinion, opinion.ByLink("Ai đó", "Ai đó", "Ban")), Is.EqualTo((string[])["OpinionLinkOver"]));
    }

    [Test]
    public void WithdrawOpinion_WithAReason_ShutsTheLink_TellsTheBody_AndLetsTheAppraisalGoOn()
    {
        var builder = Asked();
        var opinion = builder.Dossier.Opinions.Single();
        Assert.That(builder.Try(dossier => dossier.WithdrawOpinion(opinion.Id, " ", builder.As(builder.Specialist))), Is.EqualTo((string[])["ReasonRequired"]));

        builder.Then(dossier => dossier.WithdrawOpinion(opinion.Id, "Gửi nhầm địa chỉ", builder.As(builder.Specialist)));

        var told = builder.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.OpinionWithdrawn);
        Assert.That((told.Email, told.IsForBody, told.Facts["reason"]), Is.EqualTo((To.Email, true, "Gửi nhầm địa chỉ")));
        Assert.That(builder.Dossier.LinkStateOf(builder.Dossier.Opinions.Single(), builder.Now), Is.EqualTo(OpinionLinkState.Withdrawn));
        Assert.That(Try(builder, opinion, opinion.ByLink("Trần Văn B", "Trưởng phòng", Body)), Is.EqualTo((string[])["OpinionNotOpen"]));
        Assert.That(builder.Dossier.History[^1].Note, Is.EqualTo($"{Body}: Gửi nhầm địa chỉ"));
        Assert.That(builder.Try(dossier => dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(builder.Specialist))), Is.Empty);
    }

    [Test]
    public void AskOpinion_Again_KeepsTheEarlierAnswer_AndTheNewestCounts()
    {
        var builder = Asked();
        var first = builder.Dossier.Opinions.Single();
        builder.Then(dossier =>
            dossier.GiveOpinion(first.Id, OpinionAnswer.Disagree, "Gần kho đạn", builder.As(first.ByLink("Trần Văn B", "Trưởng phòng", Body)))
        );

        builder.Then(dossier => Again(builder, first.Id, "Đã đổi vị trí"));

        var (earlier, now) = (builder.Dossier.Opinions[0], builder.Dossier.Opinions[1]);
        Assert.That((earlier.Answer, earlier.Text, builder.Dossier.IsReplaced(earlier)), Is.EqualTo((OpinionAnswer.Disagree, "Gần kho đạn", true)));
        Assert.That((now.AgencyKey, now.Body, now.Again), Is.EqualTo((first.AgencyKey, Body, new OpinionAgain(first.Id, "Đã đổi vị trí"))));
        Assert.That(builder.Dossier.History[^1].Note, Does.StartWith("Đã đổi vị trí. "));
        Assert.That(builder.Dossier.Notices.Count(notice => notice.Kind == NoticeKind.OpinionLinkSent), Is.EqualTo(2));
        Assert.That(Again(builder, first.Id, "Nữa").Select(refusal => refusal.Code), Is.EqualTo((string[])["OpinionAlreadyAsked", "OpinionAskedAgain"]));
    }

    [Test]
    public void AskOpinion_AgainOfWhatIsOpen_TakesTheFirstQuestionBack()
    {
        var builder = Asked();
        var first = builder.Dossier.Opinions.Single();

        builder.Then(dossier => Again(builder, first.Id, "Địa chỉ cũ sai"));

        Assert.That(builder.Dossier.Opinions.Select(opinion => opinion.Answer), Is.EqualTo((OpinionAnswer?[])[OpinionAnswer.Withdrawn, null]));
        Assert.That(builder.Dossier.LinkStateOf(builder.Dossier.Opinions[0], builder.Now), Is.EqualTo(OpinionLinkState.Withdrawn));
        Assert.That(builder.Dossier.Work.Count(item => item.Role == StaffRole.ConsultedAgency), Is.EqualTo(1));
    }

    [Test]
    public void AskOpinion_OfANameThatTheDossierKnows_IsTheSameBody()
    {
        var builder = Asked();

        Assert.That(Ask(builder, new LinkedBody(Body.ToUpperInvariant(), "khac@gialoc.example", "")), Is.EqualTo((string[])["OpinionAlreadyAsked"]));
    }

    [Test]
    public void AskOpinion_ByALink_OfWhatHidesItsSender_IsRefused()
    {
        var builder = new DossierBuilder("denunciation-settlement").Assigned();

        Assert.That(Ask(builder, To), Has.Some.EqualTo("OpinionLinkHidden").Or.Some.EqualTo("StepNotWaiting"));
        Assert.That(builder.Dossier.Opinions, Is.Empty);
    }

    [Test]
    public void GiveOpinion_ByTheCounter_NeedsAScanOfTheLetter()
    {
        var builder = Asked();
        var opinion = builder.Dossier.Opinions.Single();
        Assert.That(Try(builder, opinion, builder.Clerk), Is.EqualTo((string[])["OpinionScanMissing"]));
        builder.Then(dossier => dossier.Attach("Công văn trả lời", Body, [DossierBuilder.Scan()], builder.As(builder.Clerk)));

        Assert.That(Try(builder, opinion, builder.Clerk), Is.Empty);
        Assert.That(builder.Dossier.Opinions.Single().Way, Is.EqualTo(OpinionWay.Letter));
        Assert.That(builder.Dossier.LinkStateOf(builder.Dossier.Opinions.Single(), builder.Now), Is.EqualTo(OpinionLinkState.AnsweredOtherwise));
    }

    [Test]
    public void ForgetAllBut_OfALink_LeavesItsOwnQuestion_AndNothingOnceItIsOver()
    {
        OpinionShown manuscript = new(["manuscript"], ["documentTitle"]);
        foreach (var isOver in new[] { false, true })
        {
            var builder = Asked(manuscript);
            var linked = builder.Dossier.Opinions.Single();
            builder.Then(dossier => dossier.AskOpinion("police", "Khác", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));

            builder.Dossier.ForgetAllBut(linked, builder.Rules.Procedure, "—", isOver ? linked.AnswerBy.PlusDays(1) : builder.Now);

            Assert.That(builder.Dossier.Opinions, Is.EqualTo(new[] { linked }));
            Assert.That(
                (builder.Dossier.Papers.Count, builder.Dossier.Form.Values.Count, builder.Dossier.Applicant.Name == "—"),
                Is.EqualTo(isOver ? (0, 0, true) : (1, 1, false))
            );
        }
    }

    private static DossierBuilder Asked(OpinionShown? shown = null)
    {
        var builder = new DossierBuilder().Assigned();
        return builder.Then(dossier => dossier.AskOpinion("", "Ý kiến", builder.Now.PlusDays(2), [], shown, builder.As(builder.Specialist), To));
    }

    private static string[] Ask(DossierBuilder builder, LinkedBody body) =>
        [.. builder.Try(dossier => dossier.AskOpinion("", "Ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist), body))];

    private static IReadOnlyList<Refusal> Again(DossierBuilder builder, Guid of, string reason) =>
        builder.Dossier.AskOpinion(
            "",
            "Ý kiến",
            builder.Now.PlusDays(2),
            [],
            null,
            builder.As(builder.Specialist),
            To with
            {
                Name = null,
            },
            new OpinionAgain(of, reason)
        );

    private static string[] Try(DossierBuilder builder, Opinion opinion, Actor actor) =>
        [.. builder.Try(dossier => dossier.GiveOpinion(opinion.Id, OpinionAnswer.Agree, "Thống nhất", builder.As(actor)))];
}

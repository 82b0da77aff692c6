using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;
using static HaiDuong.Licensing.Domain.Dossiers.DossierStatus;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What an act leaves behind besides where the dossier goes: history, clock, letters, and what it does not touch.</summary>
internal sealed class DossierDetailTests
{
    private const string Denunciation = "denunciation-settlement";

    private static readonly RoleHolding Beside = new(StaffRole.Inspector, "hp-culture-office");

    [Test]
    public void Act_OfSomebodyWithTwoRoles_StandsUnderTheOneThatDoesIt()
    {
        var builder = new DossierBuilder().Accepted();
        var assignee = new Assignee(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division);

        builder.Then(dossier => dossier.Assign(assignee, "", builder.As(WithTwoRoles(builder.Head))));
        Assert.That(RoleOf(builder), Is.EqualTo(StaffRole.DivisionHead));
        Assert.That(builder.Dossier.History[^1].Note, Is.EqualTo(builder.Specialist.Name), "nothing was said");

        var papers = builder.PaperOf(WithdrawalRequest.PaperKey);
        builder.Then(dossier => dossier.AskWithdrawal(null, papers, builder.As(WithTwoRoles(builder.Clerk))));
        Assert.That(RoleOf(builder), Is.EqualTo(StaffRole.CounterClerk));
        Assert.That(builder.Dossier.Papers, Does.Contain(papers));
        Assert.That(Facts(builder, NoticeKind.WithdrawalRecorded)["reason"], Is.Empty);
    }

    [Test]
    public void Assign_OfADenunciationOfTheHead_StandsUnderTheLeader()
    {
        var builder = new DossierBuilder(Denunciation).Accepted();
        var head = builder.Head;
        builder.Then(dossier => dossier.NameDenounced(new DenouncedPerson(head.AccountId!.Value, head.Name, true), builder.As(builder.Leader)));
        var assignee = new Assignee(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division);

        builder.Then(dossier => dossier.Assign(assignee, null, builder.As(WithTwoRoles(builder.Leader))));

        Assert.That(RoleOf(builder), Is.EqualTo(StaffRole.Leader));
        Assert.That(builder.Dossier.WhyNot(DossierAct.Appraise, builder.As(head)).Single().Code, Is.EqualTo("ShutOut"));
        builder.Then(dossier => dossier.ReadmitDenounced(head.AccountId!.Value, " Trùng tên ", builder.As(builder.Leader)));
        Assert.That((builder.Dossier.History[^1].Act, builder.Dossier.History[^1].Note), Is.EqualTo((DossierAct.ReadmitDenounced, $"{head.Name}: Trùng tên")));
    }

    [Test]
    public void Supply_TakenInAtTheCounter_StandsUnderTheCounter_AndAnswersThatRequestAlone()
    {
        var builder = new DossierBuilder().SupplementAsked();
        Supply(builder, builder.Clerk);
        Assert.That(RoleOf(builder), Is.EqualTo(StaffRole.CounterClerk));
        builder.Now = builder.Now.PlusDays(1);
        builder.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Còn thiếu", builder.Day(5), builder.As(builder.Head)));
        builder.Now = builder.Now.PlusDays(1);

        Supply(builder, builder.Applicant);

        var (first, second) = (builder.Dossier.Supplements[0], builder.Dossier.Supplements[1]);
        Assert.That(first.AnsweredAt, Is.LessThan(second.AnsweredAt!));
        Assert.That(
            (first.AnsweredBy, second.AnsweredBy),
            Is.EqualTo(((SubmissionChannel?)SubmissionChannel.Counter, (SubmissionChannel?)SubmissionChannel.Online))
        );
        Assert.That(new[] { first.ExpiredAt, second.ExpiredAt }, Has.All.Null);
    }

    [Test]
    public void Expiry_OfTheSecondRequest_IsWritten_AndLeavesTheFirstAsItWas()
    {
        var builder = new DossierBuilder().SupplementAsked();
        Supply(builder, builder.Applicant);
        builder.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Còn thiếu", builder.Day(5), builder.As(builder.Head)));
        builder.Now = builder.Dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight().PlusHours(9);

        builder.Then(dossier => dossier.ExpireSupplement(builder.As(Actor.System)));

        Assert.That(builder.Dossier.Supplements.Select(request => request.ExpiredAt), Is.EqualTo(new NodaTime.LocalDateTime?[] { null, builder.Now }));
        Assert.That((builder.Dossier.History[^1].Act, builder.Dossier.History[^1].StepId), Is.EqualTo((DossierAct.ExpireSupplement, "supplement")));
    }

    [Test]
    public void Supply_SaysInItsLetter_WhatMovedAndWhatStays()
    {
        var accepted = new DossierBuilder().SupplementAsked();
        var told = accepted.Dossier.PromisedDue;
        accepted.Now = accepted.Now.PlusDays(2);
        Supply(accepted, accepted.Applicant);
        var moved = Facts(accepted, NoticeKind.SupplementReceived);

        var waiting = new DossierBuilder().Submitted();
        waiting.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", waiting.Day(5), waiting.As(waiting.Clerk)));
        Supply(waiting, waiting.Applicant);
        var answered = Facts(waiting, NoticeKind.SupplementReceived);

        Assert.That(accepted.Dossier.PromisedDue, Is.Not.EqualTo(told));
        Assert.That((moved["answerDue"], moved["stays"]), Is.EqualTo(("", "")));
        Assert.That(new[] { moved["at"], moved["old"], moved["due"], moved["reason"] }, Has.All.Not.Empty);
        Assert.That(answered["answerDue"], Is.Not.Empty);
        Assert.That(new[] { answered["old"], answered["due"], answered["reason"] }, Has.All.Empty);
    }

    [Test]
    public void Due_IsTheAnswerUntilItIsAccepted_ThenWhatWasPromisedLast_AgainstWhatWasPromisedFirst()
    {
        var builder = new DossierBuilder().Submitted();
        Assert.That(builder.Dossier.Due.Due, Is.EqualTo(builder.Dossier.AnswerDue).And.Not.Null);
        builder = new DossierBuilder().Assigned();
        var first = builder.Dossier.PromisedDue!.Value;
        Assert.That(first, Is.Not.EqualTo(builder.Dossier.AnswerDue));

        var later = builder.Rules.Calendar.OnOrAfter(first.Date.PlusDays(3));
        builder.Then(dossier => dossier.Apologise(later, "Chờ ý kiến", builder.As(builder.Head) with { Seen = DossierBuilder.Far(later) }));

        Assert.That((builder.Dossier.Due.Due, builder.Dossier.Due.FirstDue), Is.EqualTo((builder.Dossier.PromisedDue, (NodaTime.LocalDateTime?)first)));
        Assert.That(builder.Dossier.Due.IsRePromised);
        Assert.That((builder.Dossier.History[^1].Act, RoleOf(builder)), Is.EqualTo((DossierAct.Apologise, StaffRole.DivisionHead)));
    }

    [Test]
    public void Issue_EndsTheClock_WithItsClass()
    {
        var builder = new DossierBuilder().Signed();
        Assert.That((builder.Dossier.Clock, builder.Dossier.Due.Ended), Is.EqualTo((ClockState.Running, (FinishClass?)null)));

        builder.Then(dossier => dossier.Issue("issue", "01/GP", builder.Now.Date, new string('c', 64), builder.As(builder.Registry)));

        Assert.That((builder.Dossier.Clock, builder.Dossier.Due.Ended), Is.EqualTo((ClockState.Finished, (FinishClass?)FinishClass.Early)));
    }

    [TestCase(SubmissionChannel.Online, true)]
    [TestCase(SubmissionChannel.Counter, false)]
    public void Accept_TellsTheClockHowItCame(SubmissionChannel channel, bool isOnline) =>
        Assert.That(new DossierBuilder(channel: channel).Accepted().Dossier.Ledger[0].Online, Is.EqualTo(isOnline));

    [Test]
    public void Fee_OfAClosedDossier_IsOwedNoMore()
    {
        var builder = new DossierBuilder().Appraised();
        Assert.That(builder.Dossier.FeesDue, Is.Positive);

        builder.Then(dossier => dossier.AskWithdrawal("Đổi ý", null, builder.As(builder.Applicant)));
        builder.Then(dossier => dossier.ConfirmWithdrawal(builder.As(builder.Head)));

        Assert.That(builder.Dossier.FeesDue, Is.Zero);
    }

    [Test]
    public void Agency_IsLeftItsOwnWorkAlone()
    {
        var builder = new DossierBuilder().Assigned();
        foreach (var agency in (string[])["propaganda", "police"])
            builder.Then(dossier => dossier.AskOpinion(agency, "Ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));
        var name = builder.Dossier.Applicant.Name;

        builder.Dossier.ForgetAllBut("police", builder.Rules.Procedure, "—");

        Assert.That(builder.Dossier.Work.Select(item => (item.Role, item.Unit)), Is.EqualTo(new[] { (StaffRole.ConsultedAgency, "police") }));
        Assert.That(builder.Dossier.Applicant.Name, Is.EqualTo(name), "whoever is asked is told about whom");
    }

    [Test]
    public void Checks_AnsweredBeforeAnOpinionIsAsked_AreKeptBesideTheNewOnes()
    {
        var builder = new DossierBuilder().Assigned();
        var (first, second) = (builder.AllChecks[0], builder.AllChecks[1]);
        builder.Then(dossier => dossier.AskOpinion("police", "Một", builder.Now.PlusDays(2), [first, second], null, builder.As(builder.Specialist)));

        builder.Then(dossier =>
            dossier.AskOpinion("propaganda", "Hai", builder.Now.PlusDays(2), [first with { Met = false }], null, builder.As(builder.Specialist))
        );

        Assert.That(builder.Dossier.Checks, Is.EquivalentTo(new[] { first with { Met = false }, second }));
    }

    [Test]
    public void Opinion_ThatWasAnswered_IsAnsweredNoMore_AndTheOtherStaysOpen()
    {
        var builder = new DossierBuilder().Assigned();
        foreach (var agency in (string[])["propaganda", "police"])
            builder.Then(dossier => dossier.AskOpinion(agency, "Ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));
        var (first, second) = (builder.Dossier.Opinions[0], builder.Dossier.Opinions[1]);
        builder.Then(dossier => dossier.GiveOpinion(second.Id, OpinionAnswer.Agree, null, builder.As(builder.Specialist)));

        Assert.That(
            builder.Try(dossier => dossier.GiveOpinion(second.Id, OpinionAnswer.Disagree, "Không", builder.As(builder.Specialist))),
            Is.EqualTo((string[])["OpinionNotOpen"])
        );
        Assert.That(
            builder.Dossier.Opinions.Select(opinion => (opinion.Id, opinion.Answer)),
            Is.EqualTo(new[] { (first.Id, (OpinionAnswer?)null), (second.Id, OpinionAnswer.Agree) })
        );
        Assert.That(builder.Dossier.GiveOpinion(first.Id, OpinionAnswer.Disagree, " ", builder.As(builder.Specialist)).Single().Field, Is.EqualTo("text"));
    }

    [Test]
    public void SentBackDraft_IsWrittenWithItsReason()
    {
        var builder = new DossierBuilder().Drafted();

        builder.Then(dossier => dossier.SendBack("review", "Sửa phạm vi", builder.As(builder.Head)));

        var line = builder.Dossier.History[^1];
        Assert.That((line.Act, line.StepId, line.Note, line.ActorRole), Is.EqualTo((DossierAct.SendBack, "review", "Sửa phạm vi", StaffRole.DivisionHead)));
    }

    [Test]
    public void Letter_OfRefusal_HasNoLastDay()
    {
        var builder = new DossierBuilder().Paid();
        builder
            .Then(dossier => dossier.DraftResult("draft", builder.Draft(DecisionKind.Refuse, "Không đủ"), builder.As(builder.Specialist)))
            .Then(dossier => dossier.ApproveDraft("review", null, builder.As(builder.Head)))
            .Then(dossier =>
                dossier.Sign(
                    "sign",
                    new Decision(DecisionKind.Refuse, new string('b', 64), "Giám đốc", "GIÁM ĐỐC", builder.Now, "CODE"),
                    builder.As(builder.Leader)
                )
            )
            .Then(dossier => dossier.Issue("issue", "01/TB", builder.Now.Date, new string('c', 64), builder.As(builder.Registry)));

        Assert.That(builder.Dossier.Decision!.ValidTo, Is.Null);
    }

    [Test]
    public void Notice_IsKnownByDossierActKindReaderAndStep()
    {
        var dossier = new DossierBuilder().Assigned().Dossier;

        var work = dossier.Notices.Single(notice => notice.Kind == NoticeKind.WorkAssigned);
        var accepted = dossier.Notices.Single(notice => notice.Kind == NoticeKind.DossierAccepted);

        Assert.That(work.Key, Does.StartWith($"{dossier.Id:N}/").And.EndsWith("/appraise"));
        Assert.That(accepted.Key.Split('/'), Has.Length.EqualTo(4), "no step stands in what is about none");
    }

    [Test]
    public void Open_AreTheStatusesInWhichTheOfficeStillOwesSomething() =>
        Assert.That(
            Domain.Dossiers.LifeCycle.Open,
            Is.EquivalentTo(new[] { AwaitingAcceptance, Accepted, InProcess, AwaitingSupplement, AwaitingPayment, WithdrawalAsked, ResultReady })
        );

    [Test]
    public void Paths_OfFacts_AreWhatRoutesMayAsk() =>
        Assert.That(
            DossierFacts.Paths,
            Is.EquivalentTo(DossierFacts.Paths.Where(path => new DossierFacts(new DossierBuilder().Drafted().Dossier).Value(path) is not null))
        );

    private static Actor WithTwoRoles(Actor actor) => actor with { Roles = [Beside, .. actor.Roles] };

    private static StaffRole RoleOf(DossierBuilder builder) => builder.Dossier.History[^1].ActorRole;

    private static IReadOnlyDictionary<string, string> Facts(DossierBuilder builder, NoticeKind kind) =>
        builder.Dossier.Notices.Last(notice => notice.Kind == kind).Facts;

    private static void Supply(DossierBuilder builder, Actor by)
    {
        builder.Then(dossier => dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(by)));
        builder.Then(dossier => dossier.Supply(builder.Form, builder.As(by)));
    }
}

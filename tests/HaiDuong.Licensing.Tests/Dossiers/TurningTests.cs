using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Where a dossier leaves the straight way: supplements, withdrawal, apology, stopping.</summary>
public sealed class TurningTests
{
    [Test]
    public void AskSupplement_OfNothingForNoReasonByYesterday_IsRefusedOnceForEach()
    {
        var builder = new DossierBuilder().Assigned();

        Assert.That(
            builder.Try(dossier => dossier.AskSupplement([], "", builder.Now.Date, builder.As(builder.Specialist))),
            Is.EqualTo((string[])["SupplementItemsRequired", "ReasonRequired", "AnswerByInThePast"])
        );
        Assert.That(
            builder.Try(dossier =>
                dossier.AskSupplement([DossierBuilder.Item("manuscript") with { Reason = "" }], "Thiếu", builder.Day(5), builder.As(builder.Specialist))
            ),
            Is.EqualTo((string[])["SupplementReasonRequired"])
        );
    }

    [Test]
    public void AskSupplement_ByAnUnusuallyLateDay_IsAskedAbout_AndByADayOffRefused()
    {
        var builder = new DossierBuilder().Assigned();
        var (late, saturday) = (new LocalDate(2036, 3, 3), new LocalDate(2026, 3, 7));
        IReadOnlyList<Domain.Refusal> Ask(Dossier dossier, LocalDate day, LocalDate? seen) =>
            dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", day, builder.As(builder.Specialist) with { Seen = DossierBuilder.Far(seen) });

        Assert.That(builder.Try(dossier => Ask(dossier, late, null)), Is.EqualTo((string[])["AppointedDayFar"]));
        Assert.That(
            builder.Try(dossier => Ask(dossier, late, late.PlusDays(1))),
            Is.EqualTo((string[])["AppointedDayFar"]),
            "another day than the one that was asked about"
        );
        Assert.That(builder.Try(dossier => Ask(dossier, saturday, null)), Is.EqualTo((string[])["AppointedDayOff"]));
        Assert.That(
            builder.Try(dossier => Ask(dossier, new LocalDate(2099, 12, 31), new LocalDate(2099, 12, 31))),
            Is.EqualTo((string[])["AppointedDayBeyondCalendar"])
        );
        Assert.That(builder.Try(dossier => Ask(dossier, late, late)), Is.Empty);
    }

    // 31/12/2050 is a Saturday: no working day of the calendar comes after it.
    [TestCase(2060, 6, 15)]
    [TestCase(2050, 12, 31)]
    public void Day_AtTheEndOfTheCalendar_IsRefusedWithTheLastWorkingOne(int year, int month, int day)
    {
        var builder = new DossierBuilder().Assigned();
        var beyond = new LocalDate(year, month, day);
        IReadOnlyList<Domain.Refusal> Ask(Dossier dossier) =>
            dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", beyond, builder.As(builder.Specialist));
        IReadOnlyList<Domain.Refusal> Apologise(Dossier dossier) => dossier.Apologise(beyond, "Phức tạp", builder.As(builder.Head));

        foreach (var refusal in new[] { Ask(builder.Dossier).Single(), Apologise(builder.Dossier).Single() })
            Assert.That((refusal.Code, refusal.Args[1]), Is.EqualTo(("AppointedDayBeyondCalendar", new LocalDate(2050, 12, 30))));
    }

    [Test]
    public void AskSupplement_ASecondTime_IsForTheHead()
    {
        var builder = new DossierBuilder().SupplementAsked();
        builder.Dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant));
        builder.Then(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant)));

        Assert.That(
            builder.Try(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", builder.Day(5), builder.As(builder.Specialist))),
            Is.EqualTo((string[])["SecondSupplementNeedsHead"])
        );
        string[] SaidBefore(Actor actor) => [.. builder.Try(dossier => dossier.WhyNot(DossierAct.AskSupplement, builder.As(actor)))];
        Assert.That(SaidBefore(builder.Specialist), Is.EqualTo((string[])["SecondSupplementNeedsHead"]), "before anything is typed");
        Assert.That(SaidBefore(builder.Head), Is.Empty);
        builder.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", builder.Day(5), builder.As(builder.Head)));
        Assert.That(builder.Dossier.UnansweredSupplement!.Round, Is.EqualTo(2));
    }

    [Test]
    public void AskSupplement_AfterTheDueDate_IsPossible_ButTheClockGoesOn()
    {
        var builder = new DossierBuilder().Assigned();
        var due = builder.Dossier.StatutoryDue;
        builder.Now = due!.Value.PlusDays(1);

        builder.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", builder.Day(5), builder.As(builder.Specialist)));

        Assert.That(builder.Dossier.StatutoryDue, Is.EqualTo(due));
        Assert.That(builder.Dossier.ReadClock(builder.Rules, builder.Now).State, Is.EqualTo(ClockState.Running));
    }

    [Test]
    public void AskSupplement_AgainAndOfNothing_IsRefusedByTheClockWithTheRest()
    {
        var builder = new DossierBuilder().SupplementAsked();
        builder.Dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant));
        builder.Then(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant)));

        Assert.That(
            builder.Try(dossier => dossier.AskSupplement([], "Thiếu", builder.Day(5), builder.As(builder.Specialist))),
            Is.EqualTo((string[])["SupplementItemsRequired", "SecondSupplementNeedsHead"])
        );
    }

    [Test]
    public void AskSupplement_BeforeAcceptance_IsTheCountersAndComesBackToIt()
    {
        var builder = new DossierBuilder().Submitted();
        builder.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", builder.Day(5), builder.As(builder.Clerk)));
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.AwaitingSupplement));

        builder.Now = builder.Now.PlusHours(2);
        builder.Dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant));
        builder.Then(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant)));

        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.AwaitingAcceptance));
        Assert.That(builder.Dossier.AnswerDue, Is.EqualTo(builder.Rules.AnswerDue(builder.Now)));
        Assert.That(builder.Dossier.Ledger, Is.Empty);
    }

    [Test]
    public void Supply_WithoutTheAskedPaper_IsRefused()
    {
        var builder = new DossierBuilder().SupplementAsked();

        Assert.That(builder.Try(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant))), Is.EqualTo((string[])["SupplementPaperMissing"]));
        Assert.That(
            builder.Try(dossier => dossier.AddPaper(builder.PaperOf("translation"), builder.As(builder.Applicant))),
            Is.EqualTo((string[])["PaperNotAsked"])
        );
    }

    [Test]
    public void Supply_TakesTheAskedFieldAndNoOther()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier =>
            dossier.AskSupplement([DossierBuilder.Item("purpose", SupplementTarget.Field)], "Chưa rõ", builder.Day(5), builder.As(builder.Specialist))
        );
        builder.Then(dossier => dossier.Supply(builder.Form.With("purpose", "Mục đích mới").With("summary", "Nội dung khác"), builder.As(builder.Applicant)));

        Assert.That(builder.Dossier.Form["purpose"], Is.EqualTo("Mục đích mới"));
        Assert.That(builder.Dossier.Form["summary"], Is.EqualTo(builder.Form["summary"]));
    }

    [Test]
    public void RemovePaper_AddedForTheOpenRequest_IsTakenAway()
    {
        var builder = new DossierBuilder().SupplementAsked();
        var paper = builder.PaperOf("manuscript");
        builder.Dossier.AddPaper(paper, builder.As(builder.Applicant));

        Assert.That(builder.Try(dossier => dossier.RemovePaper(paper.Id, builder.As(builder.Applicant))), Is.Empty);
        Assert.That(builder.Dossier.Papers.Select(kept => kept.Id), Does.Not.Contain(paper.Id));
    }

    [Test]
    public void ExpireSupplement_OnTheLastDay_IsRefused_OnTheNextLeadsToStopping()
    {
        var builder = new DossierBuilder().SupplementAsked();
        builder.Now = builder.Dossier.UnansweredSupplement!.AnswerBy.AtMidnight().PlusHours(23);
        Assert.That(builder.Try(dossier => dossier.ExpireSupplement(builder.As(Actor.System))), Is.EqualTo((string[])["SupplementStillOpen"]));

        builder.Now = builder.Now.PlusHours(2);
        builder.Then(dossier => dossier.ExpireSupplement(builder.As(Actor.System)));
        Assert.That(builder.Dossier.OpenSupplement(builder.Now.Date), Is.Null);
        Assert.That(builder.Try(dossier => dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant))), Is.Not.Empty);
        Assert.That(builder.Try(dossier => dossier.Stop("stop", "", builder.As(builder.Specialist))), Is.EqualTo((string[])["ReasonRequired"]));
        builder.Then(dossier => dossier.Stop("stop", "Không bổ sung", builder.As(builder.Specialist)));
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.Stopped));
    }

    [Test]
    public void AskWithdrawal_BeforeAcceptance_EndsAtOnce()
    {
        var builder = new DossierBuilder().Submitted();
        builder.Then(dossier => dossier.AskWithdrawal(null, null, builder.As(builder.Applicant)));

        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.Stopped));
        Assert.That(builder.Dossier.Work, Is.Empty);
        Assert.That(
            builder.Dossier.History.TakeLast(2).Select(line => (line.Act, line.ActorRole)),
            Is.EqualTo(new[] { (DossierAct.AskWithdrawal, StaffRole.Applicant), (DossierAct.ConfirmWithdrawal, StaffRole.System) }),
            "the applicant asks; nobody seems to have agreed to their own wish"
        );
        Assert.That(builder.Dossier.Due.ClassAt(builder.Now), Is.EqualTo(DueClass.Withdrawn));
    }

    [Test]
    public void AskWithdrawal_ByTheCounter_NeedsTheApplicantsPaper()
    {
        var builder = new DossierBuilder().Assigned();

        Assert.That(builder.Try(dossier => dossier.AskWithdrawal("Đổi ý", null, builder.As(builder.Clerk))), Is.EqualTo((string[])["WithdrawalPaperRequired"]));
        builder.Then(dossier => dossier.AskWithdrawal("Đổi ý", builder.PaperOf(WithdrawalRequest.PaperKey), builder.As(builder.Clerk)));

        Assert.That(builder.Dossier.Papers.Single(paper => paper.Id == builder.Dossier.Withdrawal!.PaperId).Key, Is.EqualTo(WithdrawalRequest.PaperKey));
        Assert.That(builder.Try(dossier => dossier.ConfirmWithdrawal(builder.As(builder.Clerk))), Is.EqualTo((string[])["WithdrawalSecondPerson"]));
        Assert.That(builder.Try(dossier => dossier.RefuseWithdrawal("Không", builder.As(builder.Clerk))), Is.EqualTo((string[])["WithdrawalSecondPerson"]));
        builder.Then(dossier => dossier.ConfirmWithdrawal(builder.As(builder.Head)));
    }

    [Test]
    public void AskWithdrawal_ByTheCounterBeforeAcceptance_WaitsForASecondPerson()
    {
        var builder = new DossierBuilder().Submitted();
        builder.Then(dossier => dossier.AskWithdrawal(null, builder.PaperOf(WithdrawalRequest.PaperKey), builder.As(builder.Clerk)));

        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.WithdrawalAsked));
        builder.Then(dossier => dossier.ConfirmWithdrawal(builder.As(DossierBuilder.Holder("Người thứ hai", StaffRole.CounterClerk, "hp-service-centre"))));
        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.Stopped));
    }

    // A division head once closed eighteen dossiers by "ask" and "confirm", one of them about that very head.
    [Test]
    public void AskWithdrawal_ByTheHead_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();

        Assert.That(
            builder.Try(dossier => dossier.AskWithdrawal("Rút", builder.PaperOf(WithdrawalRequest.PaperKey), builder.As(builder.Head))),
            Is.EqualTo((string[])["StepNotYours"])
        );
    }

    [Test]
    public void AskWithdrawal_AfterAcceptance_HoldsAllWorkUntilDecided()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier => dossier.AskWithdrawal("Đổi kế hoạch", null, builder.As(builder.Applicant)));

        Assert.That(
            builder.Try(dossier => dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(builder.Specialist))),
            Is.EqualTo((string[])["WithdrawalPending"])
        );
        Assert.That(builder.Try(dossier => dossier.ConfirmWithdrawal(builder.As(builder.Specialist))), Is.EqualTo((string[])["StepNotYours"]));
        Assert.That(builder.Try(dossier => dossier.RefuseWithdrawal("", builder.As(builder.Head))), Is.EqualTo((string[])["ReasonRequired"]));
    }

    [Test]
    public void RefuseWithdrawal_PutsTheDossierBackWhereItStood()
    {
        var builder = new DossierBuilder().Assigned();
        var due = builder.Dossier.StatutoryDue;
        builder.Then(dossier => dossier.AskWithdrawal(null, null, builder.As(builder.Applicant)));
        builder.Then(dossier => dossier.RefuseWithdrawal("Đã có dự thảo", builder.As(builder.Head)));

        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.InProcess));
        Assert.That(builder.Dossier.Work.Single().StepId, Is.EqualTo("appraise"));
        Assert.That(builder.Dossier.StatutoryDue, Is.EqualTo(due));
    }

    [Test]
    public void ConfirmWithdrawal_ByTheHead_StopsTheDossier_AndNobodyDecidesTwice()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Then(dossier => dossier.AskWithdrawal(null, null, builder.As(builder.Applicant)));
        builder.Then(dossier => dossier.ConfirmWithdrawal(builder.As(builder.Head)));

        Assert.That(builder.Dossier.Status, Is.EqualTo(DossierStatus.Stopped));
        Assert.That(builder.Try(dossier => dossier.ConfirmWithdrawal(builder.As(builder.Head))), Is.EqualTo((string[])["StepNotWaiting"]));
    }

    [Test]
    public void AskWithdrawal_WhenTheResultIsReady_IsRefused()
    {
        var builder = new DossierBuilder().Issued();

        Assert.That(builder.Try(dossier => dossier.AskWithdrawal(null, null, builder.As(builder.Applicant))), Is.EqualTo((string[])["WithdrawalTooLate"]));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void AskWithdrawal_RecordedByTheCounter_IsToldToTheApplicantAtOnce(bool byApplicant)
    {
        var builder = new DossierBuilder().Accepted();
        var paper = byApplicant ? null : builder.PaperOf(WithdrawalRequest.PaperKey);

        builder.Then(dossier => dossier.AskWithdrawal(null, paper, builder.As(byApplicant ? builder.Applicant : builder.Clerk)));

        var told = builder.Dossier.Notices.Select(notice => notice.Kind);
        Assert.That(told, byApplicant ? Has.None.EqualTo(NoticeKind.WithdrawalRecorded) : Has.One.EqualTo(NoticeKind.WithdrawalRecorded));
    }

    // NĐ 61/2018 Điều 19: a new date is promised at most once, and the statutory one stays.
    [Test]
    public void Apologise_MovesThePromiseOnceAndNeverTheStatutoryDate()
    {
        var builder = new DossierBuilder().Assigned();
        var due = builder.Dossier.StatutoryDue;
        var later = due!.Value.Date.PlusDays(4);
        Assert.That(builder.Dossier.WhyNoApology(builder.As(builder.Head)), Is.Empty);
        Assert.That(builder.Try(dossier => dossier.Apologise(later, "Phức tạp", builder.As(builder.Specialist))), Is.EqualTo((string[])["StepNotYours"]));
        Assert.That(builder.Try(dossier => dossier.Apologise(later, "", builder.As(builder.Head))), Is.EqualTo((string[])["ReasonRequired"]));
        var sunday = later.Next(IsoDayOfWeek.Sunday);
        Assert.That(builder.Try(dossier => dossier.Apologise(sunday, "Phức tạp", builder.As(builder.Head))), Is.EqualTo((string[])["AppointedDayOff"]));

        builder.Then(dossier => dossier.Apologise(later, "Phức tạp", builder.As(builder.Head)));

        Assert.That(builder.Dossier.StatutoryDue, Is.EqualTo(due));
        Assert.That(builder.Dossier.PromisedDue!.Value.Date, Is.EqualTo(later));
        builder.Now = builder.Now.PlusHours(1);
        Assert.That(builder.Try(dossier => dossier.Apologise(later.PlusDays(7), "Phức tạp", builder.As(builder.Head))), Is.EqualTo((string[])["ClockRefuses"]));
        Assert.That(
            builder.Dossier.WhyNoApology(builder.As(builder.Head)).Single().Code,
            Is.EqualTo("ClockRefuses"),
            "the page says so before anything is typed"
        );
    }

    [Test]
    public void Apologise_BeyondOnceMoreTheWholeTerm_IsAskedAboutOnce()
    {
        var builder = new DossierBuilder().Assigned();
        var far = new LocalDate(2030, 1, 2);

        Assert.That(builder.Try(dossier => dossier.Apologise(far, "Phức tạp", builder.As(builder.Head))), Is.EqualTo((string[])["AppointedDayFar"]));
        builder.Then(dossier => dossier.Apologise(far, "Phức tạp", builder.As(builder.Head) with { Seen = DossierBuilder.Far(far) }));

        Assert.That(builder.Dossier.PromisedDue!.Value.Date, Is.EqualTo(far));
    }

    [Test]
    public void Apologise_WhileASupplementIsAwaited_IsRefused()
    {
        var builder = new DossierBuilder().SupplementAsked();

        Assert.That(
            builder.Try(dossier => dossier.Apologise(builder.Now.Date.PlusDays(40), "Phức tạp", builder.As(builder.Head))),
            Is.EqualTo((string[])["StepNotWaiting"])
        );
    }
}

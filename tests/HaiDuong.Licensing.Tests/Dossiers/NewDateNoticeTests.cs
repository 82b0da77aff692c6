using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Whoever was told a date is told the one that takes its place, by the act that gives it.</summary>
internal sealed class NewDateNoticeTests
{
    [Test]
    public void Supply_ThatMovesTheDate_OwesTheNewOne_AndTheCheckOfTheDataMissesIt()
    {
        var office = new DossierBuilder().SupplementAsked();
        var before = office.Dossier.PromisedDue!.Value;
        office.Now = office.Day(10).At(new NodaTime.LocalTime(9, 0));

        Supply(office);

        SaysTheNewDate(office, NoticeKind.SupplementReceived, before, "đã nhận hồ sơ bổ sung, thời hạn giải quyết được tính lại từ đầu");
        IsMissedByTheCheck(office, NoticeKind.SupplementReceived);
    }

    [Test]
    public void Supply_ThatMovesNoDate_OwesOneLetterAllTheSame_ThatSaysWhyThereIsNone()
    {
        var office = new DossierBuilder().Assigned();
        office.Now = office.Dossier.PromisedDue!.Value.PlusDays(3);
        office.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu trang", office.Day(30), office.As(office.Specialist)));

        Supply(office);

        var facts = office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.SupplementReceived).Facts;
        Assert.That(office.Dossier.Notices.Select(notice => notice.Kind), Has.None.EqualTo(NoticeKind.DueDateMoved));
        Assert.That((facts["due"], facts["stays"], facts["next"]), Is.EqualTo(("", "", "Quý vị không phải làm gì thêm.")));
        Assert.That(facts["rests"], Does.Contain("đã qua trước khi yêu cầu bổ sung"));
        IsMissedByTheCheck(office, NoticeKind.SupplementReceived);
    }

    [Test]
    public void Supply_AskedAndSentOnAWeekend_KeepsTheDate_AndSaysThatItStays()
    {
        var office = new DossierBuilder(channel: Domain.Procedures.SubmissionChannel.Counter)
        {
            Now = new NodaTime.LocalDateTime(2026, 11, 28, 9, 0),
        }.SupplementAsked();
        var before = office.Dossier.PromisedDue!.Value;
        office.Now = office.Now.PlusDays(1);

        Supply(office);

        var facts = office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.SupplementReceived).Facts;
        Assert.That(office.Dossier.PromisedDue, Is.EqualTo(before));
        Assert.That((facts["old"], facts["due"], facts["reason"], facts["stays"]), Is.EqualTo(("", "", "", VietnameseDate.Print(before))));
    }

    [Test]
    public void Request_TellsWhereTheAnswerMayBeBrought()
    {
        var office = new DossierBuilder().SupplementAsked();
        var counter = DossierBuilder.Organisation.Find(office.Clerk.Roles.Single().Unit)!;

        Assert.That(
            office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.SupplementAsked).Facts["counter"],
            Is.EqualTo(string.IsNullOrEmpty(counter.Address) ? counter.Name : $"{counter.Name}, {counter.Address}")
        );
    }

    [Test]
    public void Supply_BeforeAcceptance_OwesALetter_WithTheDayOfTheAnswer()
    {
        var office = new DossierBuilder().Submitted();
        office.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu trang", office.Day(30), office.As(office.Clerk)));

        Supply(office);

        var facts = office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.SupplementReceived).Facts;
        Assert.That(facts["answerDue"], Is.EqualTo(VietnameseDate.Print(office.Dossier.AnswerDue!.Value)));
        Assert.That((facts["due"], facts["stays"], facts["rests"]), Is.EqualTo(("", "", "")));
    }

    [Test]
    public void Payment_ThatMovesTheDate_OwesTheNewOne_AndTheCheckOfTheDataMissesIt()
    {
        var office = new DossierBuilder().Appraised();
        var before = office.Dossier.PromisedDue!.Value;
        office.Now = office.Day(10).At(new NodaTime.LocalTime(9, 0));

        office.Then(dossier =>
            dossier.RecordPayment(new Payment(dossier.FeesDue, "PT-0001", "Chuyển khoản", "Kế toán", office.Now), office.As(office.Accountant))
        );

        SaysTheNewDate(office, NoticeKind.DueDateMoved, before, "đã nộp đủ phí, lệ phí, thời gian chờ nộp không tính vào thời hạn giải quyết");
        IsMissedByTheCheck(office, NoticeKind.DueDateMoved);
    }

    private static void Supply(DossierBuilder office)
    {
        office.Dossier.AddPaper(office.PaperOf("manuscript"), office.As(office.Applicant));
        office.Then(dossier => dossier.Supply(office.Form, office.As(office.Applicant)));
    }

    private static void SaysTheNewDate(DossierBuilder office, NoticeKind kind, NodaTime.LocalDateTime before, string reason)
    {
        var facts = office.Dossier.Notices.Single(notice => notice.Kind == kind).Facts;
        Assert.That(
            (facts["old"], facts["due"], facts["reason"]),
            Is.EqualTo((VietnameseDate.Print(before), VietnameseDate.Print(office.Dossier.PromisedDue!.Value), reason))
        );
        Assert.That(office.Dossier.PromisedDue, Is.GreaterThan(before));
    }

    private static void IsMissedByTheCheck(DossierBuilder office, NoticeKind kind)
    {
        var told = Told(office);
        Assert.That(Absent(office, told), Is.Empty);
        told.Remove(kind);
        Assert.That(Absent(office, told), Is.EqualTo(new[] { kind.ToString() }));
    }

    private static Dictionary<NoticeKind, int> Told(DossierBuilder office) =>
        office.Dossier.Notices.Where(notice => notice.Email is not null).CountBy(notice => notice.Kind).ToDictionary();

    private static IEnumerable<string> Absent(DossierBuilder office, Dictionary<NoticeKind, int> told) =>
        DossierFaults
            .Of(office.Dossier, office.Rules, office.Dossier.History, told, new Dictionary<NoticeKind, Instant>())
            .Where(fault => fault.Kind == DataFaultKind.NoticeAbsent)
            .Select(fault => fault.Expected);
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
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

        SaysTheNewDate(office, before, "đã nhận hồ sơ bổ sung, thời hạn giải quyết được tính lại từ đầu");
        IsMissedByTheCheck(office);
    }

    [Test]
    public void Supply_ThatMovesNoDate_OwesNone()
    {
        var office = new DossierBuilder().Assigned();
        office.Now = office.Dossier.PromisedDue!.Value.PlusDays(3);
        office.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu trang", office.Day(30), office.As(office.Specialist)));

        Supply(office);

        Assert.That(office.Dossier.Notices.Select(notice => notice.Kind), Has.None.EqualTo(NoticeKind.DueDateMoved));
        Assert.That(Absent(office, Told(office)), Is.Empty);
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

        SaysTheNewDate(office, before, "đã nộp đủ phí, lệ phí, thời gian chờ nộp không tính vào thời hạn giải quyết");
        IsMissedByTheCheck(office);
    }

    private static void Supply(DossierBuilder office)
    {
        office.Dossier.AddPaper(office.PaperOf("manuscript"), office.As(office.Applicant));
        office.Then(dossier => dossier.Supply(office.Form, office.As(office.Applicant)));
    }

    private static void SaysTheNewDate(DossierBuilder office, NodaTime.LocalDateTime before, string reason)
    {
        var facts = office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.DueDateMoved).Facts;
        Assert.That(
            (facts["old"], facts["due"], facts["reason"]),
            Is.EqualTo((VietnameseDate.Print(before), VietnameseDate.Print(office.Dossier.PromisedDue!.Value), reason))
        );
        Assert.That(office.Dossier.PromisedDue, Is.GreaterThan(before));
    }

    private static void IsMissedByTheCheck(DossierBuilder office)
    {
        var told = Told(office);
        Assert.That(Absent(office, told), Is.Empty);
        told.Remove(NoticeKind.DueDateMoved);
        Assert.That(Absent(office, told), Is.EqualTo(new[] { nameof(NoticeKind.DueDateMoved) }));
    }

    private static Dictionary<NoticeKind, int> Told(DossierBuilder office) =>
        office.Dossier.Notices.Where(notice => notice.Email is not null).CountBy(notice => notice.Kind).ToDictionary();

    private static IEnumerable<string> Absent(DossierBuilder office, Dictionary<NoticeKind, int> told) =>
        DossierFaults
            .Of(office.Dossier, office.Rules, office.Dossier.History, told)
            .Where(fault => fault.Kind == DataFaultKind.NoticeAbsent)
            .Select(fault => fault.Expected);
}

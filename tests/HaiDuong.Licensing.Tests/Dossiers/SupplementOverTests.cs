using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A supplement is closed by its last day, not by the job that ends the waiting.</summary>
internal sealed class SupplementOverTests
{
    [TestCase(-1, true)]
    [TestCase(0, false)]
    public void Supplement_IsOpenToItsLastMinute_ForEveryVerb(int minutes, bool isOpen)
    {
        var office = new DossierBuilder().SupplementAsked();
        office.Now = office.Dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight().PlusMinutes(minutes);
        var other = new DossierBuilder().SupplementAsked();
        other.Now = office.Now;
        string[] over = ["SupplementOver"];

        var added = office.Try(dossier => dossier.AddPaper(office.PaperOf("manuscript"), office.As(office.Applicant)));
        var opened = office.Dossier.OpenSupplement(office.Now.Date);
        var ended = other.Try(dossier => dossier.ExpireSupplement(other.As(Actor.System)));
        var sent = office.Try(dossier => dossier.Supply(office.Form, office.As(office.Applicant)));

        Assert.That(added, Is.EqualTo(isOpen ? [] : over));
        Assert.That(opened, isOpen ? Is.Not.Null : Is.Null);
        Assert.That(ended, Is.EqualTo(isOpen ? ["SupplementStillOpen"] : Array.Empty<string>()));
        Assert.That(sent, Is.EqualTo(isOpen ? [] : over));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Supplement_ThatIsOver_ChangesEveryThingSaidOfTheDossier(bool isEnded)
    {
        var office = new DossierBuilder().SupplementAsked();
        var last = office.Dossier.UnansweredSupplement!.AnswerBy;
        office.Now = last.At(new NodaTime.LocalTime(23, 59));
        Assert.That((ClassNow(office), ReasonNow(office)), Is.EqualTo((DueClass.Waiting, ProofReason.StandsStillForSupplement)));
        Assert.That(office.Dossier.FeesAsked(office.Now.Date), Is.EqualTo(office.Dossier.FeesDue).And.Positive);

        office.Now = last.PlusDays(1).AtMidnight();
        if (isEnded)
            office.Then(dossier => dossier.ExpireSupplement(office.As(Actor.System)));

        Assert.That((ClassNow(office), ReasonNow(office)), Is.EqualTo((DueClass.SupplementOver, ProofReason.SupplementOver)));
        Assert.That(office.Dossier.WhyDateRests(office.Now), Does.StartWith("Thời hạn đã dừng"));
        Assert.That(office.Dossier.SupplementInVain(office.Now.Date), Is.Not.Null);
        Assert.That(office.Dossier.FeesAsked(office.Now.Date), Is.Zero);
        Assert.That(
            office.Dossier.ReadClockOn(last, office.Rules)!.Due.ClassAt(last.At(new NodaTime.LocalTime(23, 59))),
            Is.EqualTo(DueClass.Waiting),
            "as of a day before"
        );
    }

    [Test]
    public void Supplement_BeforeAcceptance_IsOverAsWell()
    {
        var office = new DossierBuilder().Submitted();
        office.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu trang", office.Now.Date.PlusDays(4), office.As(office.Clerk)));

        Assert.That(ClassNow(office), Is.EqualTo(DueClass.Waiting));
        office.Now = office.Now.PlusDays(6);
        Assert.That(ClassNow(office), Is.EqualTo(DueClass.SupplementOver));
        office.Now = office.Now.PlusDays(-2);
        office.Dossier.AddPaper(office.PaperOf("manuscript"), office.As(office.Applicant));
        office.Then(dossier => dossier.Supply(office.Form, office.As(office.Applicant)));
        office.Now = office.Now.PlusDays(2);
        Assert.That(ClassNow(office), Is.Not.EqualTo(DueClass.SupplementOver), "answered in time");
    }

    [TestCase(0, "Hồ sơ tiếp tục được giải quyết; thời hạn không thay đổi.")]
    [TestCase(1, "Hồ sơ đã hết hạn bổ sung (ngày 01/04/2026) nên không được giải quyết tiếp, chỉ còn chờ thông báo dừng giải quyết.")]
    public void Withdrawal_Refused_TellsTheApplicantWhetherTheDossierGoesOn(int daysAfter, string told)
    {
        var office = new DossierBuilder().SupplementAsked();
        office.Now = office.Dossier.UnansweredSupplement!.AnswerBy.PlusDays(daysAfter).At(new NodaTime.LocalTime(9, 0));

        office
            .Then(dossier => dossier.AskWithdrawal(null, null, office.As(office.Applicant)))
            .Then(dossier => dossier.RefuseWithdrawal("Đã trình ký", office.As(office.Head)));

        Assert.That(office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.WithdrawalRefused).Facts["after"], Is.EqualTo(told));
    }

    private static DueClass ClassNow(DossierBuilder office) => office.Dossier.Due.ClassAt(office.Now);

    private static ProofReason ReasonNow(DossierBuilder office) => office.Dossier.ReadClock(office.Rules, office.Now).Proof[^1].Reason;
}

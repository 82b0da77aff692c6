using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Letters;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A promised date is told while it stands; else why it does not, and what will give a new one.</summary>
internal sealed class RestingDateTests
{
    [Test]
    public void Date_StandsWhileTheClockRuns_AndAfterAResult()
    {
        var office = new DossierBuilder().Accepted();

        Assert.That(office.Dossier.WhyDateRests(office.Now), Is.Null);
        Assert.That(new DossierBuilder().Issued().Dossier.WhyDateRests(office.Now), Is.Null);
    }

    [Test]
    public void Date_WhileASupplementIsAwaited_RestsUntilItComes()
    {
        var office = new DossierBuilder().SupplementAsked();

        Assert.That(
            office.Dossier.WhyDateRests(office.Now),
            Is.EqualTo("Thời hạn đang tạm dừng, chờ bổ sung đến hết ngày 01/04/2026; ngày hẹn sẽ tính lại khi nhận được bổ sung")
        );
        Assert.That(office.Dossier.WhyDateRests(office.Now.PlusDays(31)), Does.Contain("hết hạn bổ sung (ngày 01/04/2026)"));
    }

    [Test]
    public void Date_ThatRests_IsToldInTheLanguageOfThePage_AndOfPapersInVietnamese()
    {
        var office = new DossierBuilder().SupplementAsked();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            Assert.That(office.Dossier.WhyDateRests(office.Now), Does.StartWith("The term stands still"));
            Assert.That(office.Dossier.WhyDateRests(office.Now, DeadlineTexts.Official), Does.StartWith("Thời hạn đang tạm dừng"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Test]
    public void Date_ThatHadPassedWhenASupplementWasAsked_IsNotCountedAnew_AndSaysSo()
    {
        var office = new DossierBuilder().Assigned();
        var promised = office.Dossier.PromisedDue!.Value;
        office.Now = promised.Date.PlusDays(2).At(new LocalTime(9, 0));
        Assert.That(office.Dossier.WhyDateRests(office.Now), Is.Null, "late, and nothing was asked");

        office.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu trang", office.Day(30), office.As(office.Specialist)));
        var told = $"Ngày hẹn {VietnameseDate.Print(promised)} đã qua trước khi yêu cầu bổ sung nên không tính lại; hồ sơ đã quá hạn";
        Assert.That(office.Dossier.WhyDateRests(office.Now), Is.EqualTo(told));
        Assert.That(
            SlipGroups.Supplement(office.Dossier, office.Rules.Regime)["newDueRule"],
            Is.EqualTo("Thời hạn giải quyết đã hết trước khi yêu cầu bổ sung nên không được tính lại; hồ sơ đã quá hạn")
        );
        Assert.That(office.Dossier.WhyDateRests(office.Now.PlusDays(60)), Is.EqualTo(told + ", nay hết hạn bổ sung và chờ dừng xử lý"));

        office.Dossier.AddPaper(office.PaperOf("manuscript"), office.As(office.Applicant));
        office.Then(dossier => dossier.Supply(office.Form, office.As(office.Applicant)));
        Assert.That((office.Dossier.WhyDateRests(office.Now), office.Dossier.PromisedDue), Is.EqualTo((told, promised)));
    }

    [Test]
    public void Date_WhileTheFeeIsAwaited_Rests()
    {
        var office = new DossierBuilder().Appraised();

        Assert.That(office.Dossier.Status, Is.EqualTo(DossierStatus.AwaitingPayment));
        Assert.That(office.Dossier.WhyDateRests(office.Now), Does.Contain("chờ nộp phí"));
    }

    [Test]
    public void Date_AfterAWithdrawalOrAStop_IsNone()
    {
        var withdrawn = new DossierBuilder().Accepted();
        withdrawn.Then(dossier => dossier.AskWithdrawal(null, null, withdrawn.As(withdrawn.Applicant)));
        withdrawn.Then(dossier => dossier.ConfirmWithdrawal(withdrawn.As(withdrawn.Head)));
        var stopped = new DossierBuilder().SupplementAsked();
        stopped.Now = stopped.Now.PlusDays(31);
        stopped.Then(dossier => dossier.ExpireSupplement(stopped.As(Domain.Staff.Actor.System)));
        stopped.Then(dossier => dossier.Stop("stop", "Không bổ sung", stopped.As(stopped.Specialist)));

        Assert.That(withdrawn.Dossier.WhyDateRests(withdrawn.Now), Is.EqualTo("Không còn ngày hẹn trả: hồ sơ đã được rút lúc 08:00 02/03/2026"));
        Assert.That(stopped.Dossier.WhyDateRests(stopped.Now), Is.EqualTo("Không còn ngày hẹn trả: hồ sơ đã dừng xử lý lúc 08:00 02/04/2026"));
    }

    [Test]
    public void Date_ThatWasOverBeforeTheClockStoodStill_Stands()
    {
        var late = new DueState(ClockState.Paused, null, DossierBuilder.Start, DossierBuilder.Start, [], DossierBuilder.Start.PlusMinutes(1), null);

        Assert.That(late.Stands, Is.True);
        Assert.That((late with { LateFrom = null }).Stands, Is.False);
    }
}

using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Tests.Routes;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What a dossier owes follows its form, also when a supplement amends it.</summary>
internal sealed class SupplementFeeTests
{
    private const string Pages = "standardPages";

    [TestCase(10, 80)]
    [TestCase(80, 10)]
    public void Supply_OfAnotherCount_CountsTheFeeAgain_AtTheRatesOfTheAcceptance(int before, int after)
    {
        var office = WithPages(before).Assigned();
        var first = office.Dossier.Fees.Single();

        Supply(office, after);

        var charge = office.Dossier.Fees.Single();
        Assert.That((first.Quantity, charge.Quantity, charge.UnitPrice), Is.EqualTo(((long)before, (long)after, first.UnitPrice)));
        Assert.That(office.Dossier.FeesDue, Is.EqualTo(charge.Amount));
        Assert.That(office.Dossier.FeesOfForm(office.Rules), Is.EqualTo(office.Dossier.Fees));
    }

    [Test]
    public void Supply_ThatLowersAPaidFee_OwesNothingMore_AndSaysWhatWasPaidTooMuch()
    {
        var office = WithPages(80).Paid();
        var price = office.Dossier.Fees.Single().UnitPrice;
        var back = new Dictionary<string, string> { ["draft"] = "appraise" };
        office.Then(dossier => dossier.MoveTo(office.Rules, back, office.As(DossierBuilder.Holder("Quản trị", StaffRole.Administrator, office.Division))));

        Supply(office, 10);

        Assert.That((office.Dossier.FeesDue, office.Dossier.FeesOverpaid), Is.EqualTo((0m, 70m * price)));
    }

    [TestCase(10, 80, "Quý vị chưa phải nộp bây giờ")]
    [TestCase(80, 10, "Quý vị chưa phải nộp bây giờ")]
    public void Supply_OfAnotherCount_TellsTheFeeBeforeAndAfter_AndWhatToDo(int before, int after, string next)
    {
        var office = WithPages(before).Assigned();
        var price = office.Dossier.Fees.Single().UnitPrice;

        Supply(office, after);

        Assert.That(Next(office), Does.Contain($"từ {before * price:N0} đồng thành {after * price:N0} đồng".Replace(',', '.')).And.Contain(next));
    }

    [Test]
    public void Supply_OfWhatIsAlreadyPaid_TellsWhomToAskAboutTheRest_AndAWithdrawalAboutAll()
    {
        var office = WithPages(80).Paid();
        var back = new Dictionary<string, string> { ["draft"] = "appraise" };
        office.Then(dossier => dossier.MoveTo(office.Rules, back, office.As(DossierBuilder.Holder("Quản trị", StaffRole.Administrator, office.Division))));

        Supply(office, 10);
        office.Then(dossier => dossier.AskWithdrawal(null, null, office.As(office.Applicant)));
        office.Then(dossier => dossier.ConfirmWithdrawal(office.As(office.Head)));

        var taker = DossierBuilder.Organisation.Find(office.Accountant.Roles.Single().Unit)!.Name;
        var paid = office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.WithdrawalConfirmed).Facts["paid"];
        Assert.That(Next(office), Does.Contain("đã nộp thừa").And.Contain($"hãy hỏi {taker}"));
        Assert.That(paid, Does.Contain("chưa được cơ quan xác nhận").And.Contain($"Hãy hỏi {taker}"));
    }

    [Test]
    public void Supply_ThatComesBackToWhatWasPaid_OwesNothing_AndSaysSo()
    {
        var office = WithPages(80).Paid();
        var back = new Dictionary<string, string> { ["draft"] = "appraise" };
        office.Then(dossier => dossier.MoveTo(office.Rules, back, office.As(DossierBuilder.Holder("Quản trị", StaffRole.Administrator, office.Division))));

        Supply(office, 100);
        Assert.That(office.Dossier.FeesDue, Is.EqualTo(20m * office.Dossier.Fees.Single().UnitPrice));
        Supply(office, 80, office.Head);

        Assert.That((office.Dossier.FeesDue, office.Dossier.FeesOverpaid), Is.EqualTo((0m, 0m)));
        Assert.That(Next(office), Does.EndWith("Quý vị không phải nộp thêm."));
    }

    [Test]
    public void Supply_ThatLeadsToThePayment_TellsHowMuchToPayAndToWhomNow()
    {
        var office = WithPages(10, edit => edit.Lead("supplement:Supplied", "fee-due")).Assigned();

        Supply(office, 80);

        Assert.That(office.Dossier.Status, Is.EqualTo(DossierStatus.AwaitingPayment));
        var taker = DossierBuilder.Organisation.Find(office.Clerk.Roles.Single().Unit)!.Name;
        Assert.That(Next(office), Does.Contain($"Còn phải nộp {office.Dossier.FeesDue.ToString("N0", DeadlineTexts.Official)} đồng: nộp tại {taker}"));
    }

    private static string Next(DossierBuilder office) => office.Dossier.Notices.Last(notice => notice.Kind == NoticeKind.SupplementReceived).Facts["next"];

    private static DossierBuilder WithPages(int pages, Func<RouteEdit, RouteEdit>? edit = null)
    {
        var office = new DossierBuilder(edit: edit);
        var form = office.Form.With("medium", "printed").With(Pages, Say(pages));
        return office.Then(dossier => dossier.SaveDraft(dossier.Applicant, null, ReturnBy.Counter, form, office.As(office.Sender)));
    }

    private static void Supply(DossierBuilder office, int pages, Actor? by = null)
    {
        var item = DossierBuilder.Item(Pages, SupplementTarget.Field);
        office.Then(dossier => dossier.AskSupplement([item], "Sai số trang", office.Day(5), office.As(by ?? office.Specialist)));
        office.Now = office.Now.PlusDays(1);
        office.Then(dossier => dossier.Supply(dossier.Form.With(Pages, Say(pages)), office.As(office.Applicant)));
    }

    private static string Say(int pages) => pages.ToString(CultureInfo.InvariantCulture);
}

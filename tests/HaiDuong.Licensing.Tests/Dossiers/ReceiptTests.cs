using System.Globalization;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Receipts are cancelled and fees given back by whom and when the rules say; what stands is what the history says.</summary>
internal sealed partial class ReceiptTests
{
    [Test]
    public void CancelPayment_AfterTheStep_OwesTheFeeAgain_AndHoldsTheResultUntilItIsTaken()
    {
        var office = new DossierBuilder().Issued();
        var fee = office.Dossier.FeesPaid;

        office.Then(dossier => dossier.CancelPayment(0, "Ghi sai số tiền", office.As(office.Accountant)));

        var handOver = new HandOver("Người nhận", null, ReturnBy.Counter, "Cán bộ", office.Now, null);
        Assert.That((office.Dossier.FeesPaid, office.Dossier.FeesDue), Is.EqualTo((0m, fee)));
        Assert.That(office.Dossier.Payments[0].Cancelled!.Reason, Is.EqualTo("Ghi sai số tiền"), "the receipt stays, struck through");
        var told = office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.PaymentCancelled);
        Assert.That(
            (told.Email, told.Facts["reason"], told.Facts["left"]),
            Is.EqualTo((office.Dossier.Applicant.Email, "Ghi sai số tiền", VietnameseNumber.Print(fee)))
        );
        Assert.That(office.Try(dossier => dossier.CancelPayment(0, "Lần nữa", office.As(office.Accountant))), Is.EqualTo((string[])["PaymentNone"]));
        Assert.That(office.Try(dossier => dossier.Return(handOver, office.As(office.Clerk))), Is.EqualTo((string[])["FeeOwedAgain"]));
        office.Then(dossier => dossier.RecordPayment(Paid(office, fee, "PT-2"), office.As(office.Clerk)));
        office.Then(dossier => dossier.Return(handOver, office.As(office.Clerk)));
        Assert.That(office.Dossier.FeesPaid, Is.EqualTo(fee));
    }

    [Test]
    public void CancelPayment_WhileTheStepWaits_LeavesItWaiting()
    {
        var office = new DossierBuilder().Appraised();
        office.Then(dossier => dossier.RecordPayment(Paid(office, 1000, "PT-1"), office.As(office.Clerk)));

        office.Then(dossier => dossier.CancelPayment(0, "Nhầm hồ sơ", office.As(office.Clerk)));

        Assert.That((office.Dossier.Status, office.Dossier.Work.Count), Is.EqualTo((DossierStatus.AwaitingPayment, 1)));
    }

    [TestCase(0, true, "")]
    [TestCase(1, true, "PaymentCancelTooLate")]
    [TestCase(0, false, "StepNotYours")]
    public void CancelPayment_AtTheCounter_IsOfWhoTookIt_OnTheSameDay(int days, bool isTaker, string refused)
    {
        var office = new DossierBuilder().Appraised();
        office.Then(dossier => dossier.RecordPayment(Paid(office, 1000, "PT-1"), office.As(office.Clerk)));
        office.Now = office.Now.PlusDays(days);
        var other = office.Clerk with { AccountId = Guid.CreateVersion7() };

        var refusals = office.Try(dossier => dossier.CancelPayment(0, "Nhầm", office.As(isTaker ? office.Clerk : other)));

        Assert.That(string.Join(" ", refusals), Is.EqualTo(refused));
    }

    [Test]
    public void CancelPayment_WithoutAReason_OrOfNoPayment_IsRefused()
    {
        var office = new DossierBuilder().Paid();

        Assert.That(office.Try(dossier => dossier.CancelPayment(0, " ", office.As(office.Accountant))), Is.EqualTo((string[])["ReasonRequired"]));
        Assert.That(office.Try(dossier => dossier.CancelPayment(7, "Nhầm", office.As(office.Accountant))), Is.EqualTo((string[])["PaymentUnknown"]));
    }

    [Test]
    public void Refund_OfAWithdrawnDossier_IsTheAccountants_AndNotMoreThanWasPaid()
    {
        var office = new DossierBuilder().Paid();
        var paid = office.Dossier.FeesPaid;
        office.Then(dossier => dossier.AskWithdrawal(null, null, office.As(office.Applicant)));
        Assert.That(office.Try(dossier => dossier.Refund(Back(office, paid), office.As(office.Accountant))), Is.EqualTo((string[])["RefundNothing"]));
        office.Then(dossier => dossier.ConfirmWithdrawal(office.As(office.Head)));

        Assert.That(office.Try(dossier => dossier.Refund(Back(office, paid + 1), office.As(office.Accountant))), Is.EqualTo((string[])["RefundAmount"]));
        Assert.That(office.Try(dossier => dossier.Refund(Back(office, paid), office.As(office.Clerk))), Is.EqualTo((string[])["StepNotYours"]));
        Assert.That(
            office.Try(dossier => dossier.Refund(Back(office, paid) with { DocumentNumber = " ", Reason = "" }, office.As(office.Accountant))),
            Is.EqualTo((string[])["RefundDocument", "ReasonRequired"])
        );
        office.Then(dossier => dossier.Refund(Back(office, paid - 1), office.As(office.Accountant)));

        Assert.That((office.Dossier.FeesPaid, office.Dossier.FeesRefundable), Is.EqualTo((1m, 1m)));
        Assert.That(office.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.FeeRefunded).Facts["document"], Is.EqualTo("PC-9"));
        Assert.That(office.Dossier.History[^1].Note, Does.StartWith("PC-9: ").And.EndWith("Rút hồ sơ"));
    }

    // Whatever is taken, cancelled and taken anew: what stands is what a second count finds in the history alone.
    [Test]
    public void Payments_InAnyOrder_AreWhatTheHistorySays([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var office = new DossierBuilder().Appraised();
        for (var act = 1; act <= 12; act++)
        {
            var (number, by) = (act, random.Next(2) == 0 ? office.Accountant : office.Clerk);
            _ =
                random.Next(3) == 0
                    ? office.Dossier.CancelPayment(random.Next(office.Dossier.Payments.Count + 1), "Nhầm", office.As(by))
                    : office.Dossier.RecordPayment(Paid(office, random.Next(1, 1_000_000), $"PT-{number}", by), office.As(by));
        }

        var told = office
            .Dossier.History.Where(line => line.Act is DossierAct.RecordPayment or DossierAct.CancelPayment)
            .Sum(line => AmountOf(line.Note!) * (line.Act == DossierAct.CancelPayment ? -1 : 1));
        var standing = office.Dossier.Payments.Where(payment => payment.Cancelled is null).Sum(payment => payment.Amount);

        Assert.That((office.Dossier.FeesPaid, standing), Is.EqualTo((told, told)));
        Assert.That(office.Dossier.FeesPaid + office.Dossier.FeesDue, Is.EqualTo(office.Dossier.Fees.Sum(charge => charge.Amount)));
    }

    [Test]
    public void Payment_StoredBeforeThereWereSeries_IsStillRead()
    {
        const string Stored = """[{"amount":1500000,"receiptNumber":"PT-1","method":"cash","takenBy":"Kế toán","at":"2026-03-02T08:00:00"}]""";

        var payment = StoredJson.Read<IReadOnlyList<Payment>>(Stored).Single();

        Assert.That(
            (payment.Amount, payment.ReceiptNumber, payment.TakenById, payment.Receipt, payment.Cancelled),
            Is.EqualTo((1_500_000m, "PT-1", (Guid?)null, (IssuedReceipt?)null, (CancelledPayment?)null))
        );
        Assert.That(StoredJson.Write<IReadOnlyList<Payment>>([payment]), Is.EqualTo(Stored));
    }

    [TestCase("", "AA-26E", 1, 10, "ReceiptFormText")]
    [TestCase("01BLP", "", 1, 10, "ReceiptSymbolText")]
    [TestCase("01BLP", "AA-26E", 0, 10, "ReceiptRange")]
    [TestCase("01BLP", "AA-26E", 5, 4, "ReceiptRange")]
    [TestCase("01BLP", "AA-26E", 1, 10_000_000, "ReceiptRange")]
    [TestCase("01BLP2-001", "AA-26E", 1, 9_999_999, "")]
    public void Series_IsCheckedBeforeItIsRegistered(string form, string symbol, long first, long last, string refused) =>
        Assert.That(
            string.Join(" ", new ReceiptSeriesEntry("office", form, symbol, first, last, new LocalDate(2026, 1, 1)).Check().Select(one => one.Code)),
            Is.EqualTo(refused)
        );

    [TestCase(1, 10, true)]
    [TestCase(10, 20, true)]
    [TestCase(11, 20, false)]
    public void Series_SharesNoNumberWithAnother(long first, long last, bool overlaps)
    {
        var day = new LocalDate(2026, 1, 1);
        var series = ReceiptSeries.Of(new ReceiptSeriesEntry("office", "01BLP", "AA-26E", 5, 10, day), Actor.System, Instant.MinValue);

        Assert.That(series.Overlaps(new ReceiptSeriesEntry("office", "01BLP", "AA-26E", first, last, day)), Is.EqualTo(overlaps));
        Assert.That(series.Overlaps(new ReceiptSeriesEntry("office", "01BLP", "AB-26E", first, last, day)), Is.False);
    }

    [Test]
    public void Series_IsStoppedOnce_WithAReason()
    {
        var series = ReceiptSeries.Of(new ReceiptSeriesEntry("office", "01BLP", "AA-26E", 5, 10, new LocalDate(2026, 1, 1)), Actor.System, Instant.MinValue);

        Assert.That(series.Stop(" ", Actor.System, Instant.MinValue).Single().Code, Is.EqualTo("ReasonRequired"));
        Assert.That(series.Stop("Hết năm", Actor.System, Instant.MinValue), Is.Empty);
        Assert.That(series.Stop("Lần nữa", Actor.System, Instant.MinValue).Single().Code, Is.EqualTo("ReceiptSeriesStopped"));
    }

    private static Payment Paid(DossierBuilder office, decimal amount, string number, Actor? by = null) =>
        new(amount, number, "cash", (by ?? office.Clerk).Name, office.Now) { TakenById = (by ?? office.Clerk).AccountId };

    private static FeeRefund Back(DossierBuilder office, decimal amount) => new(amount, "PC-9", "Rút hồ sơ", "Kế toán", office.Now);

    private static decimal AmountOf(string note) =>
        decimal.Parse(Amount().Match(note).Groups["amount"].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^PT-\d+: (?<amount>[\d.]+) đồng", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();
}

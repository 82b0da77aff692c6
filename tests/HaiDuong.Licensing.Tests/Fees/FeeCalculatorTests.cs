using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Tests.Procedures;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Fees;

public sealed class FeeCalculatorTests
{
    [TestCase("2021-06-30", 15_000)]
    [TestCase("2021-07-01", 7_500)]
    [TestCase("2021-12-31", 7_500)]
    [TestCase("2022-01-01", 15_000)]
    public void Charges_OfPrintedDocuments_CountStandardPagesAtTheRateOfTheDay(string day, long unitPrice)
    {
        var charge = FeeCalculator.Charges(FormsOfProcedures.PermitOf2020, Printed(120), FieldValue.Date(day)!.Value).Single();

        Assert.That((charge.Key, charge.Quantity, charge.UnitPrice, charge.Amount), Is.EqualTo(("printed", 120L, unitPrice, 120 * unitPrice)));
    }

    [TestCase("electronicText", 6_000)]
    [TestCase("electronicMedia", 27_000)]
    public void Charges_OfElectronicDocuments_CountMinutes(string medium, long unitPrice)
    {
        var form = FormData.Empty.With("medium", medium).With("durationMinutes", "30").With("standardPages", "120");

        var charge = FeeCalculator.Charges(FormsOfProcedures.Procedure("publishing-permit"), form, new LocalDate(2026, 3, 2)).Single();

        Assert.That((charge.Key, charge.Amount), Is.EqualTo((medium, 30 * unitPrice)));
    }

    // Case 16: 50,000 with a reduction to 25,000 from 01/07/2023 to 31/12/2023.
    [TestCase("2023-06-20", 50_000)]
    [TestCase("2023-08-15", 25_000)]
    [TestCase("2024-01-05", 50_000)]
    public void Charges_InsideAReduction_TakeItAndReturnAfterIt(string day, long amount)
    {
        var procedure = WithRates(Rate(50_000, new LocalDate(2017, 1, 1), null), Rate(25_000, new LocalDate(2023, 7, 1), new LocalDate(2023, 12, 31)));

        Assert.That(FeeCalculator.Charges(procedure, FormData.Empty, FieldValue.Date(day)!.Value).Single().Amount, Is.EqualTo(amount));
    }

    [TestCase("2016-12-31", 0)]
    [TestCase("2017-01-01", 1)]
    [TestCase("2019-06-01", 0)]
    [TestCase("2020-01-01", 1)]
    public void Charges_InAGapOfTheRates_AreNone(string day, int count)
    {
        var procedure = WithRates(Rate(50_000, new LocalDate(2017, 1, 1), new LocalDate(2018, 12, 31)), Rate(60_000, new LocalDate(2020, 1, 1), null));

        Assert.That(FeeCalculator.Charges(procedure, FormData.Empty, FieldValue.Date(day)!.Value), Has.Count.EqualTo(count));
    }

    [Test]
    public void Charges_OfAFreeProcedure_OweNothing()
    {
        Assert.That(FeeCalculator.Charges(FormsOfProcedures.Procedure("press-conference"), FormData.Empty, new LocalDate(2026, 3, 2)), Is.Empty);
        Assert.That(
            FeeCalculator.Charges(FormsOfProcedures.Procedure("game-point-certificate"), FormData.Empty, new LocalDate(2026, 3, 2)),
            Is.Empty,
            "nobody reads a line of 0 đồng"
        );
    }

    // 2^60 times 15,000 is a multiple of 2^64: counted without care it would be nothing.
    [TestCase("1152921504606846976")]
    [TestCase("9223372036854775807")]
    public void Charges_BeyondAnyMoney_AreNeverCountedAsNothing(string pages)
    {
        var form = FormData.Empty.With("medium", "printed").With("standardPages", pages);

        Assert.That(() => FeeCalculator.Charges(FormsOfProcedures.PermitOf2020, form, new LocalDate(2026, 3, 2)), Throws.InstanceOf<OverflowException>());
    }

    private static FormData Printed(int pages) => FormData.Empty.With("medium", "printed").With("standardPages", $"{pages}");

    private static Procedure WithRates(params FeeRate[] rates) =>
        FormsOfProcedures.Procedure("press-conference") with
        {
            FeeLines =
            [
                new FeeLine
                {
                    Key = "import",
                    Label = "Lệ phí",
                    Kind = FeeKind.Charge,
                    Unit = "hồ sơ",
                    Rates = rates,
                },
            ],
        };

    private static FeeRate Rate(long amount, LocalDate from, LocalDate? to) =>
        new()
        {
            Amount = amount,
            From = from,
            To = to,
            Text = "x",
            Source = "OK",
            Verified = false,
        };
}

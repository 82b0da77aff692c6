using System.Text;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.OneStop.Features.Accounting;
using HaiDuong.Licensing.OneStop.Imports;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Fees;

/// <summary>A statement of the bank is read as banks write it, and matched by amount and by what its text names.</summary>
internal sealed class BankReconciliationTests
{
    private static readonly LocalDate Day = new(2026, 11, 30);

    [TestCase("NOP PHI HO SO 00001613H232611300001 NGUYEN VAN A", 500_000, 1)]
    [TestCase("nộp phí hồ sơ 00.00.16.13.H23", 500_000, 0, TestName = "A part of a code names nothing")]
    [TestCase("FT26335 HS 00001613H232611300001 GD 099", 500_000, 1, TestName = "What a VietQR code puts into a transfer names its dossier")]
    [TestCase("MBVCB.123.BL 0000777.CT tu 0123", 500_000, 1)]
    [TestCase("NOP PHI HO SO 00.00.16.13.H23-261130-0001", 400_000, 0)]
    public void Line_IsMatched_ByAmountAndByWhatItsTextNames(string text, decimal amount, int matched)
    {
        var result = BankReconciliation.Of([new BankLine(2, Day, amount, text)], [Transfer("00.00.16.13.H23-261130-0001", "BL 0000777")]);

        Assert.That((result.Matched.Count, result.OnlyInBank.Count, result.OnlyInBook.Count), Is.EqualTo((matched, 1 - matched, 1 - matched)));
    }

    [Test]
    public void TwoPaymentsOfOneDossier_AreMatchedOnceEach_TheNearestDayFirst()
    {
        var (early, late) = (Transfer("H23-1", "BL 0000001"), Transfer("H23-1", "BL 0000002") with { Day = Day.PlusDays(3) });
        string text = "phi ho so MNPQ-RSTU-1";
        var book = new[] { early with { Reference = "MNPQ-RSTU-1" }, late with { Reference = "MNPQ-RSTU-1" } };

        var result = BankReconciliation.Of(
            [new BankLine(2, Day.PlusDays(3), 500_000, text), new BankLine(3, Day, 500_000, text), new BankLine(4, Day, 500_000, text)],
            book
        );

        Assert.That(result.Matched.Select(one => (one.Line.Line, one.Transfer.Number)), Is.EqualTo(new[] { (2, "BL 0000002"), (3, "BL 0000001") }));
        Assert.That(result.OnlyInBank.Select(line => line.Line), Is.EqualTo((int[])[4]));
    }

    [Test]
    public async Task Statement_IsReadAsBanksWriteIt()
    {
        const string File = """
            SAO KÊ TÀI KHOẢN;;;;
            Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung
            30/11/2026 10:22:15;FT1;;1,500,000.00;NOP PHI A
            01/12/2026;FT2;200.000;;PHI DICH VU
            01/12/2026;FT3;;500.000;NOP PHI B
            01/12/2026;FT4;;nhiều;NOP PHI C
            """;
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(File));

        var statement = BankStatement.Of((await ImportReader.ReadAsync(content, BankStatement.Columns, default)).Table!);

        Assert.That(
            statement.Lines.Select(line => (line.Day, line.Amount, line.Text)),
            Is.EqualTo(new (LocalDate?, decimal, string)[] { (Day, 1_500_000, "NOP PHI A FT1"), (Day.PlusDays(1), 500_000, "NOP PHI B FT3") })
        );
        Assert.That(statement.Unread, Has.Count.EqualTo(1));
    }

    [TestCase(null, null, "CashCounted")]
    [TestCase(-1L, null, "CashCounted")]
    [TestCase(400L, " ", "CashExplanation")]
    [TestCase(400L, "Thiếu 100", "")]
    [TestCase(500L, null, "")]
    public void Day_IsClosed_WithItsCash_OrAnExplanation(long? counted, string? explanation, string refused)
    {
        var day = new CashDay(Guid.CreateVersion7(), "Kế toán", Day, 3, 500, 0);

        Assert.That(string.Join(" ", CashClosing.Check(day, counted, explanation).Select(refusal => refusal.Code)), Is.EqualTo(refused));
        Assert.That(CashClosing.Check(null, counted, explanation).Single().Code, Is.EqualTo("CashDayNothing"));
    }

    private static BookedTransfer Transfer(string code, string number) => new(Guid.CreateVersion7(), code, "", number, 500_000, Day);
}

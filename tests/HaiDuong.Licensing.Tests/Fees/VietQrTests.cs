using HaiDuong.Licensing.Domain.Fees;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Fees;

/// <summary>Codes that others published, of NAPAS's own specification two.</summary>
internal sealed class VietQrTests
{
    private const string OfNapas = "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN";

    private static readonly FeeAccount Account = new("970403", "Bank", "0011012345678", "HOLDER");

    [Test]
    public void Transfer_OfASum_IsThePublishedCode() =>
        Assert.That(
            VietQr.Transfer(Account, 180_000, "thanh toan don hang", "NPS6869"),
            Is.EqualTo(OfNapas + "62340107NPS68690819thanh toan don hang63042E2E")
        );

    [Test]
    public void Transfer_WhoseSumIsTyped_IsThePublishedCode() =>
        Assert.That(
            VietQr.Transfer(Account, null, ""),
            Is.EqualTo("00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F")
        );

    [Test]
    public void Transfer_ToAnotherBank_IsThePublishedCode() =>
        Assert.That(
            VietQr.Transfer(Account with { Bin = "970415", Number = "0011001932418" }, 120_000, "ung ho lu lut"),
            Is.EqualTo("00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C")
        );

    [TestCase("nộp phí")]
    [TestCase("a purpose that is too long for a code")]
    public void Purpose_ThatDoesNotFit_IsNoCode(string purpose) => Assert.That(() => VietQr.Transfer(Account, 1000, purpose), Throws.ArgumentException);

    [TestCase("97040", "0011012345678")]
    [TestCase("97O403", "0011012345678")]
    [TestCase("970403", "")]
    [TestCase("970403", "00110123456780011012")]
    [TestCase("970403", "0011 0123")]
    public void Account_ThatDoesNotFit_IsNoCode(string bin, string number) =>
        Assert.That(() => VietQr.Transfer(Account with { Bin = bin, Number = number }, 1000, ""), Throws.ArgumentException);
}

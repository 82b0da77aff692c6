using HaiDuong.Licensing.Domain.Dossiers;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>However somebody types a code, it is the code.</summary>
public sealed class TypedCodeTests
{
    [TestCase("ABCD-2345-WXYZ")]
    [TestCase("abcd-2345-wxyz")]
    [TestCase("ABCD2345WXYZ")]
    [TestCase(" ABCD 2345 WXYZ\t")]
    [TestCase("ABCD–2345—WXYZ", Description = "en and em dash")]
    [TestCase("ABCD‑2345−WXYZ", Description = "hard hyphen and minus")]
    [TestCase("ABCD\u00A02345\u200BWXYZ", Description = "hard blank and none at all")]
    [TestCase("ＡＢＣＤ－２３４５－ＷＸＹＺ", Description = "full width")]
    [TestCase("ABCĐ-2345-WXYZ", Description = "a Vietnamese keyboard")]
    [TestCase("ÁBCD.2345.WXYZ")]
    [TestCase("https://motcua.example/tra-cuu/ABCD-2345-WXYZ", Description = "the QR code's address")]
    [TestCase("https://motcua.example/kiem-tra/ABCD-2345-WXYZ/")]
    public void Reference_HoweverTyped_IsPrintedOneWay(string typed) => Assert.That(TypedCode.Read(typed).Printed, Is.EqualTo("ABCD-2345-WXYZ"));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("---")]
    [TestCase("ABCD-2345-WXY")]
    [TestCase("ABCD-2345-WXYZ-2")]
    [TestCase("ABCD-2345-WXY0")]
    [TestCase("ABCD-2345-WXYI")]
    [TestCase("ABCD-2345-WXY\uD800")]
    public void Reference_ThatCannotBeOne_IsNone(string? typed) => Assert.That(TypedCode.Read(typed).Printed, Is.Null);

    [TestCase("000.00.12.H23-190905-0001")]
    [TestCase("00000.12.h23 190905 0001")]
    [TestCase("000,00,12,H23–190905–0001")]
    [TestCase("OOO.OO.I2.H23-l909O5-OOOl", Description = "letters that look like digits")]
    [TestCase("０００．００．１２．Ｈ２３－１９０９０５－０００１")]
    [TestCase("٠٠٠.٠٠.١٢.H٢٣-١٩٠٩٠٥-٠٠٠١", Description = "digits of another script")]
    public void DossierCode_HoweverTyped_HasOneKey(string typed) => Assert.That(TypedCode.Read(typed).Key, Is.EqualTo("0000012H231909050001"));

    [Test]
    public void Read_OfAVeryLongText_ReadsItsBeginning() => Assert.That(TypedCode.Read(new string('9', 1_000_000)).Letters, Has.Length.EqualTo(500));
}

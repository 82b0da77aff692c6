using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Typed;

/// <summary>Amounts as they are read out: mốt, lăm, tư, linh and không trăm where they belong.</summary>
internal sealed class MoneyInWordsTests
{
    [TestCase(0, "Không đồng")]
    [TestCase(1, "Một đồng")]
    [TestCase(4, "Bốn đồng")]
    [TestCase(5, "Năm đồng")]
    [TestCase(10, "Mười đồng")]
    [TestCase(11, "Mười một đồng")]
    [TestCase(14, "Mười bốn đồng")]
    [TestCase(15, "Mười lăm đồng")]
    [TestCase(20, "Hai mươi đồng")]
    [TestCase(21, "Hai mươi mốt đồng")]
    [TestCase(24, "Hai mươi tư đồng")]
    [TestCase(25, "Hai mươi lăm đồng")]
    [TestCase(50, "Năm mươi đồng")]
    [TestCase(55, "Năm mươi lăm đồng")]
    [TestCase(100, "Một trăm đồng")]
    [TestCase(101, "Một trăm linh một đồng")]
    [TestCase(104, "Một trăm linh bốn đồng")]
    [TestCase(105, "Một trăm linh năm đồng")]
    [TestCase(110, "Một trăm mười đồng")]
    [TestCase(111, "Một trăm mười một đồng")]
    [TestCase(121, "Một trăm hai mươi mốt đồng")]
    [TestCase(1_000, "Một nghìn đồng")]
    [TestCase(1_001, "Một nghìn không trăm linh một đồng")]
    [TestCase(1_010, "Một nghìn không trăm mười đồng")]
    [TestCase(1_015, "Một nghìn không trăm mười lăm đồng")]
    [TestCase(1_021, "Một nghìn không trăm hai mươi mốt đồng")]
    [TestCase(1_500_000, "Một triệu năm trăm nghìn đồng")]
    [TestCase(1_000_001, "Một triệu không trăm linh một đồng")]
    [TestCase(1_005_000, "Một triệu không trăm linh năm nghìn đồng")]
    [TestCase(21_021_021, "Hai mươi mốt triệu không trăm hai mươi mốt nghìn không trăm hai mươi mốt đồng")]
    [TestCase(1_000_000_000, "Một tỷ đồng")]
    [TestCase(1_000_000_005, "Một tỷ không trăm linh năm đồng")]
    [TestCase(104_015_024_121, "Một trăm linh bốn tỷ không trăm mười lăm triệu không trăm hai mươi tư nghìn một trăm hai mươi mốt đồng")]
    [TestCase(999_999_999_999, "Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng")]
    public void Amount_IsReadOut(long amount, string words) => Assert.That(MoneyInWords.Of(amount), Is.EqualTo(words));

    [TestCase(-1)]
    [TestCase(1_000_000_000_000)]
    public void Amount_BeyondTwelveDigits_HasNoWords(long amount) =>
        Assert.That(() => MoneyInWords.Of(amount), Throws.InstanceOf<ArgumentOutOfRangeException>());

    // No two amounts are read alike.
    [Test]
    public void Words_AreOfOneAmountAlone()
    {
        var amounts = Enumerable.Range(0, 5000).Select(number => (long)number).Concat(Enumerable.Range(1, 5000).Select(number => number * 199_933_337L));

        Assert.That(amounts.Select(MoneyInWords.Of), Is.Unique);
    }
}

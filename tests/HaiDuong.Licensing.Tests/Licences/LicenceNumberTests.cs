using HaiDuong.Licensing.Domain.Licences;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>However somebody types the number of a paper, it is that number and no other.</summary>
public sealed class LicenceNumberTests
{
    [TestCase("05/GP-STTTT")]
    [TestCase("5/gp-stttt")]
    [TestCase("Số: 05/GP-STTTT")]
    [TestCase("Số 05/GP-STTTT")]
    [TestCase("Giấy phép số: 05/GP-STTTT")]
    [TestCase("No. 05/GP-STTTT")]
    [TestCase("Số: 05/GP-STTTT ngày 09/5/2023")]
    [TestCase("05/GP-STTTT, cấp ngày 9 tháng 5 năm 2023")]
    [TestCase("05/GP-STTTT ký ngày 09.05.2023 của Sở")]
    [TestCase("05/GP-STTTT (09/5/2023)")]
    [TestCase("Giấy phép 05/GP-STTTT năm 2023")]
    [TestCase("Giấy chứng nhận đăng ký số 05/GP-STTTT")]
    [TestCase("GP-STTTT 05")]
    [TestCase("№ 05/GP-STTTT")]
    [TestCase("SỐ：０５／ＧＰ－ＳＴＴＴＴ", Description = "full width")]
    [TestCase("05/GP–STTTT", Description = "en dash")]
    [TestCase("05/GP—STTTT", Description = "em dash")]
    [TestCase("05/GP‑STTTT", Description = "hard hyphen")]
    [TestCase("05/GP−STTTT", Description = "minus")]
    [TestCase(" 05 / GP - STTTT\t")]
    [TestCase("05\u00A0GP\u00A0STTTT", Description = "hard blanks for both signs")]
    [TestCase("05GPSTTTT")]
    [TestCase("05GP-STTTT", Description = "a missing slash")]
    [TestCase("05\\GP_STTTT")]
    [TestCase("05.GP.STTTT")]
    [TestCase("05∕GP⁄STTTT", Description = "other slashes")]
    [TestCase("0\u200B5/GP-STTTT", Description = "an invisible blank")]
    [TestCase("٠٥/GP-STTTT", Description = "digits of another script")]
    public void Key_HoweverTheNumberIsTyped_IsOne(string typed) => Assert.That(LicenceNumber.Key(typed), Is.EqualTo("5GPSTTTT"));

    [TestCase("07/GP-TTĐT", "7/gp-ttdt")]
    [TestCase("15/2019/QĐ-STTTT", "15-2019 qđ.stttt")]
    [TestCase("15/2019/QĐ-STTTT", "15 2019 QD STTTT")]
    public void Key_OfTwoSpellings_IsTheSame(string one, string other) => Assert.That(LicenceNumber.Key(one), Is.EqualTo(LicenceNumber.Key(other)));

    [TestCase(null)]
    [TestCase(" – / ")]
    [TestCase("000")]
    public void Key_OfNothing_IsEmpty(string? typed) => Assert.That(LicenceNumber.Key(typed), Is.Empty);

    [Test]
    public void Key_OfDifferentNumbers_IsNeverTheSame()
    {
        string[] numbers =
        [
            .. from serial in (string[])["1", "5", "15", "51", "152", "1520", "20", "2019", "12019"]
            from year in (string[])["", "/1", "/19", "/2019", "/2020", "/52019"]
            from symbol in (string[])["/GP-STTTT", "/GP-SVHTTDL", "/GCN-STTTT", "/QĐ-STTTT", "/GP-STTTT1", "/GP-STTTT-1", "/GP-STTTT-1-1", "/GP-STTTT11"]
            select serial + year + symbol,
        ];

        // What stands between a letter and a digit says nothing: the office never parts two symbols by it alone.
        var same = numbers.GroupBy(LicenceNumber.Key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => string.Join(' ', group));

        Assert.That(same.Where(pair => !pair.Contains("STTTT-1", StringComparison.Ordinal) || pair.Contains("STTTT-1-1", StringComparison.Ordinal)), Is.Empty);
    }
}

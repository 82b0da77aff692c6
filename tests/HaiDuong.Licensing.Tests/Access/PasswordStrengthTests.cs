using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Access;

public sealed class PasswordStrengthTests
{
    private static readonly string?[] Known =
    [
        "giam-doc",
        "Nguyễn Thị Hồng Ngát",
        "hong.ngat@haiduong.example",
        "0912345678",
        null,
        "Sở Thông tin và Truyền thông tỉnh Hải Dương",
        "mot cua",
        "dien tu",
    ];

    [TestCase("1234567890", "PasswordOfDigits")]
    [TestCase("03008500123456", "PasswordOfDigits")]
    [TestCase("ngắn quá", "PasswordTooShort")]
    [TestCase("abcdefghijkl", "PasswordOfOnePattern")]
    [TestCase("aaaaaaaaaaaaa", "PasswordOfOnePattern")]
    [TestCase("abcdeabcdeabcde", "PasswordOfOnePattern")]
    [TestCase("qwertyuiop", "PasswordCommon")]
    [TestCase("Password123!", "PasswordCommon")]
    [TestCase("!!iloveyou2026", "PasswordCommon")]
    [TestCase("1q2w3e4r5t", "PasswordCommon")]
    [TestCase("Mot-Cua-Dien-Tu", "PasswordOfKnownWords")]
    [TestCase("HảiDương2026", "PasswordOfKnownWords")]
    [TestCase("hongngat0912345678", "PasswordOfKnownWords")]
    [TestCase("giam-doc-so-thong-tin", "PasswordOfKnownWords")]
    public void Weakness_OfWhatWouldBeGuessed_IsNamed(string password, string code)
    {
        Assert.That(PasswordStrength.Weakness(password, Known), Is.EqualTo(code));
        Assert.That(Refusal.HasSentence(code));
    }

    [TestCase("bon con voi xanh di bo")]
    [TestCase("câu của riêng tôi")]
    [TestCase("k7#mQz!w2vXe")]
    [TestCase("mưa Hải Dương rơi trên mái ngói")]
    [TestCase("abcd-efgh-2345", Description = "As an administrator's new password is made.")]
    public void Weakness_OfASentenceOfOnesOwn_IsNone(string password) => Assert.That(PasswordStrength.Weakness(password, Known), Is.Null);

    [Test]
    public void Weakness_OfATextOfMegabytes_IsToldWithoutReadingIt() =>
        Assert.That(PasswordStrength.Weakness(new string('k', 5_000_000), Known), Is.EqualTo("PasswordTooLong"));
}

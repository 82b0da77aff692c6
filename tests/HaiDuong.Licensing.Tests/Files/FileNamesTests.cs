using HaiDuong.Licensing.OneStop.Storage.Files;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Files;

public sealed class FileNamesTests
{
    [TestCase("../../etc/passwd", "passwd")]
    [TestCase(@"C:\Users\a\Đơn đề nghị.pdf", "Đơn đề nghị.pdf")]
    [TestCase("gi\u0061\u0302\u0301y ph\u0065\u0301p.pdf", "giấy phép.pdf")]
    [TestCase("don\0.pdf", "don.pdf")]
    [TestCase("hoa\u202Efdp.exe", "hoafdp.exe")]
    [TestCase("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [TestCase("a\u200B\uD800b.pdf", "ab.pdf")]
    [TestCase("CON.pdf", "_CON.pdf")]
    [TestCase("  ..  ", "attachment")]
    [TestCase(null, "attachment")]
    public void Clean_OfAClaimedName_IsSafeToShow(string? claimed, string expected) => Assert.That(FileNames.Clean(claimed), Is.EqualTo(expected));

    [Test]
    public void Clean_OfAVeryLongName_KeepsItsEnding()
    {
        var clean = FileNames.Clean(new string('đ', 300) + ".pdf");

        Assert.That(clean, Has.Length.EqualTo(FileNames.MaxLength));
        Assert.That(clean, Does.EndWith("đ.pdf"));
    }
}

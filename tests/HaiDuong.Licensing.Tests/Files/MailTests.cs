using HaiDuong.Licensing.OneStop.Mail;
using MimeKit;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Files;

public sealed class MailTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("hdl-mail-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Send_OfTheSameLetterTwice_LeavesOneFile()
    {
        await SendAsync(new MailLetter("notice-7", "dan@example.vn", "Người nộp", "Hồ sơ đã tiếp nhận", "Kính gửi…"));
        await SendAsync(new MailLetter("notice-7", "dan@example.vn", "Người nộp", "Hồ sơ đã tiếp nhận", "Kính gửi…"));

        using var message = await MimeMessage.LoadAsync(Directory.GetFiles(folder).Single());
        Assert.That(message.MessageId, Is.EqualTo("notice-7@example.gov.vn"));
        Assert.That(message.Subject, Is.EqualTo("Hồ sơ đã tiếp nhận"));
        Assert.That(message.TextBody, Does.StartWith("Kính gửi…"));
    }

    [Test]
    public async Task Send_WithLineBreaksInTheSubject_ForgesNoHeader()
    {
        await SendAsync(new MailLetter("notice-8", "dan@example.vn", "A\r\nCc: x@y.vn", "Chào\r\nBcc: x@y.vn", "…"));

        using var message = await MimeMessage.LoadAsync(Directory.GetFiles(folder).Single());
        Assert.That(message.Bcc.Count + message.Cc.Count, Is.Zero);
        Assert.That(message.Subject, Is.EqualTo("Chào  Bcc: x@y.vn"));
    }

    [TestCase("a@b.vn\r\nBcc: c@d.vn")]
    [TestCase("nobody")]
    public void Send_ToWhatIsNoAddress_Throws(string to) =>
        Assert.That(() => SendAsync(new MailLetter("notice-9", to, null, "…", "…")), Throws.ArgumentException);

    [Test]
    public void Send_WithAPathForAnId_Throws() => Assert.That(() => SendAsync(new MailLetter("../x", "a@b.vn", null, "…", "…")), Throws.ArgumentException);

    private Task SendAsync(MailLetter letter) =>
        new FileDropMailTransport(folder, () => new MailSender("Sở", "motcua@example.gov.vn"), SystemClock.Instance).SendAsync(letter, default);
}

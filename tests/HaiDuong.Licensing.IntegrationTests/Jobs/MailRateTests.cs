using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Mail;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

/// <summary>Many mails to a real SMTP server; how many a second is written out, and never asserted.</summary>
public sealed class MailRateTests
{
    private const int Mails = 600;
    private static readonly LocalDateTime Monday = new(2026, 11, 16, 9, 0);
    private static readonly MailSender Sender = new("Một cửa", "mot-cua@example.vn");

    [Test]
    public async Task Send_OfManyAtOnce_SendsEachOnceOverAFewConnections()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await office.SubmitAsync("publishing-permit");
        await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Database.ExecuteSqlAsync(
                    $"INSERT INTO notices (id, key, dossier_id, kind, email, facts, owed_at, attempts) SELECT gen_random_uuid(), key || n, dossier_id, kind, 'a' || n || '@example.vn', facts, owed_at, 0 FROM notices, generate_series(2, {Mails}) n"
                )
        );
        using var sink = new MailSink();
        var smtp = new SmtpMailTransport(new SmtpServer("127.0.0.1", sink.Port, RequireTls: false), () => Sender, SystemClock.Instance);
        var watch = Stopwatch.StartNew();

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OutboxTests.SendAsync(office, smtp))));
        await TestContext.Out.WriteLineAsync($"{Mails / watch.Elapsed.TotalSeconds:0} mails a second over {sink.Connections} connections");
        await smtp.RestAsync();

        Assert.That((sent.Sum(), sink.Ids.Count), Is.EqualTo((Mails, Mails)));
        Assert.That(sink.Ids, Is.Unique);
        Assert.That(sink.Connections, Is.LessThanOrEqualTo(4));
    }

    [Test]
    public async Task Send_ToAServerThatIsNotThere_IsNotTheMailsFault()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var smtp = new SmtpMailTransport(new SmtpServer("127.0.0.1", port, RequireTls: false), () => Sender, SystemClock.Instance);

        Assert.That(
            async () => await smtp.SendAsync(new MailLetter("1", "a@example.vn", null, "s", "t"), default),
            Throws.InstanceOf<MailServerAwayException>()
        );
    }

    [Test]
    public async Task Send_OverAConnectionThatTheServerHasClosed_ConnectsAgain()
    {
        using var first = new MailSink();
        var smtp = new SmtpMailTransport(new SmtpServer("127.0.0.1", first.Port, RequireTls: false), () => Sender, SystemClock.Instance);
        await smtp.SendAsync(new MailLetter("1", "a@example.vn", null, "s", "t"), default);
        first.HangUp();

        await smtp.SendAsync(new MailLetter("2", "a@example.vn", null, "s", "t"), default);

        Assert.That(first.Ids, Has.Count.EqualTo(2));
        Assert.That(first.Connections, Is.EqualTo(2));
    }
}

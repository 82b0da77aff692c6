using MailKit.Net.Smtp;
using MailKit.Security;
using NodaTime;

namespace HaiDuong.Licensing.Web.Mail;

/// <summary>Where the office's mail server is and how to sign in; without a user name nobody signs in.</summary>
public sealed record SmtpServer(string Host, int Port, string? UserName = null, string? Password = null, bool RequireTls = true);

/// <summary>Sends mails over SMTP.</summary>
public sealed class SmtpMailTransport(SmtpServer server, Func<MailSender> sender, IClock clock) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        using var message = letter.ToMessage(sender(), clock.GetCurrentInstant().ToDateTimeOffset());
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        var security = !server.RequireTls ? SecureSocketOptions.StartTlsWhenAvailable
            : server.Port == 465 ? SecureSocketOptions.SslOnConnect
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(server.Host, server.Port, security, cancellationToken);
        if (server.UserName is not null)
            await client.AuthenticateAsync(server.UserName, server.Password ?? "", cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Mail;

/// <summary>Where the office's mail server is and how to sign in; without a user name nobody signs in.</summary>
public sealed record SmtpServer(string Host, int Port, string? UserName = null, string? Password = null, bool RequireTls = true);

/// <summary>Sends mails over SMTP, several over one connection.</summary>
public sealed class SmtpMailTransport(SmtpServer server, Func<MailSender> sender, IClock clock) : IMailTransport
{
    /// <summary>For one mail, connecting included.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Servers hang up after some minutes, often without a word.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    private readonly ConcurrentBag<(SmtpClient Client, long Since)> idle = [];

    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        using var message = letter.ToMessage(sender(), clock.GetCurrentInstant().ToDateTimeOffset());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            if (TakeIdle() is not { } kept || !await SentAsync(kept, message, limit.Token))
                await SendAsync(await ConnectAsync(limit.Token), message, limit.Token);
        }
        catch (SmtpCommandException refusal) when (refusal.StatusCode != SmtpStatusCode.ServiceNotAvailable)
        {
            // This mail alone.
            throw;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MailServerAwayException(
                failure is OperationCanceledException ? $"{server.Host} did not answer within {Patience.TotalSeconds:0} s." : failure.Message,
                failure
            );
        }
    }

    public async Task RestAsync()
    {
        while (idle.TryTake(out var kept))
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await kept.Client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception failure)
                when (failure
                        is IOException
                            or ProtocolException
                            or OperationCanceledException
                            or System.Net.Sockets.SocketException
                            or ServiceNotConnectedException
                )
            {
                // It has hung up before us.
            }

            kept.Client.Dispose();
        }
    }

    /// <summary>False when the kept connection was gone.</summary>
    private async Task<bool> SentAsync(SmtpClient kept, MimeMessage message, CancellationToken cancel)
    {
        try
        {
            await SendAsync(kept, message, cancel);
            return true;
        }
        catch (Exception gone)
            when (gone is IOException or ProtocolException or ServiceNotConnectedException && gone is not CommandException
                || gone is SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable }
            )
        {
            return false;
        }
    }

    private async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken cancel)
    {
        try
        {
            await client.SendAsync(message, cancel);
            idle.Add((client, Stopwatch.GetTimestamp()));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private SmtpClient? TakeIdle()
    {
        while (idle.TryTake(out var kept))
        {
            if (kept.Client.IsConnected && Stopwatch.GetElapsedTime(kept.Since) < Fresh)
                return kept.Client;
            kept.Client.Dispose();
        }

        return null;
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancel)
    {
        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            var security =
                !server.RequireTls ? SecureSocketOptions.StartTlsWhenAvailable
                : server.Port == 465 ? SecureSocketOptions.SslOnConnect
                : SecureSocketOptions.StartTls;
            await client.ConnectAsync(server.Host, server.Port, security, cancel);
            if (server.UserName is not null)
                await client.AuthenticateAsync(server.UserName, server.Password ?? "", cancel);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}

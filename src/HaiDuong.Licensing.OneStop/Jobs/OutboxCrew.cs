using HaiDuong.Licensing.OneStop.Mail;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Several senders at once, each with a database of its own: a mail is mostly waiting for the other side.</summary>
public sealed class OutboxCrew(IServiceScopeFactory scopes, IMailTransport mail)
{
    private const int Hands = 4;

    /// <summary>Sends what is due now; gives how many notices were sent or need no mail.</summary>
    public async Task<int> SendAsync(CancellationToken cancel)
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => OneAsync(cancel)));
        await mail.RestAsync();
        return sent.Sum();
    }

    private async Task<int> OneAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxSender>().SendAsync(cancel);
    }
}

using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Mail;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>
/// Sends the notices owed, each in a transaction that holds its row: whoever else sends skips it. A crash between sending and marking sends
/// again with the same message id, so that nothing is lost and mail programs show it once.
/// </summary>
public sealed partial class OutboxSender(OfficeDbContext db, IMailTransport mail, NoticeLetters letters, StaffDirectory staff, OfficeClock clock, ILogger<OutboxSender> log)
{
    private const int LongestErrorKept = 1000;
    private static readonly Duration FirstWait = Duration.FromMinutes(1);
    private static readonly Duration LongestWait = Duration.FromHours(6);

    /// <summary>Sends what is due now; gives how many notices were sent or need no mail.</summary>
    public async Task<int> SendAsync(CancellationToken cancel)
    {
        var sent = 0;
        while (await SendNextAsync(cancel) is { } done)
            sent += done ? 1 : 0;
        return sent;
    }

    /// <summary>Null when nothing is due.</summary>
    private async Task<bool?> SendNextAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await TakeAsync(cancel) is not { } notice)
            return null;
        var done = await TrySendAsync(notice, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return done;
    }

    private async Task<Notice?> TakeAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var due = await db.Notices.FromSql(
            $"""
             SELECT * FROM notices
             WHERE sent_at IS NULL AND attempts < {Notice.MostAttempts} AND (next_attempt_at IS NULL OR next_attempt_at <= {now})
             ORDER BY owed_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
             """).ToListAsync(cancel);
        return due.Count > 0 ? due[0] : null;
    }

    private async Task<bool> TrySendAsync(Notice notice, CancellationToken cancel)
    {
        var recipients = await RecipientsAsync(notice, cancel);
        if (recipients.Count + notice.SentMails.Count == 0 && notice.Unit is { } agency)
        {
            // It waits, however long, until somebody answers for the agency.
            Postpone(notice, Math.Min(notice.Attempts + 1, Notice.MostAttempts - 1), $"Nobody with an e-mail address answers for the agency '{agency}'.");
            return false;
        }

        string? failure = null;
        foreach (var recipient in recipients.Where(recipient => !notice.SentMails.Contains(recipient.MailId)))
            failure = await TrySendAsync(notice, recipient, cancel) ?? failure;
        if (failure is not null)
        {
            Postpone(notice, notice.Attempts + 1, failure);
            return false;
        }

        notice.SentAt = clock.Now;
        notice.NextAttemptAt = null;
        notice.LastError = null;
        return true;
    }

    /// <summary>Gives what went wrong; null when the mail has left.</summary>
    private async Task<string?> TrySendAsync(Notice notice, MailRecipient recipient, CancellationToken cancel)
    {
        try
        {
            await mail.SendAsync(letters.Write(notice, recipient), cancel);
            notice.SentMails = [.. notice.SentMails, recipient.MailId];
            return null;
        }
#pragma warning disable CA1031 // Whatever a mail server does, the other mails go on and this one is tried again.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return failure.Message;
        }
    }

    private void Postpone(Notice notice, int attempts, string error)
    {
        notice.Attempts = attempts;
        notice.NextAttemptAt = clock.Now + Wait(attempts);
        notice.LastError = error.Length > LongestErrorKept ? error[..LongestErrorKept] : error;
        LogFailed(notice.Id, notice.Kind, attempts, error);
    }

    /// <summary>Staff who have no address see the notice on their desk; it needs no mail.</summary>
    private async Task<IReadOnlyList<MailRecipient>> RecipientsAsync(Notice notice, CancellationToken cancel)
    {
        var id = notice.Id.ToString("N");
        if (notice.Unit is { } agency)
            return [.. (await staff.MailsAsync(StaffRole.ConsultedAgency, agency, cancel)).Select(holder => new MailRecipient($"{id}.{holder.AccountId:N}", holder.Email, holder.Name))];
        if (notice.AccountId is null)
            return notice.Email is { Length: > 0 } email ? [new MailRecipient(id, email, notice.Facts.GetValueOrDefault("applicant"))] : [];
        return await staff.MailOfAsync(notice.AccountId.Value, cancel) is { } mail ? [new MailRecipient(id, mail.Email, mail.Name)] : [];
    }

    private static Duration Wait(int attempts) => Duration.Min(LongestWait, FirstWait * (1L << Math.Min(attempts - 1, 20)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Id} ({Kind}) was not sent at attempt {Attempt}: {Error}")]
    private partial void LogFailed(Guid id, NoticeKind kind, int attempt, string error);
}

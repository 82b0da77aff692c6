using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Mail;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>
/// Sends the notices owed. A few are claimed for two minutes, sent with no transaction open, and marked one by one: whoever else sends skips
/// them meanwhile. A crash between sending and marking sends again with the same message id, so that nothing is lost and mail programs show it once.
/// </summary>
public sealed partial class OutboxSender(
    OfficeDbContext db,
    IMailTransport mail,
    MailCircuit circuit,
    ISmsTransport sms,
    NoticeLetters letters,
    StaffDirectory staff,
    OfficeClock clock,
    ILogger<OutboxSender> log
)
{
    private const int Batch = 20;
    private const int LongestErrorKept = 1000;
    private static readonly Duration Claim = Duration.FromMinutes(2);
    private static readonly Duration LongestMail = Duration.FromSeconds(45);
    private static readonly Duration FirstWait = Duration.FromMinutes(1);
    private static readonly Duration LongestWait = Duration.FromHours(6);

    /// <summary>Further than anything waits: written down while the clock was ahead.</summary>
    private static readonly Duration FarAhead = 2 * LongestWait;

    /// <summary>Sends what is due now, unless the mail server is away; gives how many notices were sent or need no mail.</summary>
    public async Task<int> SendAsync(CancellationToken cancel)
    {
        var sent = 0;
        while (circuit.IsClosed(clock.Now))
        {
            var until = clock.Now + Claim;
            var batch = await ClaimAsync(until, cancel);
            if (batch.Count == 0)
                break;
            sent += await SendAsync(batch, until, cancel);
            db.ChangeTracker.Clear();
        }

        return sent;
    }

    private async Task<int> SendAsync(List<Notice> batch, Instant until, CancellationToken cancel)
    {
        var sent = 0;
        var left = batch.Select(notice => notice.Id).ToHashSet();
        try
        {
            foreach (var notice in batch.OrderBy(notice => notice.OwedAt).ThenBy(notice => notice.Id).TakeWhile(_ => clock.Now + LongestMail < until))
            {
                sent += await TrySendAsync(notice, cancel) ? 1 : 0;
                // The mail has left, whether the program ends now or not.
                await db.SaveChangesAsync(CancellationToken.None);
                left.Remove(notice.Id);
            }
        }
        catch (MailServerAwayException away)
        {
            if (circuit.Trip(clock.Now))
                LogAway(away.Message);
        }
        finally
        {
            await ReleaseAsync(left, until);
        }

        return sent;
    }

    /// <summary>
    /// What is due, nobody else's for a while. An agency's notice waits for ever, and one that was never tried, or is asked for again, is tried however old it
    /// is.
    /// </summary>
    private Task<List<Notice>> ClaimAsync(Instant until, CancellationToken cancel)
    {
        var now = clock.Now;
        return db
            .Notices.FromSql(
                $"""
                UPDATE notices SET next_attempt_at = {until}
                WHERE id IN (
                    SELECT id FROM notices
                    WHERE sent_at IS NULL AND (unit IS NOT NULL OR attempts = 0 OR owed_at > {now - Notice.MostAge})
                        AND (next_attempt_at IS NULL OR next_attempt_at <= {now} OR next_attempt_at > {now + FarAhead})
                    ORDER BY owed_at, id LIMIT {Batch} FOR UPDATE SKIP LOCKED)
                RETURNING *
                """
            )
            .ToListAsync(cancel);
    }

    /// <summary>Gives back what was claimed and not tried; when even that fails, the claim ends by itself.</summary>
    private async Task ReleaseAsync(HashSet<Guid> left, Instant until)
    {
        if (left.Count == 0)
            return;
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE notices SET next_attempt_at = {clock.Now} WHERE id = ANY ({left.ToArray()}) AND next_attempt_at = {until} AND sent_at IS NULL",
                CancellationToken.None
            );
        }
        catch (Exception failure) when (Outage.Of(failure) is not OutageKind.None)
        {
            LogKept(left.Count);
        }
    }

    private async Task<bool> TrySendAsync(Notice notice, CancellationToken cancel)
    {
        var recipients = await RecipientsAsync(notice, cancel);
        if (recipients.Count + notice.SentMails.Count == 0 && notice.Unit is { } agency)
        {
            // It waits, however long, until somebody answers for the agency.
            Postpone(notice, notice.Attempts + 1, $"Nobody with an e-mail address answers for the agency '{agency}'.");
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
        // The secret of a link has left with its mail and is kept nowhere else.
        if (notice.Kind == NoticeKind.OpinionLinkSent)
            notice.Facts = notice.Facts.Where(fact => fact.Key != Notice.SealedFact).ToDictionary(StringComparer.Ordinal);
        return true;
    }

    /// <summary>Gives what went wrong; null when the mail has left.</summary>
    private async Task<string?> TrySendAsync(Notice notice, MailRecipient recipient, CancellationToken cancel)
    {
        try
        {
            if (notice.Phone is null)
            {
                await mail.SendAsync(letters.Write(notice, recipient), cancel);
                circuit.Close();
            }
            else
            {
                await sms.SendAsync(letters.WriteShort(notice, recipient), cancel);
            }

            notice.SentMails = [.. notice.SentMails, recipient.MailId];
            return null;
        }
#pragma warning disable CA1031 // Whatever a mail server does, the other mails go on and this one is tried again.
        catch (Exception failure)
            when (failure is not MailServerAwayException && (failure is not OperationCanceledException || !cancel.IsCancellationRequested))
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
            return
            [
                .. (await staff.MailsAsync(StaffRole.ConsultedAgency, agency, cancel)).Select(holder => new MailRecipient(
                    $"{id}.{holder.AccountId:N}",
                    holder.Email,
                    holder.Name,
                    holder.Language
                )),
            ];
        if (notice.Phone is { Length: > 0 } phone)
            return [new MailRecipient(id, phone, null, await LanguageAsync(notice, cancel))];
        if (notice.AccountId is null)
            return notice.Email is { Length: > 0 } email
                ? [new MailRecipient(id, email, notice.Facts.GetValueOrDefault(notice.IsForBody ? "body" : "applicant"), await LanguageAsync(notice, cancel))]
                : [];
        var person = notice.AccountId.Value;
        return
        [
            .. (await staff.MailsOfAsync(person, cancel)).Select(mail => new MailRecipient(
                mail.AccountId == person ? id : $"{id}.{mail.AccountId:N}",
                mail.Email,
                mail.Name,
                mail.Language
            )),
        ];
    }

    /// <summary>The language in which the applicant of a dossier is told of it.</summary>
    private async Task<string?> LanguageAsync(Notice notice, CancellationToken cancel) =>
        notice is { IsForApplicant: true, DossierId: { } id }
            ? await db.Dossiers.Where(dossier => dossier.Id == id).Select(dossier => dossier.Language).SingleOrDefaultAsync(cancel)
            : null;

    private static Duration Wait(int attempts) => Duration.Min(LongestWait, FirstWait * (1L << Math.Min(attempts - 1, 20)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Id} ({Kind}) was not sent at attempt {Attempt}: {Error}")]
    private partial void LogFailed(Guid id, NoticeKind kind, int attempt, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No mail can leave at present: {Reason} The notices wait and are sent when it can.")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} notices stay claimed for two minutes, as the database does not answer")]
    private partial void LogKept(int count);
}

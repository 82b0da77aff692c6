using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>
/// Removes what people left behind and nobody needs any more: drafts without an account whose time is over, ended sessions, counted tries, old lines of the
/// security log, choices of many dossiers and, after three months, their results and the numbers drawn at counters; what was typed and never sent.
/// </summary>
public sealed class ExpiredTraces(OfficeDbContext db, OfficeClock clock, KeptForms kept, PasswordTries tries, SecurityLog log, TimeProvider time)
{
    private static readonly Duration KeptAfterEnd = Duration.FromDays(30);

    /// <summary>What was chosen and not started, or to be printed, is no longer what was seen.</summary>
    private static readonly Duration ChoiceLife = Duration.FromDays(1);

    private static readonly Duration KeptResults = Duration.FromDays(90);

    /// <summary>Gives how many drafts were removed; their files go with the next sweep of orphans.</summary>
    public async Task<int> RemoveAsync(CancellationToken cancel)
    {
        var over = Instant.FromDateTimeOffset(time.GetUtcNow()) - KeptAfterEnd;
        await db.Sessions.Where(session => session.EndsAt < over).ExecuteDeleteAsync(cancel);
        await tries.ForgetAsync(cancel);
        await log.ForgetAsync(cancel);
        await kept.ForgetOldAsync(clock.Now, cancel);
        await db
            .Batches.Where(batch => (batch.StartedAt == null && batch.ChosenAt < clock.Now - ChoiceLife) || batch.EndedAt < clock.Now - KeptResults)
            .ExecuteDeleteAsync(cancel);
        await db.PrintChoices.Where(choice => choice.ChosenAt < clock.Now - ChoiceLife).ExecuteDeleteAsync(cancel);
        var dayBefore = (clock.Now - KeptResults).InUtc().Date;
        await db.QueueTickets.Where(ticket => ticket.Day < dayBefore).ExecuteDeleteAsync(cancel);
        var begunBefore = clock.Now - VisitorDrafts.Life;
        return await db
            .Dossiers.Where(draft =>
                draft.Status == DossierStatus.Draft
                && draft.OwnerAccountId == null
                && draft.Channel == Domain.Procedures.SubmissionChannel.Online
                && draft.CreatedAt < begunBefore
            )
            .Where(draft => !db.History.Any(line => line.DossierId == draft.Id))
            .ExecuteDeleteAsync(cancel);
    }
}

using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Batches;

/// <summary>
/// Does what waits in the batches, one dossier after the other and each batch in turn, until nothing waits. The act of each carries the key of its item, so
/// that one which was done when the program ended is known for done and not done again.
/// </summary>
public sealed partial class BatchRunner(IServiceScopeFactory scopes, ILogger<BatchRunner> log)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await DoNextAsync(cancel)) { }
    }

    /// <summary>Does the next one; false when nothing waits.</summary>
    private async Task<bool> DoNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, clock) = (services.GetRequiredService<OfficeDbContext>(), services.GetRequiredService<OfficeClock>());
        await db
            .Batches.Where(batch => batch.StartedAt != null && batch.EndedAt == null && !batch.Items.Any(item => item.State == BatchItemState.Waiting))
            .ExecuteUpdateAsync(batch => batch.SetProperty(one => one.EndedAt, clock.Now), cancel);
        // The first of each batch before the second of any: a short one does not wait for the end of a long one.
        var next = await db
            .BatchItems.AsNoTracking()
            .Where(item => item.State == BatchItemState.Waiting)
            .Join(db.Batches, item => item.BatchId, batch => batch.Id, (item, batch) => new { Item = item, Batch = batch })
            .OrderBy(found => found.Item.Ordinal)
            .ThenBy(found => found.Batch.StartedAt)
            .FirstOrDefaultAsync(cancel);
        if (next is null)
            return false;
        var (state, told) = await DoOneAsync(services, next.Batch, next.Item, cancel);
        // Whatever was stopped meanwhile: what is done is done.
        await db
            .BatchItems.Where(item => item.Id == next.Item.Id)
            .ExecuteUpdateAsync(
                item => item.SetProperty(one => one.State, state).SetProperty(one => one.Told, told).SetProperty(one => one.EndedAt, clock.Now),
                cancel
            );
        return true;
    }

    /// <summary>What became of one, and what is told of it: why not, or the number that it got.</summary>
    private async Task<(BatchItemState State, string? Told)> DoOneAsync(IServiceProvider services, Batch batch, BatchItem item, CancellationToken cancel)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(batch.Culture);
        var sent = services.GetRequiredService<SentForm>();
        (sent.Key, sent.Body) = (item.Id, nameof(Batch));
        var actor = await services.GetRequiredService<ActorDirectory>().FindAsync(batch.AccountId, cancel);
        try
        {
            var result = await services
                .GetRequiredService<BatchActs>()
                .Of(batch.Kind)
                .DoOneAsync(batch, item, actor?.Actor ?? Actor.ApplicantNamed(""), cancel);
            return result.Done
                ? (BatchItemState.Done, batch.Kind == BatchKind.Issue ? result.Dossier!.Decision?.Number : null)
                : (BatchItemState.Refused, string.Join(" ", result.Refusals.Select(refusal => refusal.Sentence)));
        }
#pragma warning disable CA1031 // One that meets a fault of the program must not keep the others from being done.
        catch (Exception fault) when (!cancel.IsCancellationRequested && Outage.Of(fault) == OutageKind.None)
#pragma warning restore CA1031
        {
            LogFailed(item.DossierId, batch.Id, fault);
            return (BatchItemState.Refused, new Refusal(nameof(RefusalCode.BatchItemFailed)).Sentence);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Dossier {Dossier} of batch {Batch} failed")]
    private partial void LogFailed(Guid dossier, Guid batch, Exception fault);
}

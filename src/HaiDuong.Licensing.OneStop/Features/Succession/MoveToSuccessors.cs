using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>What a run moved, and how many dossiers could not be moved.</summary>
public sealed record MovedWork(int Roles, int Dossiers, int Refused);

/// <summary>
/// Chuyển việc cho đơn vị kế thừa: from the day on which a unit has ended, the roles held in it and every open dossier that lies with it go to
/// its successor, each dossier in a transaction of its own with its line of history. Broken off it goes on with what is left; done twice it does nothing.
/// </summary>
public sealed partial class MoveToSuccessors(
    OfficeDbContext db,
    AnnouncedSuccessions announced,
    ProcedureCatalogue catalogue,
    ActDesk desk,
    StaffAccounts accounts,
    OfficeClock clock,
    ILogger<MoveToSuccessors> log
)
{
    private const int Batch = 200;

    public async Task<MovedWork> DoAsync(CancellationToken cancel)
    {
        await announced.RefreshAsync(cancel);
        var ended = EndedUnits.On(catalogue.Organisation, clock.Today);
        if (ended.Count == 0)
            return new MovedWork(0, 0, 0);
        // Roles first: whoever holds one in the successor reaches the work of the former unit too, so nothing is out of reach in between.
        var roles = await accounts.MoveRolesAsync(ended, cancel);
        var (moved, refused) = (0, 0);
        var after = Guid.Empty;
        while (await NextAsync(ended, after, cancel) is { Count: > 0 } ids)
        {
            foreach (var id in ids)
            {
                if (await MoveAsync(id, cancel))
                    moved++;
                else
                    refused++;
            }

            after = ids[^1];
        }

        return new MovedWork(roles, moved, refused);
    }

    private Task<List<Guid>> NextAsync(IReadOnlyList<string> ended, Guid after, CancellationToken cancel) =>
        db
            .Dossiers.AsNoTracking()
            .LyingWith(ended)
            .Where(dossier => dossier.Id > after)
            .OrderBy(dossier => dossier.Id)
            .Select(dossier => dossier.Id)
            .Take(Batch)
            .ToListAsync(cancel);

    private async Task<bool> MoveAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            var result = await desk.DoAsync(id, null, Actor.System, (dossier, act) => dossier.MoveToSuccessor(act), cancel);
            db.ChangeTracker.Clear();
            if (!result.Done)
                LogRefused(id, string.Join("; ", result.Refusals));
            return result.Done;
        }
#pragma warning disable CA1031 // A dossier that cannot be moved must not keep the others behind; the page lists it.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            db.ChangeTracker.Clear();
            LogFailed(id, failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dossier {Id} was not moved to the successor: {Why}")]
    private partial void LogRefused(Guid id, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Dossier {Id} was not moved to the successor")]
    private partial void LogFailed(Guid id, Exception failure);
}

using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Looks at every open dossier and owes the warnings of its time, each once.</summary>
public sealed partial class DeadlineWatch(OfficeDbContext db, DeadlineWarnings warnings, OwedNotices notices, ILogger<DeadlineWatch> log)
{
    private const int Batch = 200;

    /// <summary>Gives how many notices are newly owed.</summary>
    public async Task<int> WatchAsync(CancellationToken cancel)
    {
        var owed = 0;
        var after = Guid.Empty;
        while (await NextAsync(after, cancel) is { Count: > 0 } dossiers)
        {
            foreach (var dossier in dossiers)
                owed += await LookAtAsync(dossier, cancel);
            after = dossiers[^1].Id;
        }

        return owed;
    }

    private async Task<int> LookAtAsync(Dossier dossier, CancellationToken cancel)
    {
        try
        {
            var owed = 0;
            foreach (var warning in await warnings.OfAsync(dossier, cancel))
                owed += await OweAsync(dossier, warning, cancel);
            return owed;
        }
#pragma warning disable CA1031 // A dossier that cannot be counted must not keep the others from being warned.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(dossier.Id, failure);
            return 0;
        }
    }

    private Task<List<Dossier>> NextAsync(Guid after, CancellationToken cancel) =>
        db.Dossiers.AsNoTracking().Include(dossier => dossier.Work)
            .Where(dossier => DeadlineWarnings.Running.Contains(dossier.Status) && dossier.Id > after)
            .OrderBy(dossier => dossier.Id).Take(Batch).ToListAsync(cancel);

    private Task<int> OweAsync(Dossier dossier, DeadlineWarning warning, CancellationToken cancel)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["step"] = warning.Step,
            ["due"] = warning.Due.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture),
        };
        return notices.OweAsync(dossier, warning.Kind, warning.Occasion, warning.To, facts, cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The deadlines of dossier {Id} could not be looked at")]
    private partial void LogFailed(Guid id, Exception failure);
}

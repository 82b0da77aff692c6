using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Looks at what is due soon or late, found by its stored moments, and owes the warnings of its time, each once.</summary>
public sealed partial class DeadlineWatch(OfficeDbContext db, DeadlineWarnings warnings, OwedNotices notices, OfficeClock clock, ILogger<DeadlineWatch> log)
{
    private const int Batch = 200;

    /// <summary>Gives how many notices are newly owed.</summary>
    public async Task<int> WatchAsync(CancellationToken cancel)
    {
        var owed = 0;
        var now = clock.Local;
        var after = Guid.Empty;
        while (await DueAsync(now, after, cancel) is { Count: > 0 } ids)
        {
            foreach (
                var dossier in await db.Dossiers.AsNoTracking().Include(dossier => dossier.Work).Where(dossier => ids.Contains(dossier.Id)).ToListAsync(cancel)
            )
                owed += await LookAtAsync(dossier, cancel);
            after = ids[^1];
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

    /// <summary>
    /// The next dossiers that are due soon or late, or have an agency's step that is: each part by an index of its own (1, 2, 4: those in which time presses
    /// the office).
    /// </summary>
    private Task<List<Guid>> DueAsync(LocalDateTime now, Guid after, CancellationToken cancel)
    {
        var said = LocalDateTimePattern.ExtendedIso.Format(now);
        return db
            .Database.SqlQuery<Guid>(
                $"""
                SELECT id AS "Value" FROM dossiers WHERE status IN (1, 2, 4) AND warn_at ->> 0 <= {said} AND id > {after}
                UNION SELECT id FROM dossiers WHERE status IN (1, 2, 4) AND late_from <= {now} AND id > {after}
                UNION SELECT dossier_id FROM work_items WHERE role = 'ConsultedAgency' AND warn_from <= {now} AND dossier_id > {after}
                ORDER BY 1 LIMIT {Batch}
                """
            )
            .ToListAsync(cancel);
    }

    private Task<int> OweAsync(Dossier dossier, DeadlineWarning warning, CancellationToken cancel)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["step"] = warning.Step, ["due"] = VietnameseDate.Print(warning.Due) };
        return notices.OweAsync(dossier, warning.Kind, warning.Occasion, warning.To, facts, cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The deadlines of dossier {Id} could not be looked at")]
    private partial void LogFailed(Guid id, Exception failure);
}

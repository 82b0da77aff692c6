using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Ends the waiting for supplements whose last day is over, by the act; a second run finds nothing.</summary>
public sealed class SupplementExpiry(OfficeDbContext db, ExpireSupplement expire, OfficeClock clock)
{
    private const int Batch = 200;

    /// <summary>Gives how many dossiers stopped waiting.</summary>
    public async Task<int> ExpireAsync(CancellationToken cancel)
    {
        var ended = 0;
        var after = Guid.Empty;
        while (await OverAsync(after, cancel) is { Count: > 0 } ids)
        {
            foreach (var id in ids)
            {
                ended += (await expire.DoAsync(id, cancel)).Done ? 1 : 0;
                db.ChangeTracker.Clear();
            }

            after = ids[^1];
        }

        return ended;
    }

    /// <summary>
    /// The next dossiers whose last supplement has its last day behind it (5: waiting for a supplement); the act asks once more, by the rule.
    /// </summary>
    private Task<List<Guid>> OverAsync(Guid after, CancellationToken cancel)
    {
        var today = LocalDatePattern.Iso.Format(clock.Today);
        return db
            .Database.SqlQuery<Guid>(
                $"""
                SELECT id AS "Value" FROM dossiers
                WHERE status = 5 AND supplements -> -1 ->> 'answerBy' < {today} AND supplements -> -1 ->> 'answeredAt' IS NULL
                    AND supplements -> -1 ->> 'expiredAt' IS NULL AND id > {after}
                ORDER BY id LIMIT {Batch}
                """
            )
            .ToListAsync(cancel);
    }
}

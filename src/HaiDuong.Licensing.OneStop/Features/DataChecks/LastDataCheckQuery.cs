using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>A check of the data as it was kept; one that has not come to its end has no <see cref="FinishedAt"/>.</summary>
public sealed record KeptDataCheck(Guid Id, Instant StartedAt, Instant? FinishedAt, long Dossiers, long Files, long Faults);

/// <summary>A fault with its place in the list.</summary>
public sealed record KeptDataFault(long Serial, DataFault Fault);

/// <summary>The newest check of the data and its faults, a page at a time.</summary>
public sealed class LastDataCheckQuery(OfficeDbContext db)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    public async Task<KeptDataCheck?> FindAsync(CancellationToken cancel) =>
        (
            await db
                .Database.SqlQuery<KeptDataCheck>(
                    $"SELECT id, started_at, finished_at, dossiers, files, faults FROM data_checks ORDER BY started_at DESC, id DESC LIMIT 1"
                )
                .ToListAsync(cancel)
        ).FirstOrDefault();

    public async Task<IReadOnlyList<KeptDataFault>> FaultsAsync(Guid check, long after, CancellationToken cancel) =>
        [
            .. (
                await db
                    .Database.SqlQuery<FaultRow>(
                        $"SELECT serial, kind, dossier_id, subject, expected, found FROM data_faults WHERE check_id = {check} AND serial > {after} ORDER BY serial LIMIT {Size}"
                    )
                    .ToListAsync(cancel)
            ).Select(row => new KeptDataFault(
                row.Serial,
                new DataFault(Enum.Parse<DataFaultKind>(row.Kind), row.DossierId, row.Subject, row.Expected, row.Found)
            )),
        ];

    private sealed record FaultRow(long Serial, string Kind, Guid? DossierId, string Subject, string Expected, string Found);
}

using System.Data;
using System.Runtime.CompilerServices;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>
/// Looks at every dossier, batch by batch in the order of their keys; each batch is one picture of the database, so that acts done meanwhile are no faults.
/// </summary>
public sealed class DossierFaultsQuery(
    OfficeDbContext db,
    Rulebooks rulebooks,
    FileStore papers,
    KeptFiles documents,
    PaperScans scans,
    DeadlineWarnings warnings,
    DossierRows rows,
    OfficeClock clock
)
{
    private const int Batch = 200;

    internal async IAsyncEnumerable<CheckedPart> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var after = Guid.Empty;
        while (await NextAsync(after, cancel) is { Keys.Count: > 0 } next)
        {
            yield return next.Part;
            after = next.Keys[^1];
        }
    }

    private async Task<(IReadOnlyList<Guid> Keys, CheckedPart Part)> NextAsync(Guid after, CancellationToken cancel)
    {
        await using var picture = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var keys = await db
            .Dossiers.Where(dossier => dossier.Id > after)
            .OrderBy(dossier => dossier.Id)
            .Select(dossier => dossier.Id)
            .Take(Batch)
            .ToListAsync(cancel);
        var faults = new List<DataFault>();
        if (keys.Count == 0)
            return (keys, new CheckedPart(0, 0, faults));
        var history = (await db.History.AsNoTracking().Where(line => keys.Contains(line.DossierId)).OrderBy(line => line.Id).ToListAsync(cancel)).ToLookup(
            line => line.DossierId
        );
        var told = (
            await db
                .Notices.Where(notice => notice.DossierId != null && keys.Contains(notice.DossierId.Value) && notice.Email != null)
                .GroupBy(notice => new { notice.DossierId, notice.Kind })
                .Select(group => new
                {
                    group.Key.DossierId,
                    group.Key.Kind,
                    Count = group.Count(),
                })
                .ToListAsync(cancel)
        ).ToLookup(row => row.DossierId!.Value);
        var staff = (
            await db
                .Notices.AsNoTracking()
                .Where(notice => notice.DossierId != null && keys.Contains(notice.DossierId.Value))
                .Where(notice => notice.Email == null || notice.Kind == NoticeKind.OpinionLinkSent || notice.Kind == NoticeKind.OpinionLinkDueSoon)
                .Select(notice => new ToldStaff(notice.DossierId!.Value, notice.Key, notice.Kind, notice.AccountId, notice.OwedAt))
                .ToListAsync(cancel)
        ).ToLookup(notice => notice.DossierId);
        var booked = (
            await db
                .NumberedDocuments.AsNoTracking()
                .Where(line => keys.Contains(line.DossierId) && line.CancelledAt == null)
                .Select(line => new { line.DossierId, line.File })
                .ToListAsync(cancel)
        ).ToLookup(line => line.DossierId, line => line.File);
        var owedFrom = await db.DatedNoticeKinds.AsNoTracking().ToDictionaryAsync(dated => dated.Kind, dated => dated.OwedFrom, cancel);
        foreach (var dossier in await LoadAsync(keys, faults, cancel))
        {
            var counts = told[dossier.Id].ToDictionary(row => row.Kind, row => row.Count);
            faults.AddRange(OfRules(dossier, [.. history[dossier.Id]], counts, owedFrom));
            faults.AddRange(
                StaffNoticeFaults.Of(dossier, [.. history[dossier.Id]], [.. staff[dossier.Id]], await warnings.OfAsync(dossier, cancel), clock.Local)
            );
            faults.AddRange(
                OfFiles(
                    dossier,
                    await scans.OfAsync(dossier.Papers.Select(paper => paper.FileHash).Where(hash => hash is not null && !papers.Objects.Exists(hash)), cancel)
                )
            );
            if (dossier.Decision is { IssuedFile: { } issued } decision && !booked[dossier.Id].Contains(issued))
                faults.Add(new DataFault(DataFaultKind.ResultNotInBook, dossier.Id, DossierFaults.NameOf(dossier), decision.Number ?? ""));
        }

        faults.AddRange((await rows.AmissAsync(keys, cancel)).Select(id => new DataFault(DataFaultKind.RowNotOfDossier, id, id.ToString())));
        return (keys, new CheckedPart(keys.Count, 0, faults));
    }

    /// <summary>The dossiers of a batch; one that cannot be read is a fault and keeps no other from being looked at.</summary>
    private async Task<IReadOnlyList<Dossier>> LoadAsync(List<Guid> keys, List<DataFault> faults, CancellationToken cancel)
    {
        try
        {
            return await db
                .Dossiers.AsNoTracking()
                .Include(dossier => dossier.Work)
                .Where(dossier => keys.Contains(dossier.Id))
                .OrderBy(dossier => dossier.Id)
                .ToListAsync(cancel);
        }
#pragma warning disable CA1031 // Whatever a row holds, it is a finding of this check.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (keys.Count == 1)
            {
                faults.Add(new DataFault(DataFaultKind.Unreadable, keys[0], keys[0].ToString(), "", fault.Message));
                return [];
            }

            var read = new List<Dossier>();
            foreach (var key in keys)
                read.AddRange(await LoadAsync([key], faults, cancel));
            return read;
        }
    }

    private IReadOnlyList<DataFault> OfRules(
        Dossier dossier,
        IReadOnlyList<HistoryLine> history,
        Dictionary<NoticeKind, int> told,
        Dictionary<NoticeKind, Instant> owedFrom
    )
    {
        try
        {
            return [.. DossierFaults.Of(dossier, rulebooks.For(dossier), history, told, owedFrom)];
        }
#pragma warning disable CA1031 // Rules that are gone or a ledger that cannot be counted are findings of this check.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return [new DataFault(DataFaultKind.Unreadable, dossier.Id, DossierFaults.NameOf(dossier), "", fault.Message)];
        }
    }

    /// <summary>What the scanner had set aside is not lost.</summary>
    private IEnumerable<DataFault> OfFiles(Dossier dossier, IReadOnlyDictionary<string, ScanState> gone)
    {
        var lost = gone.Where(paper => paper.Value != ScanState.Infected).Select(paper => paper.Key);
        var fallen = dossier.FallenSignatures.Where(signed => !signed.IsFileDamaged).Select(signed => signed.SignedFile);
        var letters = dossier
            .Slips.Select(slip => slip.FileHash)
            .Concat(fallen)
            .Append(dossier.Decision?.SignedFile)
            .Append(dossier.Decision?.IssuedFile)
            .OfType<string>();
        return lost.Concat(letters.Where(hash => !documents.Documents.Exists(hash)))
            .Distinct(StringComparer.Ordinal)
            .Select(hash => new DataFault(DataFaultKind.MissingFile, dossier.Id, DossierFaults.NameOf(dossier), hash));
    }
}

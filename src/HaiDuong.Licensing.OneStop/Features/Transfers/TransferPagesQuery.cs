using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Transfers;

/// <summary>A list among others: how many dossiers are on it, and how many of them did not come.</summary>
public sealed record TransferSummary(TransferList List, int Dossiers, int Missing);

/// <summary>A list with the row of each of its dossiers, in their order.</summary>
public sealed record TransferSheet(TransferList List, IReadOnlyList<TransferSheetLine> Lines);

/// <summary>A line of a list; <see cref="IsReadable"/> says whether its dossier opens to the reader.</summary>
public sealed record TransferSheetLine(TransferLine Line, DossierRow Row, bool IsReadable);

/// <summary>What the pages of hand-over lists show.</summary>
public sealed class TransferPagesQuery(OfficeDbContext db, TransferListsQuery lists, ReadableRowsQuery readable)
{
    private const int Size = 50;

    /// <summary>How many lists each group has for somebody; those that are closed are not counted.</summary>
    public async Task<IReadOnlyDictionary<TransferGroup, int>> CountAsync(Actor actor, CancellationToken cancel)
    {
        var found = await new[] { TransferGroup.Incoming, TransferGroup.Given }
            .Select(group => lists.Of(group, actor).Select(_ => (int)group))
            .Aggregate((all, next) => all.Concat(next))
            .GroupBy(group => group)
            .Select(group => new { Group = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => (TransferGroup)group.Group, group => group.Count, cancel);
        return new Dictionary<TransferGroup, int>
        {
            [TransferGroup.Incoming] = found.GetValueOrDefault(TransferGroup.Incoming),
            [TransferGroup.Given] = found.GetValueOrDefault(TransferGroup.Given),
        };
    }

    /// <summary>A page of a group, the newest first; with where the next one begins.</summary>
    public async Task<(IReadOnlyList<TransferSummary> Lists, Guid? Next)> ReadAsync(TransferGroup group, Actor actor, Guid? before, CancellationToken cancel)
    {
        var theirs = lists.Of(group, actor).AsNoTracking();
        if (before is { } last)
            theirs = theirs.Where(list => list.Id < last);
        var found = await theirs
            .OrderByDescending(list => list.Id)
            .Take(Size + 1)
            .Select(list => new TransferSummary(list, list.Lines.Count, list.Lines.Count(line => line.State == TransferState.Missing)))
            .ToListAsync(cancel);
        return ([.. found.Take(Size)], found.Count > Size ? found[Size - 1].List.Id : null);
    }

    public async Task<TransferSheet?> FindAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var list = await lists.Of(actor).AsNoTracking().Include(one => one.Lines).SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (list is null)
            return null;
        var ids = list.Lines.Select(line => line.DossierId).ToList();
        var rows = await db.DossierRows.AsNoTracking().Where(row => ids.Contains(row.DossierId)).ToDictionaryAsync(row => row.DossierId, cancel);
        var opening = (await readable.Of(actor).Where(row => ids.Contains(row.DossierId)).Select(row => row.DossierId).ToListAsync(cancel)).ToHashSet();
        return new TransferSheet(
            list,
            [.. list.Lines.OrderBy(line => line.Position).Select(line => new TransferSheetLine(line, rows[line.DossierId], opening.Contains(line.DossierId)))]
        );
    }

    /// <summary>What waits at a desk, the oldest first, as much as one list takes; and which of it opens to the reader.</summary>
    public async Task<(IReadOnlyList<DossierRow> Rows, IReadOnlySet<Guid> Readable)> WaitingAsync(
        IQueryable<DossierRow> waiting,
        Actor actor,
        CancellationToken cancel
    )
    {
        var rows = await waiting.AsNoTracking().OrderBy(row => row.AcceptedAt).ThenBy(row => row.DossierId).Take(TransferList.Most).ToListAsync(cancel);
        var ids = rows.Select(row => row.DossierId).ToList();
        return (rows, (await readable.Of(actor).Where(row => ids.Contains(row.DossierId)).Select(row => row.DossierId).ToListAsync(cancel)).ToHashSet());
    }
}

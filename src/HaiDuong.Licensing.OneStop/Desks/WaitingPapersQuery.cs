using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Nơi bàn giao: one way between a division and the counter that serves it.</summary>
public sealed record TransferDesk(TransferWay Way, string Division, string Counter);

/// <summary>
/// Hồ sơ giấy chờ bàn giao: what the counter has to give to each division and each division to the counter, and is on no open list. A dossier that hides its
/// sender is among it for whoever carries the paper, without the sender.
/// </summary>
public sealed class WaitingPapersQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private Organisation Organisation => catalogue.Organisation;

    /// <summary>Where somebody gives: the divisions that handle dossiers, each with its counter.</summary>
    public IReadOnlyList<TransferDesk> DesksOf(Actor actor)
    {
        var today = clock.Today;
        var sides = TransferSides.Of(actor, Organisation, today);
        return
        [
            .. from division in catalogue.Versions.Select(version => Organisation.KeyOn(version.DivisionKey, today)).Distinct(StringComparer.Ordinal)
            from counter in new[] { Organisation.DeskOf(StaffRole.CounterClerk, division, today) }.OfType<string>()
            from way in Enum.GetValues<TransferWay>()
            where sides.Gives(way, division, counter)
            orderby way, Organisation.NameOf(division)
            select new TransferDesk(way, division, counter),
        ];
    }

    public IQueryable<DossierRow> Of(params IReadOnlyCollection<TransferDesk> desks)
    {
        var (given, back) = (UnitsOf(desks, TransferWay.ToDivision), UnitsOf(desks, TransferWay.ToCounter));
        return db.DossierRows.Where(row =>
            (row.PapersWait == TransferWay.ToDivision && given.Contains(row.DivisionKey))
            || (row.PapersWait == TransferWay.ToCounter && back.Contains(row.DivisionKey))
        );
    }

    /// <summary>How many wait at each of the desks, in their order.</summary>
    public async Task<IReadOnlyList<(TransferDesk Desk, int Count)>> CountAsync(IReadOnlyCollection<TransferDesk> desks, CancellationToken cancel)
    {
        var counts = await Of(desks)
            .GroupBy(row => new { row.PapersWait, row.DivisionKey })
            .Select(group => new
            {
                group.Key.PapersWait,
                group.Key.DivisionKey,
                Count = group.Count(),
            })
            .ToListAsync(cancel);
        return
        [
            .. desks.Select(desk =>
                (desk, counts.Where(group => group.PapersWait == desk.Way && UnitsOf([desk], desk.Way).Contains(group.DivisionKey)).Sum(group => group.Count))
            ),
        ];
    }

    /// <summary>A division, and those whose work has come to it.</summary>
    private string[] UnitsOf(IEnumerable<TransferDesk> desks, TransferWay way) =>
        [.. desks.Where(desk => desk.Way == way).SelectMany(desk => Organisation.PredecessorsOf(desk.Division).Prepend(desk.Division))];
}

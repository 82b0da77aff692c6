using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Which hand-over lists somebody sees together.</summary>
public enum TransferGroup
{
    /// <summary>Chờ nhận: the other side gave them, and nobody here has received them.</summary>
    Incoming,

    /// <summary>Đã giao, bên kia chưa nhận.</summary>
    Given,

    /// <summary>Đã xong: received, or cancelled.</summary>
    Closed,
}

/// <summary>
/// Danh sách bàn giao của một người: those of their counters and divisions. A list with a dossier that somebody must not find, because it is about them, is
/// not there for them.
/// </summary>
public sealed class TransferListsQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public TransferSides SidesOf(Actor actor) => TransferSides.Of(actor, catalogue.Organisation, clock.Today);

    public IQueryable<TransferList> Of(Actor actor)
    {
        var (counters, divisions) = SidesOf(actor);
        return Found(db.TransferLists.Where(list => counters.Contains(list.Counter) || divisions.Contains(list.Division)));
    }

    public IQueryable<TransferList> Of(TransferGroup group, Actor actor)
    {
        var (counters, divisions) = SidesOf(actor);
        return group switch
        {
            TransferGroup.Incoming => Open(list =>
                (list.Way == TransferWay.ToDivision && divisions.Contains(list.Division))
                || (list.Way == TransferWay.ToCounter && counters.Contains(list.Counter))
            ),
            TransferGroup.Given => Open(list =>
                (list.Way == TransferWay.ToDivision && counters.Contains(list.Counter))
                || (list.Way == TransferWay.ToCounter && divisions.Contains(list.Division))
            ),
            _ => Of(actor).Where(list => list.ReceivedAt != null || list.CancelledAt != null),
        };
    }

    /// <summary>A list for an act, which holds it until the end of its transaction; null for what is not theirs.</summary>
    public async Task<TransferList?> HoldAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM transfer_lists WHERE id = {id} FOR UPDATE", cancel);
        return await Of(actor).Include(list => list.Lines.OrderBy(line => line.Position)).SingleOrDefaultAsync(list => list.Id == id, cancel);
    }

    private IQueryable<TransferList> Open(System.Linq.Expressions.Expression<Func<TransferList, bool>> theirs) =>
        Found(db.TransferLists.Where(list => list.ReceivedAt == null && list.CancelledAt == null).Where(theirs));

    private IQueryable<TransferList> Found(IQueryable<TransferList> lists) =>
        lists.Where(list => list.Lines.All(line => db.DossierRows.Any(row => row.DossierId == line.DossierId)));
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>A desk of the menu at which something waits.</summary>
public enum WaitingDesk
{
    MyWork,
    Signing,
    Registry,
    Counter,
    Transfers,
    Notices,
}

/// <summary>
/// Số việc đang chờ ở menu: how many wait at each desk of somebody, in one command; each counted up to a limit, so that a full desk costs no more.
/// </summary>
public sealed class WaitingCountsQuery(
    OfficeDbContext db,
    CounterListsQuery counter,
    WaitingPapersQuery papers,
    TransferListsQuery transfers,
    OwnNoticesQuery notices,
    Rulebooks rulebooks
)
{
    /// <summary>"Hơn 999" says enough.</summary>
    public const int Most = 999;

    public async Task<IReadOnlyDictionary<WaitingDesk, int>> ReadAsync(Actor actor, IReadOnlyCollection<WaitingDesk> desks, CancellationToken cancel)
    {
        if (desks.Count == 0)
            return new Dictionary<WaitingDesk, int>();
        return await desks
            .Select(desk => Of(desk, actor).Take(Most + 1).Select(_ => (int)desk))
            .Aggregate((all, next) => all.Concat(next))
            .GroupBy(desk => desk)
            .Select(group => new { Desk = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => (WaitingDesk)group.Desk, group => group.Count, cancel);
    }

    private IQueryable<Guid> Of(WaitingDesk desk, Actor actor) =>
        desk switch
        {
            WaitingDesk.Signing => Steps(actor, StaffRole.Leader, StepKind.SignResult),
            WaitingDesk.Registry => Steps(actor, StaffRole.RegistryClerk, StepKind.IssueResult),
            WaitingDesk.Counter => Enum.GetValues<CounterList>()
                .Select(list => counter.Of(list).Select(row => row.DossierId))
                .Aggregate((all, next) => all.Concat(next)),
            WaitingDesk.Transfers => papers
                .Of([.. papers.DesksOf(actor)])
                .Select(row => row.DossierId)
                .Concat(transfers.Of(TransferGroup.Incoming, actor).Select(list => list.Id)),
            WaitingDesk.Notices => notices.New(actor).Select(notice => notice.Id),
            _ => OpenWork.Of(actor, null, db).Where(item => db.DossierRows.Any(row => row.DossierId == item.DossierId)).Select(item => item.Id),
        };

    private IQueryable<Guid> Steps(Actor actor, StaffRole role, StepKind kind)
    {
        string[] steps = [.. rulebooks.StepsOf(kind)];
        return OpenWork
            .Of(actor, role, db)
            .Where(item =>
                steps.Contains(item.StepId) && db.DossierRows.Any(row => row.DossierId == item.DossierId && row.Status != DossierStatus.WithdrawalAsked)
            )
            .Select(item => item.Id);
    }
}

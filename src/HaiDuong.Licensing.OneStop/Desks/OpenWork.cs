using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Việc đang chờ: whose the open steps are, what presses first and which of them are late, asked so that an index gives them in their order.</summary>
internal static class OpenWork
{
    /// <summary>
    /// The first steps of a person's desk, of those that <paramref name="narrowed"/> lets through. Each part has an index of its own and gives its own first
    /// ones, for no index orders them together.
    /// </summary>
    public static IQueryable<WorkItem> First(
        int size,
        Actor actor,
        StaffRole? role,
        OfficeDbContext db,
        Func<IQueryable<WorkItem>, IQueryable<WorkItem>> narrowed
    )
    {
        var first = Parts(actor, role, db)
            .Select(part => narrowed(part).OrderBy(item => item.PressesFrom).ThenBy(item => item.Id).Take(size).Select(item => item.Id));
        var keys = first.Aggregate((all, next) => all.Concat(next));
        return db.WorkItems.Where(item => keys.Contains(item.Id));
    }

    /// <summary>All steps of a person's desk, of one role when it is given, in no order.</summary>
    public static IQueryable<WorkItem> Of(Actor actor, StaffRole? role, OfficeDbContext db) =>
        Parts(actor, role, db).Aggregate((all, next) => all.Concat(next));

    /// <summary>
    /// What is assigned to the person, and what waits for nobody yet in each unit where they hold the role; no step is in two parts.
    /// </summary>
    private static IEnumerable<IQueryable<WorkItem>> Parts(Actor actor, StaffRole? role, OfficeDbContext db) =>
        [
            db.WorkItems.Where(item => item.AssigneeId != null && item.AssigneeId == actor.AccountId && (role == null || item.Role == role)),
            .. actor
                .Roles.Where(held => role is null || held.Role == role)
                .Select(held => (held.Role, held.Unit))
                .Distinct()
                .Select(held => db.WorkItems.Where(item => item.AssigneeId == null && item.Role == held.Role && item.Unit == held.Unit)),
        ];

    /// <summary>Việc đã quá hạn: open steps that are late themselves or belong to a late dossier, by the moments that the clock stored.</summary>
    public static IQueryable<WorkItem> Late(IQueryable<WorkItem> work, LocalDateTime now) => work.Where(item => item.PressesFrom <= now);
}

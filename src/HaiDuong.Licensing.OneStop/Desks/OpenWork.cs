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
    /// What is assigned to the person or to whoever they stand in for, and what waits for nobody yet in each unit where they hold the role; no step is in two
    /// parts. The dossier says the same of one step (<see cref="Dossier.MayDo"/>).
    /// </summary>
    private static IEnumerable<IQueryable<WorkItem>> Parts(Actor actor, StaffRole? role, OfficeDbContext db)
    {
        var held = actor.Roles.Where(one => role is null || one.Role == role).ToList();
        return
        [
            db.WorkItems.Where(item => item.AssigneeId != null && item.AssigneeId == actor.AccountId && (role == null || item.Role == role)),
            .. held.Where(one => one.By is not null)
                .GroupBy(one => (one.Role, Person: one.By!.PersonId))
                .Select(group =>
                    About(
                        db.WorkItems.Where(item => item.AssigneeId == group.Key.Person && item.Role == group.Key.Role),
                        group,
                        // Who learns a sender that is kept secret says the head alone, not an absence.
                        group.Key.Role == StaffRole.Specialist,
                        db
                    )
                ),
            .. held.GroupBy(one => (one.Role, one.Unit))
                .Select(group =>
                    About(
                        db.WorkItems.Where(item => item.AssigneeId == null && item.Role == group.Key.Role && item.Unit == group.Key.Unit),
                        group,
                        group.Key.Role == StaffRole.Specialist && group.All(one => one.By is not null),
                        db
                    )
                ),
        ];
    }

    /// <summary>What a role that is held for another opens: the procedures that it was given for, but nothing that is about that other person.</summary>
    private static IQueryable<WorkItem> About(IQueryable<WorkItem> work, IEnumerable<RoleHolding> held, bool isOpenOnly, OfficeDbContext db)
    {
        if (held.Any(one => one.By is null))
            return work;
        Guid[] people = [.. held.Select(one => one.By!.PersonId).Distinct()];
        var everything = held.Any(one => !one.By!.IsLimited);
        string[] procedures = [.. held.SelectMany(one => one.By!.Procedures).Distinct()];
        return work.Where(item =>
            db.DossierRows.Any(row =>
                row.DossierId == item.DossierId
                && (everything || procedures.Contains(row.ProcedureSlug))
                && !(isOpenOnly && row.HidesApplicant)
                && !row.ShutOut.Any(person => people.Contains(person))
            )
        );
    }

    /// <summary>Việc đã quá hạn: open steps that are late themselves or belong to a late dossier, by the moments that the clock stored.</summary>
    public static IQueryable<WorkItem> Late(IQueryable<WorkItem> work, LocalDateTime now) => work.Where(item => item.PressesFrom <= now);
}

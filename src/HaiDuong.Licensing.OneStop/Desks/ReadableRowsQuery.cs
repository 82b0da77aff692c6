using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>
/// Hồ sơ được xem: the rows that somebody finds, asked of all dossiers at once. It says in a statement what <see cref="AccessTable.MayFind"/> says of one
/// dossier; drafts are in no list.
/// </summary>
public sealed class ReadableRowsQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public IQueryable<DossierRow> Of(Actor actor)
    {
        var (organisation, today) = (catalogue.Organisation, clock.Today);
        var (everything, divisions) = SearchScope.Of(actor, organisation, today);
        var person = actor.AccountId;
        var knowsNew = SearchScope.KnowsNewSenders(actor);
        var knowsOwn = SearchScope.KnowsOwnSenders(actor);
        var isLimited = actor.Roles.Any(held => held.By is { IsLimited: true });
        var knowsSenders = SearchScope.SendersOf(actor, organisation, today);
        var own = OwnWork(actor);
        var rows = db.DossierRows.Where(row =>
            row.Status != DossierStatus.Draft
            && (
                row.OwnerAccountId == person
                || (!row.HidesApplicant && (everything || divisions.Contains(row.DivisionKey)))
                || (isLimited && !row.HidesApplicant && row.Status != DossierStatus.WithdrawalAsked && own.Any(item => item.DossierId == row.DossierId))
                || (
                    row.HidesApplicant
                    && (
                        knowsSenders.Contains(row.DivisionKey)
                        || (knowsNew && row.SpecialistId == null)
                        || (knowsOwn && row.SpecialistId == person)
                        || (row.Status != DossierStatus.WithdrawalAsked && own.Any(item => item.DossierId == row.DossierId))
                    )
                )
            )
        );
        Guid[] people = [.. actor.StandsInFor];
        return people.Length == 0 ? rows : rows.Where(row => !row.ShutOut.Any(person => people.Contains(person)));
    }

    /// <summary>Hồ sơ mở được: which of some dossiers open to somebody, for the links of a list that is not of dossiers (the rows' primary key).</summary>
    public async Task<IReadOnlySet<Guid>> OpeningAsync(Actor actor, IEnumerable<Guid?> dossiers, CancellationToken cancel)
    {
        Guid[] meant = [.. dossiers.OfType<Guid>().Distinct()];
        return meant.Length == 0
            ? new HashSet<Guid>()
            : await Of(actor).Where(row => meant.Contains(row.DossierId)).Select(row => row.DossierId).ToHashSetAsync(cancel);
    }

    /// <summary>True when somebody finds whatever a division has, or every division where none is named; but what hides its sender.</summary>
    public bool ReadsAllOf(Actor actor, string? division)
    {
        var (organisation, today) = (catalogue.Organisation, clock.Today);
        var scope = SearchScope.Of(actor, organisation, today);
        return scope.Everything
            || (
                division is null
                    ? catalogue.Versions.All(version => scope.Divisions.Contains(organisation.KeyOn(version.DivisionKey, today)))
                    : scope.Divisions.Contains(division)
            );
    }

    /// <summary>The open steps that somebody may do, agencies' apart.</summary>
    private IQueryable<WorkItem> OwnWork(Actor actor) =>
        actor
            .Roles.Where(held => held.Role is not (StaffRole.Applicant or StaffRole.ConsultedAgency))
            .Select(held => (Held: held, Person: held.By?.PersonId))
            .Select(one =>
                Counted(
                    one.Held,
                    db.WorkItems.Where(item =>
                        item.Role == one.Held.Role
                        && item.Unit == one.Held.Unit
                        && (item.AssigneeId == null || item.AssigneeId == actor.AccountId || item.AssigneeId == one.Person)
                    )
                )
            )
            .Concat(
                actor
                    .Roles.Where(held => held.Role == StaffRole.DivisionHead)
                    .Select(head => Counted(head, db.WorkItems.Where(item => item.Role == StaffRole.Specialist && item.Unit == head.Unit)))
            )
            .DefaultIfEmpty(db.WorkItems.Where(item => false))
            .Aggregate((all, next) => all.Concat(next));

    /// <summary>What of the work a role opens that is held for another (<see cref="Dossier.Towards"/>).</summary>
    private IQueryable<WorkItem> Counted(RoleHolding held, IQueryable<WorkItem> work)
    {
        var isOpenOnly = held is { By: not null, Role: StaffRole.Specialist };
        string[] procedures = [.. held.By?.Procedures ?? []];
        return !isOpenOnly && procedures.Length == 0
            ? work
            : work.Where(item =>
                db.DossierRows.Any(row =>
                    row.DossierId == item.DossierId && (procedures.Length == 0 || procedures.Contains(row.ProcedureSlug)) && !(isOpenOnly && row.HidesApplicant)
                )
            );
    }
}

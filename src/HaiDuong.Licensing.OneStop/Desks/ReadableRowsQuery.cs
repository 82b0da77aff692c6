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
        var (isClerk, isSpecialist) = (actor.Is(StaffRole.CounterClerk), actor.Is(StaffRole.Specialist));
        string[] knowsSenders =
        [
            .. SearchScope.UnitsOf(actor, StaffRole.DivisionHead),
            .. SearchScope.DivisionsOf(actor, organisation, today, StaffRole.Leader),
        ];
        var own = OwnWork(actor);
        return db.DossierRows.Where(row =>
            row.Status != DossierStatus.Draft
            && (
                row.OwnerAccountId == person
                || (!row.HidesApplicant && (everything || divisions.Contains(row.DivisionKey)))
                || (
                    row.HidesApplicant
                    && (
                        knowsSenders.Contains(row.DivisionKey)
                        || (isClerk && row.SpecialistId == null)
                        || (isSpecialist && row.SpecialistId == person)
                        || (row.Status != DossierStatus.WithdrawalAsked && own.Any(item => item.DossierId == row.DossierId))
                    )
                )
            )
        );
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
            .Select(held =>
                db.WorkItems.Where(item => item.Role == held.Role && item.Unit == held.Unit && (item.AssigneeId == null || item.AssigneeId == actor.AccountId))
            )
            .Concat(
                SearchScope
                    .UnitsOf(actor, StaffRole.DivisionHead)
                    .Select(unit => db.WorkItems.Where(item => item.Role == StaffRole.Specialist && item.Unit == unit))
            )
            .DefaultIfEmpty(db.WorkItems.Where(item => false))
            .Aggregate((all, next) => all.Concat(next));
}

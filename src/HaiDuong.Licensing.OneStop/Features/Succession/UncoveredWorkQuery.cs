using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>Why open work or a role is out of place.</summary>
public enum UncoveredReason
{
    /// <summary>The unit has ended; the work waits to be moved, or nobody succeeded.</summary>
    UnitEnded,

    /// <summary>Nobody holds the role in the unit today.</summary>
    NobodyThere,

    /// <summary>A role is held in a unit that has ended.</summary>
    RoleLeftBehind,
}

/// <summary>Open steps of a role in a unit that nobody would do, or roles held in a unit that is gone.</summary>
public sealed record UncoveredWork(UncoveredReason Reason, StaffRole Role, string Unit, int Count);

/// <summary>Việc không có người giữ: what would fall between units. Empty is how it must be.</summary>
public sealed class UncoveredWorkQuery(OfficeDbContext db, StaffDirectory staff, ProcedureCatalogue catalogue)
{
    public async Task<IReadOnlyList<UncoveredWork>> ReadAsync(CancellationToken cancel)
    {
        var organisation = catalogue.Organisation;
        var held = await staff.HeldRolesAsync(cancel);
        var steps = await db
            .WorkItems.AsNoTracking()
            .Where(item => item.Role != StaffRole.Applicant && item.Role != StaffRole.ConsultedAgency)
            .GroupBy(item => new { item.Role, item.Unit })
            .Select(group => new
            {
                group.Key.Role,
                group.Key.Unit,
                Count = group.Count(),
            })
            .ToListAsync(cancel);
        bool IsGone(string unit) => organisation.Find(unit) is not null && organisation.Living(unit, held.Today)?.Key != unit;
        bool IsHeld(StaffRole role, string unit) =>
            held.Holdings.Any(one =>
                one.Role == role && one.Covers(held.Today) && organisation.KeyOn(one.Unit, held.Today) == organisation.KeyOn(unit, held.Today)
            );
        return
        [
            .. steps.Where(step => IsGone(step.Unit)).Select(step => new UncoveredWork(UncoveredReason.UnitEnded, step.Role, step.Unit, step.Count)),
            .. steps
                .Where(step =>
                    !IsGone(step.Unit) && !IsHeld(step.Role, step.Unit) && !(step.Role == StaffRole.Specialist && IsHeld(StaffRole.DivisionHead, step.Unit))
                )
                .Select(step => new UncoveredWork(UncoveredReason.NobodyThere, step.Role, step.Unit, step.Count)),
            .. held
                .Holdings.Where(one => IsGone(one.Unit))
                .CountBy(one => (one.Role, one.Unit))
                .Select(group => new UncoveredWork(UncoveredReason.RoleLeftBehind, group.Key.Role, group.Key.Unit, group.Value)),
        ];
    }
}

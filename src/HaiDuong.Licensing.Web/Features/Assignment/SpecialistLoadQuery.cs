using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Assignment;

/// <summary>A specialist with the open work on their desk, and how much of it is late.</summary>
public sealed record SpecialistLoad(Assignee Person, int Open, int Overdue);

/// <summary>The specialists of a division, the least loaded first.</summary>
public sealed class SpecialistLoadQuery(OfficeDbContext db, StaffDirectory staff)
{
    public async Task<IReadOnlyList<SpecialistLoad>> ReadAsync(string division, LocalDateTime now, CancellationToken cancel)
    {
        var people = await staff.HoldersAsync(StaffRole.Specialist, division, cancel);
        List<Guid?> ids = [.. people.Select(person => (Guid?)person.AccountId)];
        var loads = await db.WorkItems.AsNoTracking().Where(item => ids.Contains(item.AssigneeId))
            .GroupBy(item => item.AssigneeId)
            .Select(items => new { Id = items.Key, Open = items.Count(), Overdue = items.Count(item => item.DueAt < now) })
            .ToListAsync(cancel);
        return [.. people
            .Select(person => loads.FirstOrDefault(load => load.Id == person.AccountId) is { } load
                ? new SpecialistLoad(person, load.Open, load.Overdue)
                : new SpecialistLoad(person, 0, 0))
            .OrderBy(load => load.Open)];
    }
}

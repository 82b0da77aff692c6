using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>A specialist with the open work on their desk, how much of it is late, and, while they are away, until when and who stands in.</summary>
public sealed record SpecialistLoad(Assignee Person, int Open, int Overdue)
{
    public StandIn? Away { get; init; }
}

/// <summary>The specialists of a division, who is there before who is away, the least loaded first.</summary>
public sealed class SpecialistLoadQuery(OfficeDbContext db, StaffDirectory staff)
{
    public async Task<IReadOnlyList<SpecialistLoad>> ReadAsync(string division, LocalDateTime now, CancellationToken cancel)
    {
        var people = await staff.HoldersAsync(StaffRole.Specialist, division, cancel);
        List<Guid?> ids = [.. people.Select(person => (Guid?)person.AccountId)];
        var held = db.WorkItems.AsNoTracking().Where(item => ids.Contains(item.AssigneeId));
        var open = await CountAsync(held, cancel);
        var overdue = await CountAsync(OpenWork.Late(held, now), cancel);
        var away = await staff.AwayAsync(cancel);
        return
        [
            .. people
                .Select(person => new SpecialistLoad(person, open.GetValueOrDefault(person.AccountId), overdue.GetValueOrDefault(person.AccountId))
                {
                    Away = away.FirstOrDefault(fact => fact.PersonId == person.AccountId && fact.Concerns(StaffRole.Specialist)),
                })
                .OrderBy(load => load.Away is not null)
                .ThenBy(load => load.Open),
        ];
    }

    private static Task<Dictionary<Guid, int>> CountAsync(IQueryable<WorkItem> work, CancellationToken cancel) =>
        work.GroupBy(item => item.AssigneeId!.Value)
            .Select(items => new { items.Key, Count = items.Count() })
            .ToDictionaryAsync(load => load.Key, load => load.Count, cancel);
}

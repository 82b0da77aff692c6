using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>Chuyên viên của các phòng được xem: who may have work there, also who has none; and who is away.</summary>
/// <param name="Name">Name of the person.</param>
/// <param name="Division">The division.</param>
/// <param name="Away">Null for who is there.</param>
public sealed record BoardPerson(string Name, string Division, StandIn? Away);

/// <summary>The specialists of the divisions that somebody reads, by account.</summary>
public sealed class BoardPeopleQuery(ReadableRowsQuery readable, StaffDirectory staff, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <param name="actor">Who looks.</param>
    /// <param name="unit">Of this division alone; of all where none is named.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyDictionary<string, BoardPerson>> ReadAsync(Actor actor, string? unit, CancellationToken cancel)
    {
        var away = (await staff.AwayAsync(cancel)).Where(fact => fact.Concerns(StaffRole.Specialist)).ToLookup(fact => fact.PersonId);
        return (
            from member in await staff.MembersAsync(cancel)
            from held in member.Roles
            where held.Role == StaffRole.Specialist
            let division = catalogue.Organisation.KeyOn(held.Unit, clock.Today)
            where (unit is null || division == unit) && readable.ReadsAllOf(actor, division)
            group new BoardPerson(member.Name, division, away[member.AccountId].FirstOrDefault()) by member.AccountId.ToString()
        ).ToDictionary(people => people.Key, people => people.First(), StringComparer.Ordinal);
    }
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>
/// Bên giao, bên nhận: at which counters, and for which divisions, somebody gives and takes dossiers on paper; for a division its own people and the registry
/// of its department. The one rule of pages, statements and acts.
/// </summary>
public sealed record TransferSides(string[] Counters, string[] Divisions)
{
    public static TransferSides Of(Actor actor, Organisation organisation, LocalDate today) =>
        new(
            [.. SearchScope.UnitsOf(actor, StaffRole.CounterClerk)],
            [
                .. SearchScope.UnitsOf(actor, StaffRole.Specialist, StaffRole.DivisionHead),
                .. SearchScope.DivisionsOf(actor, organisation, today, StaffRole.RegistryClerk),
            ]
        );

    public bool Gives(TransferWay way, string division, string counter) =>
        way == TransferWay.ToDivision ? Counters.Contains(counter) : Divisions.Contains(division);

    public bool Gives(TransferList list) => Gives(list.Way, list.Division, list.Counter);

    public bool Takes(TransferList list) => list.Way == TransferWay.ToDivision ? Divisions.Contains(list.Division) : Counters.Contains(list.Counter);
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Transfers;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Demo;

/// <summary>
/// Bàn giao hồ sơ giấy of the demo office: everything that waits, by counter and divisions, at a few moments; the last lists nobody has received yet.
/// </summary>
internal static class DemoTransfers
{
    /// <summary>In working hours before the office was made.</summary>
    public static readonly DemoAct[] Moments = [new("hand-over", 150), new("hand-over", 86), new("hand-over", 44), new("give", 24)];

    /// <summary>Makes a list for each desk at which something waits and, unless it is only given, has the other side receive it.</summary>
    public static async Task DoAsync(OfficeInTime office, IReadOnlyDictionary<string, Actor> people, string verb, CancellationToken cancel)
    {
        var organisation = office.Rulebooks.Catalogue.Organisation;
        foreach (var person in people.Values.Select(person => person with { Roles = organisation.WithInherited(person.Roles) }))
        {
            await using var desk = office.Desk();
            var (waiting, make) = (desk.ServiceProvider.GetRequiredService<WaitingPapersQuery>(), desk.ServiceProvider.GetRequiredService<MakeTransfer>());
            foreach (var (place, count) in await waiting.CountAsync(waiting.DesksOf(person), cancel))
            {
                if (count == 0)
                    continue;
                var dossiers = await waiting.Of(place).Select(row => row.DossierId).ToListAsync(cancel);
                var (made, refusals) = await make.DoAsync(new MakeTransferRequest(place.Way, place.Division, dossiers), person, cancel);
                if (made is not { } list)
                    throw new JourneyException($"'{verb}' was refused: {string.Join("; ", refusals)}");
                if (verb != "give")
                    await ReceiveAsync(office, people.Values, list, cancel);
            }
        }
    }

    /// <summary>Whether lists were made at or after a moment: an office whose making was cut short goes on after them.</summary>
    public static async Task<bool> IsDoneAsync(OfficeInTime office, NodaTime.Instant moment, CancellationToken cancel)
    {
        await using var desk = office.Desk();
        return await desk.ServiceProvider.GetRequiredService<OfficeDbContext>().TransferLists.AnyAsync(list => list.MadeAt >= moment, cancel);
    }

    private static async Task ReceiveAsync(OfficeInTime office, IEnumerable<Actor> people, Guid id, CancellationToken cancel)
    {
        await using var desk = office.Desk();
        var lists = desk.ServiceProvider.GetRequiredService<TransferListsQuery>();
        var list = await desk.ServiceProvider.GetRequiredService<OfficeDbContext>().TransferLists.AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        var taker = people.First(person => person.AccountId != list.MadeById && lists.SidesOf(person).Takes(list));
        var refusals = await desk
            .ServiceProvider.GetRequiredService<ReceiveTransfer>()
            .DoAsync(new ReceiveTransferRequest(id, null, new Dictionary<Guid, string>()), taker, cancel);
        if (refusals.Count > 0)
            throw new JourneyException($"A hand-over was refused: {string.Join("; ", refusals)}");
    }
}

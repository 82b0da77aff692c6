using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Absences;

/// <summary>Somebody who is away, and how many open dossiers wait on their desk of those that the reader finds.</summary>
public sealed record AbsentDesk(StandIn Fact, int Dossiers)
{
    public string Href => new DossierFilter { Holder = Fact.PersonId.ToString() }.Href();
}

/// <summary>Người ký được: somebody who could sign for an office on a day, under which block and by which document.</summary>
public sealed record PossibleSigner(string Office, string Name, IReadOnlyList<string> Lines, Mandate? By);

/// <summary>What the page shows of what somebody may record.</summary>
public sealed record StandInPage(
    IReadOnlyList<StandIn> Standing,
    IReadOnlyList<StandIn> History,
    IReadOnlyList<AbsentDesk> Absent,
    IReadOnlyList<PossibleSigner> Signers
)
{
    /// <summary>Replaced by a later fact, or withdrawn by it.</summary>
    public bool IsReplaced(StandIn fact) => History.Concat(Standing).Any(later => later.Replaces == fact.Id);
}

/// <summary>Who is away, who stands in, by what they sign, and what waits on the desks of those who are away.</summary>
public sealed class StandInsQuery(
    OfficeDbContext db,
    StandInCaseQuery known,
    StaffDirectory staff,
    ReadableRowsQuery readable,
    ProcedureCatalogue catalogue,
    OfficeClock clock
)
{
    public async Task<StandInPage> ReadAsync(Actor actor, LocalDate day, CancellationToken cancel)
    {
        var all = await known.ReadAsync(cancel);
        var mine = all.All.Where(fact => StandInRules.MayRecord(actor, StandInRules.Covered(fact, all.Case), all.Case)).ToList();
        var standing = all.Case.Known.Standing().Where(fact => mine.Contains(fact) && !(fact.ValidTo < clock.Today)).ToList();
        return new StandInPage(
            [.. standing.OrderBy(fact => fact.ValidFrom).ThenBy(fact => fact.Id)],
            [.. mine.Except(standing).OrderByDescending(fact => fact.Id)],
            await AbsentAsync(standing.Where(fact => fact.IsAway && fact.IsOn(clock.Today)), actor, cancel),
            SignersOn(day, all)
        );
    }

    private async Task<IReadOnlyList<AbsentDesk>> AbsentAsync(IEnumerable<StandIn> away, Actor actor, CancellationToken cancel)
    {
        var members = await staff.MembersAsync(cancel);
        var desks = new List<AbsentDesk>();
        foreach (var fact in away)
        {
            var member = members.FirstOrDefault(one => one.AccountId == fact.PersonId);
            var desk = OpenWork.Of(new Actor(fact.PersonId, fact.PersonName, member?.Reach ?? []), null, db);
            // As the list of dossiers counts them, which the number opens.
            var count = await readable
                .Of(actor)
                .Where(DossierRow.InTheOffice)
                .CountAsync(row => row.Status != DossierStatus.ResultReady && desk.Any(item => item.DossierId == row.DossierId), cancel);
            desks.Add(new AbsentDesk(fact, count));
        }

        return desks;
    }

    /// <summary>Ai ký được ngày đó: the heads, and whoever was given their signature.</summary>
    private List<PossibleSigner> SignersOn(LocalDate day, KnownStandIns all) =>
        [
            .. from office in catalogue.Organisation.Offices
            where office.IsDepartment && office.Exists(day)
            from person in all.Names
            from held in all.Case.Known.HeldBy(person.Key, all.Case.Roles, day)
            where catalogue.Organisation.OfficeWith(held.Unit) == office && SigningAuthority.Gives(held, office)
            orderby office.Name, held.By is not null, person.Value
            select new PossibleSigner(office.Name, person.Value, SigningAuthority.LinesOf(held, office), held.By),
        ];
}

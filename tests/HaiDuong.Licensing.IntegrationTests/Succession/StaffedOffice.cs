using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Calendars;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Succession;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Succession;

/// <summary>An office with accounts whose roles are stored, so that they move with their units; each acts with what they hold that day.</summary>
internal static class StaffedOffice
{
    public const string Permit = "publishing-permit";

    public static async Task<TestOffice> OpenAsync(LocalDateTime at)
    {
        var office = await TestOffice.OpenAsync(at);
        await office.AtDeskAsync(async desk =>
        {
            await DemoPeople.CreateAsync(desk, at.Date, at.Date, CancellationToken.None);
            return 0;
        });
        return office;
    }

    /// <summary>Somebody as the pages know them on the day: their roles, and those inherited from units that theirs succeeded.</summary>
    public static Task<Actor> AsAsync(this TestOffice office, string userName) =>
        office.AtDeskAsync(async desk =>
        {
            var (db, today) = (desk.GetRequiredService<OfficeDbContext>(), desk.GetRequiredService<OfficeClock>().Today);
            var account = await db.Users.SingleAsync(user => user.UserName == userName);
            var roles = await db
                .RoleAssignments.Where(held => held.AccountId == account.Id && held.ValidFrom <= today && (held.ValidTo == null || held.ValidTo >= today))
                .Select(held => new RoleHolding(held.Role, held.Unit, held.TitleKey))
                .ToListAsync();
            return new Actor(account.Id, account.DisplayName, office.Time.Rulebooks.Catalogue.Organisation.WithInherited(roles));
        });

    public static Task GiveAsync(this TestOffice office, string userName, RoleHolding holding) =>
        office.AtDeskAsync(async desk =>
        {
            var account = await desk.GetRequiredService<OfficeDbContext>().Users.SingleAsync(user => user.UserName == userName);
            var given = await desk.GetRequiredService<StaffAccounts>()
                .GiveRoleAsync(account.Id, holding, desk.GetRequiredService<OfficeClock>().Today, Actor.System, CancellationToken.None);
            return given.Done ? given : throw new InvalidOperationException(string.Join("; ", given.Refusals));
        });

    public static Task<MovedWork> MoveAsync(this TestOffice office) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<MoveToSuccessors>().DoAsync(CancellationToken.None));

    public static Task<Dossier> WholeAsync(this TestOffice office, Guid id) => office.ReadAsync(id);

    /// <summary>A permit submitted and accepted now.</summary>
    public static async Task<Guid> AcceptedPermitAsync(this TestOffice office, int number)
    {
        var id = await office.SubmitAsync(Permit, number);
        await office.AcceptAsync(id);
        return id;
    }

    /// <summary>Goes on with a permit until a step waits, an hour an act.</summary>
    public static async Task ReachAsync(this TestOffice office, Guid id, string step)
    {
        while (await office.WholeAsync(id) is var dossier && dossier.Work.All(item => item.StepId != step))
        {
            office.SetTime(OfficeClock.ToLocal(office.Time.Clock.Now).PlusMinutes(20));
            TestOffice.Sure(await (await office.DriverAsync()).NextAsync(id));
        }
    }

    public static async Task<ActResult> SignAsync(this TestOffice office, Guid id) => await (await office.DriverAsync()).DoAsync(id, "sign");

    public static async Task<ActResult> IssueAsync(this TestOffice office, Guid id) => await (await office.DriverAsync()).DoAsync(id, "issue");

    /// <summary>Drives permits by the staff of the day.</summary>
    private static async Task<DossierDriver> DriverAsync(this TestOffice office)
    {
        var people = new List<Actor>();
        foreach (var person in DemoPeople.All.Where(person => person.Post is not null))
            people.Add(await office.AsAsync(person.UserName));
        return new DossierDriver(office.Time.Services, people, Permit);
    }
}

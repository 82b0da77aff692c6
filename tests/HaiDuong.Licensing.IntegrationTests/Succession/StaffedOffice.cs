using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Calendars;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Features.Fees;
using HaiDuong.Licensing.OneStop.Features.Registry;
using HaiDuong.Licensing.OneStop.Features.Review;
using HaiDuong.Licensing.OneStop.Features.Signing;
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
    public static Task<Actor> AsAsync(this TestOffice office, string userName) => office.AtDeskAsync(async desk =>
    {
        var (db, today) = (desk.GetRequiredService<OfficeDbContext>(), desk.GetRequiredService<OfficeClock>().Today);
        var account = await db.Users.SingleAsync(user => user.UserName == userName);
        var roles = await db.RoleAssignments.Where(held => held.AccountId == account.Id && held.ValidFrom <= today && (held.ValidTo == null || held.ValidTo >= today))
            .Select(held => new RoleHolding(held.Role, held.Unit, held.TitleKey)).ToListAsync();
        return new Actor(account.Id, account.DisplayName, office.Time.Rulebooks.Catalogue.Organisation.WithInherited(roles));
    });

    public static Task GiveAsync(this TestOffice office, string userName, RoleHolding holding) => office.AtDeskAsync(async desk =>
    {
        var account = await desk.GetRequiredService<OfficeDbContext>().Users.SingleAsync(user => user.UserName == userName);
        var given = await desk.GetRequiredService<StaffAccounts>().GiveRoleAsync(account.Id, holding, desk.GetRequiredService<OfficeClock>().Today, Actor.System, CancellationToken.None);
        return given.Done ? given : throw new InvalidOperationException(string.Join("; ", given.Refusals));
    });

    public static Task<MovedWork> MoveAsync(this TestOffice office) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<MoveToSuccessors>().DoAsync(CancellationToken.None));

    public static Task<Dossier> WholeAsync(this TestOffice office, Guid id) => office.AtDeskAsync(async desk =>
    {
        var store = desk.GetRequiredService<DossierStore>();
        var dossier = (await store.FindAsync(id, CancellationToken.None))!;
        await store.LoadHistoryAsync(dossier, CancellationToken.None);
        return dossier;
    });

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
            TestOffice.Sure(await office.NextAsync(dossier));
        }
    }

    private static async Task<ActResult> NextAsync(this TestOffice office, Dossier dossier)
    {
        var (specialist, head) = (await office.AsAsync("chuyen-vien-bao-chi"), await office.AsAsync("truong-phong-bao-chi"));
        var (id, step) = (dossier.Id, dossier.Work[0].StepId);
        var rules = office.Time.Rulebooks.For(dossier);
        var fields = SampleForms.Result(rules.Procedure, dossier, null, OfficeClock.ToLocal(office.Time.Clock.Now), 2);
        CheckResult[] checks = [.. rules.Procedure.Checks.Select(check => new CheckResult(check.Key, true, null))];
        return step switch
        {
            "assign" => await office.ActAsync<AssignDossier>(act => act.DoAsync(new(id, null, specialist.AccountId!.Value, null), head, default)),
            "appraise" => await office.ActAsync<AppraiseDossier>(act => act.DoAsync(new(id, null, step, checks, null), specialist, default)),
            "collect-fee" => await office.PayAsync(dossier, await office.AsAsync("ke-toan")),
            "draft" => await office.ActAsync<DraftResult>(act => act.DoAsync(new(id, null, step, DecisionKind.Grant, fields, [], null), specialist, default)),
            "review" => await office.ActAsync<ApproveDraft>(act => act.DoAsync(new(id, null, step, null), head, default)),
            "sign" => await office.SignAsync(id),
            "issue" => await office.IssueAsync(id),
            _ => throw new InvalidOperationException($"Nobody is told how to do step {step}."),
        };
    }

    public static async Task<ActResult> SignAsync(this TestOffice office, Guid id)
    {
        var leader = await office.AsAsync("giam-doc");
        return await office.ActAsync<SignResult>(act => act.DoAsync(new(id, null, "sign"), ProvedActor.WithoutSession(leader), default));
    }

    public static async Task<ActResult> IssueAsync(this TestOffice office, Guid id)
    {
        var registry = await office.AsAsync("van-thu");
        return await office.ActAsync<IssueResult>(act => act.DoAsync(new(id, null, "issue"), registry, default));
    }

    private static Task<ActResult> PayAsync(this TestOffice office, Dossier dossier, Actor accountant) =>
        office.ActAsync<RecordPayment>(act => act.DoAsync(new(dossier.Id, null, (long)dossier.FeesDue, "PT-0001", "Chuyển khoản"), accountant, default));

    private static Task<ActResult> ActAsync<TAct>(this TestOffice office, Func<TAct, Task<ActResult>> act)
        where TAct : notnull => office.AtDeskAsync(desk => act(desk.GetRequiredService<TAct>()));
}

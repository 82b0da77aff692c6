using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

/// <summary>A clock that jumps (fault 18): no reminder, no expiry and no removal by it, until it is right again or an administrator says that it is.</summary>
public sealed class ClockJumpTests
{
    private const string Page = "/quan-tri/kiem-tra-du-lieu";
    private DeskHost host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync(null, ("Office:Demo", "false"));
        await PermitApplication.DeclareAsync(host.Visitor());
        var visitor = host.Visitor();
        var reference = await PermitApplication.PrepareAsync(visitor);
        await visitor.SendAsync($"{PermitApplication.Start}/xem-lai/{reference}");
        var id = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Dossiers.Where(dossier => dossier.Reference == reference).Select(dossier => dossier.Id).SingleAsync()
        );
        await host.AtDeskAsync(desk => desk.GetRequiredService<AcceptDossier>().DoAsync(new(id, null), host.Actors["mot-cua"], CancellationToken.None));
        await RunJobsAsync();
    }

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Jobs_OnAClockAYearAhead_EndNothing_UntilAnAdministratorConfirms()
    {
        var before = await CountAsync();
        var administrator = await host.AsAsync("quan-tri");

        host.Clock.AdvanceDays(365);
        await RunJobsAsync();
        var held = await CountAsync();
        var health = await host.CreateClient().GetStringAsync("/health/ready");
        var page = await administrator.GetAsync(Page);
        var refused = await host.AtDeskAsync(desk => desk.GetRequiredService<ConfirmClock>().DoAsync(host.Actors["van-thu"], CancellationToken.None));
        await RunJobsAsync();
        var heldStill = await CountAsync();
        await administrator.GetAsync(Page);
        await administrator.PostAsync(Page + "?handler=Clock", []);
        await RunJobsAsync();
        var after = await CountAsync();

        Assert.That((held, heldStill), Is.EqualTo((before, before)));
        Assert.That(health, Does.Contain("clock: Degraded. It says 2026-09-08 02:00 UTC, while 2025-09-08 02:00"));
        Assert.That(page.Html, Does.Contain("Đồng hồ đúng, chạy tiếp").And.Contain("09:00 08/09/2026"));
        Assert.That(refused.Select(refusal => refusal.Code), Is.EqualTo((string[])["AdministratorOnly"]));
        Assert.That(after.Drafts, Is.EqualTo(before.Drafts - 1), "the forgotten draft is over");
        Assert.That(after.Notices, Is.GreaterThan(before.Notices), "and the late dossier is told of");
        Assert.That(
            await host.AtDeskAsync(desk =>
                desk.GetRequiredService<OfficeDbContext>().SecurityEvents.CountAsync(one => one.Kind == SecurityEventKind.ClockConfirmed)
            ),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task Jobs_WhenTheClockIsPutRight_GoOnByThemselves()
    {
        var before = await CountAsync();

        host.Clock.AdvanceDays(365);
        await RunJobsAsync();
        host.Clock.AdvanceDays(-365);
        await RunJobsAsync();
        var right = await host.AtDeskAsync(desk => desk.GetRequiredService<ClockGuard>().LookAsync(CancellationToken.None));
        for (var day = 0; day <= VisitorDrafts.Life.Days; day++)
        {
            host.Clock.AdvanceDays(1);
            await RunJobsAsync();
        }

        Assert.That(right, Is.Null);
        Assert.That((await CountAsync()).Drafts, Is.EqualTo(before.Drafts - 1), "its time is over now, day by day");
    }

    private Task<bool> RunJobsAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var jobs = ActivatorUtilities.CreateInstance<JobRuns>(desk);
            await jobs.WatchDeadlinesAsync(CancellationToken.None);
            await jobs.ExpireSupplementsAsync(CancellationToken.None);
            await jobs.WarnOfExpiryAsync(CancellationToken.None);
            await jobs.RemoveExpiredAsync(CancellationToken.None);
            return true;
        });

    private Task<(int Drafts, int Notices)> CountAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            return (await db.Dossiers.CountAsync(), await db.Notices.CountAsync());
        });
}

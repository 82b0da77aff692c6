using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>
/// Whoever opened a dossier that hides its sender, by whichever door, stands in the security log; who the sender is and the reference do not. In an office of
/// its own: what the visitors of other fixtures open would stand in the same log.
/// </summary>
public sealed class HiddenDossierLogTests
{
    private static readonly SecurityEventKind[] Kinds =
    [
        SecurityEventKind.HiddenDossierRead,
        SecurityEventKind.HiddenSlipRead,
        SecurityEventKind.HiddenDossierEntered,
        SecurityEventKind.HiddenDossierOpenedByPass,
        SecurityEventKind.HiddenDossierOpenedByOwner,
    ];

    private DoorHost host = null!;
    private long last;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DoorHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [SetUp]
    public async Task BeginAsync() => last = await host.AskAsync<long>("SELECT coalesce(max(id), 0) FROM security_events");

    [Test]
    public async Task ByReference_TheEntryAndEachPageAndFileAreNoted()
    {
        var visitor = host.Visitor();
        var file = host.Settled.Slips.First(slip => slip.Kind == SlipKind.Receipt).FileHash;
        await visitor.OpenAsync("/tra-cuu");
        var found = await visitor.SendAsync("/tra-cuu", ("code", host.Settled.Reference), ("number", ""));
        await visitor.OpenAsync(found.Location!);
        await visitor.OpenAsync($"{found.Location}/thoi-han");
        await visitor.OpenAsync($"{found.Location}/tep/{file}");

        var noted = await NotedAsync();

        var here = VisitorPass.Folder + host.Settled.Code;
        Assert.That(
            noted.Select(one => (one.Kind, one.About)),
            Is.EqualTo(
                new[]
                {
                    (SecurityEventKind.HiddenDossierEntered, $"{host.Settled.Code} POST /tra-cuu"),
                    (SecurityEventKind.HiddenDossierOpenedByPass, $"{host.Settled.Code} {here}"),
                    (SecurityEventKind.HiddenDossierOpenedByPass, $"{host.Settled.Code} {here}/thoi-han"),
                    (SecurityEventKind.HiddenDossierOpenedByPass, $"{host.Settled.Code} {here}/tep/{file}"),
                }
            )
        );
        Assert.That(noted.Select(one => (one.AccountId, one.Name)), Is.All.EqualTo(((Guid?)null, "")));
        Assert.That(noted.Select(one => one.Address), Has.None.Empty);
    }

    [Test]
    public async Task ByTheSendersAccount_TheOpeningIsNoted_WithoutTheAccount()
    {
        var owner = new PageVisitor(await host.LoggedInAsync("nguoi-nop"));
        await BeginAsync();
        await owner.OpenAsync(VisitorPass.Folder + host.Settled.Reference);
        await owner.OpenAsync(VisitorPass.Folder + host.Settled.Reference + "/thoi-han");

        var noted = await NotedAsync();

        Assert.That(
            noted.Select(one => (one.Kind, one.AccountId, one.Name)),
            Is.EqualTo(Enumerable.Repeat((SecurityEventKind.HiddenDossierOpenedByOwner, (Guid?)null, ""), 2))
        );
    }

    [Test]
    public async Task ByStaff_APageAndASlipAreNoted_WithTheName()
    {
        var clerk = new PageVisitor(await host.LoggedInAsync("mot-cua"));
        await BeginAsync();
        var slip = host.Accepted.Slips.Single();
        await clerk.OpenAsync($"/ho-so/{host.Accepted.Id}");
        var opened = await clerk.OpenAsync($"/ho-so/{host.Accepted.Id}?handler=Slip&hash={slip.FileHash}");

        var noted = await NotedAsync();

        Assert.That(opened.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            noted.Select(one => one.Kind),
            Is.EqualTo(new[] { SecurityEventKind.HiddenDossierRead, SecurityEventKind.HiddenDossierRead, SecurityEventKind.HiddenSlipRead })
        );
        Assert.That(noted[^1].About, Is.EqualTo($"{host.Accepted.Code} Receipt /ho-so/{host.Accepted.Id}"));
        Assert.That(noted.Select(one => one.AccountId), Has.None.Null);
        Assert.That(noted.Select(one => one.Name), Has.None.Empty);
    }

    [Test]
    public async Task Ordinary_IsNotNoted()
    {
        var visitor = host.Visitor();
        await visitor.OpenAsync("/tra-cuu");
        var found = await visitor.SendAsync("/tra-cuu", ("code", host.Ordinary.Reference), ("number", host.Ordinary.Applicant.IdentityNumber));

        Assert.That((await visitor.OpenAsync(found.Location!)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await NotedAsync(), Is.Empty);
    }

    [Test]
    public async Task Administrator_FindsThemByKindAndByCode_AndIsToldNoSender()
    {
        foreach (var dossier in new[] { host.Sent, host.Accepted })
        {
            var visitor = host.Visitor();
            await visitor.OpenAsync("/tra-cuu");
            await visitor.OpenAsync((await visitor.SendAsync("/tra-cuu", ("code", dossier.Reference), ("number", ""))).Location!);
        }

        var administrator = new PageVisitor(await host.LoggedInAsync("quan-tri"));
        var kind = $"/quan-tri/nhat-ky-an-ninh?loai={nameof(SecurityEventKind.HiddenDossierOpenedByPass)}";

        var page = await administrator.OpenAsync(kind);
        var one = await administrator.OpenAsync($"{kind}&ve={host.Accepted.Code}");

        Assert.That(page.Text, Does.Contain(host.Sent.Id.ToString()).And.Contain(host.Accepted.Code!).And.Contain("Người nộp (không ghi tên)"));
        Assert.That(one.Text, Does.Contain($"{host.Accepted.Code} {VisitorPass.Folder}{host.Accepted.Code}").And.Not.Contain(host.Sent.Id.ToString()));
        foreach (var dossier in host.Hidden)
            Assert.That(page.Text, Does.Not.Contain(dossier.Reference).And.Not.Contain(dossier.Applicant.Name));
    }

    private async Task<IReadOnlyList<SecurityEvent>> NotedAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<OfficeDbContext>()
            .SecurityEvents.AsNoTracking()
            .Where(one => one.Id > last && Kinds.Contains(one.Kind))
            .OrderBy(one => one.Id)
            .ToListAsync();
    }
}

using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Succession;

/// <summary>The administrator's page of the organisation.</summary>
public sealed class StructurePageTests
{
    private const string Address = "/quan-tri/to-chuc";

    private DeskHost host = null!;

    [SetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task AsOf_ShowsTheOfficesOfTheDay()
    {
        var administrator = await host.AsAsync("quan-tri");

        var today = await administrator.GetAsync(Address);
        var before = await administrator.GetAsync($"{Address}?tai=31/12/2024");

        Assert.That(today.Html, Does.Contain("id=\"skhcn-hai-phong\"").And.Contain("id=\"vhttdl-hai-phong\"").And.Not.Contain("id=\"stttt-hai-duong\""));
        Assert.That(before.Html, Does.Contain("id=\"stttt-hai-duong\"").And.Contain("Số: …/…-STTTT").And.Not.Contain("id=\"skhcn-hai-phong\""));
        Assert.That(
            (await administrator.GetAsync($"{Address}?handler=Seal&office=stttt-hai-duong")).Raw.Content.Headers.ContentType!.MediaType,
            Is.EqualTo("image/png")
        );
    }

    [Test]
    public async Task Announcement_IsLookedAtFirst_ThenOnlyAdded_AndNothingMovesBeforeItsDay()
    {
        var id = await host.AcceptedDossierAsync();
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync(Address);

        var preview = await administrator.PostAsync($"{Address}?handler=Preview", Form("01/01/2026"));
        var kept = await CountAsync();
        var announced = await administrator.PostAsync($"{Address}?handler=Announce", Form("01/01/2026"));
        await administrator.PostAsync($"{Address}?handler=Move", []);

        Assert.That(preview.Html, Does.Contain("1 hồ sơ đang mở").And.Contain("01/01/2026"));
        Assert.That((kept, await CountAsync()), Is.EqualTo((0, 1)));
        Assert.That(announced.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await host.DossierAsync(id)).DivisionKey, Is.EqualTo(Units.Press));
        Assert.That(
            () => host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlAsync($"UPDATE unit_successions SET successor = 'x'")),
            Throws.InstanceOf<Npgsql.PostgresException>()
        );
    }

    [Test]
    public async Task Announcement_OfAPastDay_IsRefused_AndKeepsWhatWasTyped()
    {
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync(Address);

        var answer = await administrator.PostAsync($"{Address}?handler=Announce", Form("01/09/2025"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            answer.Html,
            Does.Contain("QĐ 01/2025/QĐ-UBND").And.Contain(new Refusal("SuccessionInPast", "from", DeskHost.Morning.Date.PlusDays(1)).Sentence)
        );
    }

    [Test]
    public async Task Page_IsForAdministratorsOnly() =>
        Assert.That((await (await host.AsAsync("truong-phong")).GetAsync(Address)).Location, Does.Contain("/loi/403"));

    private Task<int> CountAsync() => host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().UnitSuccessions.CountAsync());

    private static Dictionary<string, string> Form(string from) =>
        new()
        {
            ["Input.Unit"] = Units.Press,
            ["Input.Successor"] = Units.Bureau,
            ["Input.From"] = from,
            ["Input.Source"] = "QĐ 01/2025/QĐ-UBND",
        };
}

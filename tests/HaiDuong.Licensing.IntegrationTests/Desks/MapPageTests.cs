using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Features.Places;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The places on the map, in the table and in the exports are the same, under the same filter.</summary>
public sealed class MapPageTests
{
    private const int ManyMasts = 60;

    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        db.Places.AddRange(Enumerable.Range(1, ManyMasts).Select(number => Make(PlaceKind.Mast, $"HD{number:000}", "Công ty Viễn thông Thử")));
        db.Places.Add(Make(PlaceKind.School, "Trường Tiểu học Cộng Hòa", "Phòng Giáo dục"));
        db.Places.Add(Make(PlaceKind.GamePoint, "=1+1", "Hộ kinh doanh 100%"));
        db.Places.Add(Make(PlaceKind.School, "Trường đã giải thể", "Phòng Giáo dục"));
        await db.SaveChangesAsync();
        await db
            .Places.Where(place => place.Name == "Trường đã giải thể")
            .ExecuteUpdateAsync(ended => ended.SetProperty(place => place.EndedAt, place => place.RecordedAt));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase("", ManyMasts + 2)]
    [TestCase("&loai=School", 1)]
    [TestCase("&tu-khoa=truong+tieu+hoc+cong+hoa", 1)]
    [TestCase("&tu-khoa=hd00&loai=Mast", 9)]
    [TestCase("&tu-khoa=100%25", 1)]
    [TestCase("&tu-khoa=giai+the", 0)]
    public async Task GeoJson_HoldsTheStandingPlacesOfTheFilter(string filter, int count)
    {
        var answer = await (await AdministratorAsync()).GetAsync("/ban-do?handler=GeoJson" + filter);

        Assert.That(answer.Raw.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/geo+json"));
        using var json = JsonDocument.Parse(await answer.Raw.Content.ReadAsStringAsync());
        Assert.That(json.RootElement.GetProperty("type").GetString(), Is.EqualTo("FeatureCollection"));
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.That(features, Has.Count.EqualTo(count));
        foreach (var place in features)
        {
            var at = place.GetProperty("geometry").GetProperty("coordinates");
            Assert.That((at[0].GetDecimal(), at[1].GetDecimal()), Is.EqualTo((106.314552m, 20.937341m)), "longitude first");
        }
    }

    [TestCase("", ManyMasts + 2)]
    [TestCase("&tu-khoa=ho+kinh+doanh", 0)]
    [TestCase("&tu-khoa=vien+thong+thu&loai=Mast", ManyMasts)]
    [TestCase("&dia-ban=Thành phố Chí Linh", 0)]
    [TestCase("&hieu-luc=con", 0)]
    [TestCase("&hieu-luc=het", 0)]
    public async Task PublicGeoJson_TellsNoNameOfAPersonAndNoDetails(string filter, int count)
    {
        var answer = await new DeskBrowser(host.CreateClient()).GetAsync("/ban-do-cong-khai?handler=GeoJson" + filter);

        var text = await answer.Raw.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        Assert.That(json.RootElement.GetProperty("features").GetArrayLength(), Is.EqualTo(count));
        Assert.That(
            json.RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(place => place.GetProperty("properties").GetProperty("details").ValueKind)
                .Distinct(),
            Is.SubsetOf((JsonValueKind[])[JsonValueKind.Null])
        );
        Assert.That(text, Does.Not.Contain("100%"));
    }

    [TestCase("/ban-do-cong-khai")]
    [TestCase("/ban-do-cong-khai?handler=GeoJson")]
    public async Task PublicMap_IsForEverybody(string path) =>
        Assert.That((await new DeskBrowser(host.CreateClient()).GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task PublicMap_ClaimsNoApprovalForPlacesThatHaveNone()
    {
        var table = (await new DeskBrowser(host.CreateClient()).GetAsync("/ban-do-cong-khai?loai=GamePoint")).Html;
        var points = await (
            await new DeskBrowser(host.CreateClient()).GetAsync("/ban-do-cong-khai?handler=GeoJson&loai=GamePoint")
        ).Raw.Content.ReadAsStringAsync();

        using var json = JsonDocument.Parse(points);
        Assert.That(table, Does.Contain("hệ thống không có văn bản chấp thuận").And.Not.Contain("đã được chấp thuận"));
        Assert.That(
            json.RootElement.GetProperty("features")[0].GetProperty("properties").GetProperty("origin").GetString(),
            Does.Contain("hệ thống không có văn bản chấp thuận")
        );
    }

    [Test]
    public async Task PublicTable_NamesOrganisations_AndHidesPersons()
    {
        var html = (await new DeskBrowser(host.CreateClient()).GetAsync("/ban-do-cong-khai?loai=GamePoint")).Html;

        Assert.That(html, Does.Contain("=1+1").And.Not.Contain("Hộ kinh doanh 100%").And.Not.Contain("handler=Csv"));
    }

    [Test]
    public async Task Table_IsPagedToTheEnd_EachPlaceOnce()
    {
        var administrator = await AdministratorAsync();
        var first = (await administrator.GetAsync("/ban-do?loai=Mast")).Html;
        var more = Regex.Match(first, @"after=[0-9a-f-]{36}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var second = (await administrator.GetAsync("/ban-do?loai=Mast&" + more)).Html;

        var missing = Enumerable
            .Range(1, ManyMasts)
            .Select(number => $"<div>HD{number:000}<")
            .Where(name => first.Contains(name, StringComparison.Ordinal) == second.Contains(name, StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public async Task Csv_HasAHeaderAndNoFormula()
    {
        var answer = await (await AdministratorAsync()).GetAsync("/ban-do?handler=Csv&loai=GamePoint");

        var lines = Encoding
            .UTF8.GetString(await answer.Raw.Content.ReadAsByteArrayAsync())
            .Trim('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[0], Does.StartWith("Loại;Mã;Địa điểm;"));
        Assert.That(lines[1], Does.Contain("'=1+1").And.Contain("20.937341;106.314552"));
    }

    [Test]
    public async Task Table_LinksADossier_OnlyForWhomItOpens()
    {
        var id = await new DueOffice(host).AcceptedAsync();
        var dossier = await host.DossierAsync(id);
        var stranger = host.Actors.First(person => person.Value.Roles is [{ Role: StaffRole.Specialist } held] && held.Unit != dossier.DivisionKey).Key;
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Places.Where(place => place.Code == "HD001")
                .ExecuteUpdateAsync(place => place.SetProperty(one => one.DossierId, id).SetProperty(one => one.DecisionNumber, "7/GP"))
        );

        var pages = new List<string>();
        foreach (var user in new[] { "quan-tri", stranger })
            pages.Add((await (await host.AsAsync(user)).GetAsync("/ban-do?tu-khoa=hd001")).Html);

        var missed = (await (await host.AsAsync(stranger)).GetAsync($"/ho-so/{id}")).Html;
        Assert.That(missed, Does.Contain("action=\"/tim\"").And.Contain("Về việc của tôi").And.Contain("hd-menu").And.Not.Contain("Giấy tiếp nhận hồ sơ"));
        Assert.That(pages, Has.All.Contains("7/GP"));
        Assert.That(pages.Select(html => html.Contains($"/ho-so/{id}", StringComparison.Ordinal)), Is.EqualTo((bool[])[true, false]));
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Places.Where(place => place.Code == "HD001")
                .ExecuteUpdateAsync(place => place.SetProperty(one => one.DossierId, (Guid?)null).SetProperty(one => one.DecisionNumber, (string?)null))
        );
    }

    [TestCase("/ban-do")]
    [TestCase("/ban-do?handler=GeoJson")]
    [TestCase("/ban-do?handler=Csv")]
    public async Task Map_IsNotForTheAccountant(string path)
    {
        var answer = await (await host.AsAsync("ke-toan")).GetAsync(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Policy_WithoutTiles_TakesPicturesFromHereAlone()
    {
        var answer = await (await AdministratorAsync()).GetAsync("/ban-do");

        Assert.That(string.Join(' ', answer.Raw.Headers.GetValues("Content-Security-Policy")), Does.Contain("img-src 'self' data: blob:;"));
    }

    [TestCase("https://{s}.tiles.example.org/{z}/{x}/{y}.png", "https://*.tiles.example.org")]
    [TestCase("https://tiles.example.org:8443/a/{z}/{x}/{y}.png?k=1", "https://tiles.example.org:8443")]
    public void Tiles_NameTheSourceOfTheirPictures(string address, string source) => Assert.That(TilesOf(address).Source, Is.EqualTo(source));

    [TestCase("tiles.example.org/{z}/{x}/{y}.png")]
    [TestCase("https://tiles.example.org/")]
    [TestCase("https://a.org; script-src *//{z}/{x}/{y}")]
    public void Tiles_ThatAreNoAddress_AreRefused(string address) => Assert.That(() => TilesOf(address), Throws.InvalidOperationException);

    private static MapTiles TilesOf(string address) =>
        MapTiles.From(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Map:Tiles", address)]).Build());

    private Task<DeskBrowser> AdministratorAsync() => host.AsAsync("quan-tri");

    private static Place Make(PlaceKind kind, string name, string owner) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Code = kind == PlaceKind.Mast ? name : null,
            Name = name,
            Owner = owner,
            OwnerIsPerson = kind == PlaceKind.GamePoint,
            Details = "Cao 42 m",
            Address = "Phường Cộng Hòa, Thành phố Chí Linh",
            Latitude = 20.937341m,
            Longitude = 106.314552m,
            RecordedAt = Instant.FromUtc(2025, 9, 1, 2, 0),
        };
}

using System.Net;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The list over HTTP: saved under a name, taken along as a file, and the place to which an act leads back.</summary>
public sealed class DossierListPageTests
{
    private DeskHost host = null!;
    private Guid first;
    private Guid second;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        (first, second) = (await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync());
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task SavedList_IsThereForItsOwner_AndForOthersOnlyWhenShared()
    {
        var (head, specialist) = (await host.AsAsync("truong-phong"), await host.AsAsync("chuyen-vien"));
        await SaveAsync("Sắp đến hạn của phòng", false);
        await SaveAsync("Việc chung", true);

        var own = await head.GetAsync("/ho-so");
        var others = await specialist.GetAsync("/ho-so");

        Assert.That(own.Html, Does.Contain("Sắp đến hạn của phòng").And.Contains("Việc chung").And.Contains("?nhom=Soon&xep=Oldest&cot=Unit"));
        Assert.That(others.Html, Does.Contain("Việc chung").And.Not.Contains("Sắp đến hạn của phòng"));

        Task SaveAsync(string name, bool forAll) => DossierListPageTests.SaveAsync(head, "nhom=Soon&xep=Oldest&cot=Unit", name, forAll);
    }

    [Test]
    public async Task SavedList_WithoutAName_SaysWhatToDo_AndOfTheSameName_IsReplaced()
    {
        var head = await host.AsAsync("phong-khac");

        var refused = await SaveAsync(head, "nhom=All", "  ", false);
        await SaveAsync(head, "nhom=All", "Của tôi", false);
        await SaveAsync(head, "nhom=Ended", "CỦA TÔI", false);

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(refused.Html, Does.Contain("Hãy đặt cho danh sách một tên"));
        var saved = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .SavedLists.AsNoTracking()
                .Where(list => list.OwnerId == host.Actors["phong-khac"].AccountId)
                .ToListAsync()
        );
        Assert.That(saved.Select(list => (list.Name, list.Query)), Is.EqualTo(new[] { ("Của tôi", "nhom=Ended") }));
    }

    [Test]
    public async Task SavedList_IsRemovedByItsOwnerAlone()
    {
        var (head, other) = (await host.AsAsync("truong-phong"), await host.AsAsync("chuyen-vien-2"));
        await SaveAsync(head, "", "Để xóa", true);
        var id = (await ListAsync())!.Id;

        await other.GetAsync("/ho-so");
        await other.PostAsync("/ho-so?handler=Remove", new() { ["id"] = id.ToString() });
        var kept = await ListAsync();
        await head.GetAsync("/ho-so");
        await head.PostAsync("/ho-so?handler=Remove", new() { ["id"] = id.ToString() });

        Assert.That(kept, Is.Not.Null, "Somebody else's stays.");
        Assert.That(await ListAsync(), Is.Null);

        Task<SavedList?> ListAsync() =>
            host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().SavedLists.AsNoTracking().SingleOrDefaultAsync(list => list.Name == "Để xóa"));
    }

    [TestCase("csv", "text/csv")]
    [TestCase("xlsx", "application/vnd.openxmlformats")]
    public async Task File_HoldsTheRowsOfTheList(string form, string type)
    {
        var head = await host.AsAsync("truong-phong");

        var file = (await head.GetAsync($"/ho-so?handler=File&dang={form}")).Raw;

        Assert.That(file.Content.Headers.ContentType!.ToString(), Does.StartWith(type));
        if (form == "csv")
        {
            var lines = (await file.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.That(lines, Has.Length.EqualTo(3));
            Assert.That(lines[1], Does.Contain(Given.ApplicantName));
        }
    }

    [TestCase("/ho-so?nhom=All", "truong-phong")]
    [TestCase("/viec-cua-toi", "truong-phong")]
    public async Task Row_TellsTheCodeOfItsDossier(string list, string person)
    {
        var code = (await host.DossierAsync(second)).Code!;

        var page = await (await host.AsAsync(person)).GetAsync(list);

        Assert.That(page.Html, Does.Contain($"<span class=\"hd-code-prefix\">{code[..^11]}</span>{code[^11..]}</a>"));
    }

    [TestCase("tu=31/02/2025", "31/02/2025")]
    [TestCase("tu=30/11/2025&den=01/11/2025", "Ngày cuối phải từ ngày đầu trở đi")]
    [TestCase("so-lieu=Ended&don-vi=" + Units.Press, "cần đủ ngày đầu và ngày cuối")]
    [TestCase("so-lieu=Open&don-vi=" + Units.Press + "&tu=30/11/2025&den=01/11/2025", "Ngày cuối phải từ ngày đầu trở đi")]
    public async Task PeriodThatIsNone_IsSaid_AndNothingIsShownKeptOrTakenAlongForIt(string query, string said)
    {
        var head = await host.AsAsync("truong-phong");

        var page = await head.GetAsync($"/ho-so?{query}");
        var file = await head.GetAsync($"/ho-so?{query}&handler=File&dang=csv");
        var saved = await SaveAsync(head, query, "Không có kỳ", false);

        Assert.That(
            (page.Status, file.Status, saved.Status),
            Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity))
        );
        Assert.That(page.Html, Does.Contain("hd-error-summary").And.Contain(said).And.Not.Contain(Given.ApplicantName));
    }

    [Test]
    public async Task Number_OfAnotherDivision_OpensToNobodyWhoDoesNotReadIt()
    {
        const string figure = "/ho-so?so-lieu=Open&tu=01/01/2025&den=08/09/2025";
        var head = await host.AsAsync("truong-phong");

        Assert.That((await head.GetAsync($"{figure}&don-vi={Units.Press}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await head.GetAsync($"{figure}&don-vi={Units.Digital}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await head.GetAsync(figure)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Filter_IsSaidInWords_AndKeepsTheNumberItNarrows()
    {
        var head = await host.AsAsync("truong-phong");

        var page = await head.GetAsync($"/ho-so?so-lieu=Open&don-vi={Units.Press}&tu=01/01/2025&den=08/09/2025&kenh=Counter");

        Assert.That(page.Html, Does.Contain("Hình thức nộp: Nộp tại quầy").And.Contain("name=\"so-lieu\" value=\"Open\""));
    }

    [Test]
    public async Task List_ThatIsNotOnesOwn_IsNotSaidToBeRemoved()
    {
        var head = await host.AsAsync("truong-phong");
        await head.GetAsync("/ho-so");

        var answer = await head.PostAsync("/ho-so?handler=Remove", new() { ["id"] = Guid.CreateVersion7().ToString() });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer.Html, Does.Contain("Hãy chọn một danh sách do chính bạn lưu"));
    }

    [Test]
    public async Task Act_OnADossierOpenedFromAList_LeadsBackToTheRowThatFollows()
    {
        var head = await host.AsAsync("truong-phong");
        const string list = "/ho-so?nhom=Open&buoc=AssignDossier";
        var place = $"{list}#{ListPlace.RowId(second)}";
        var page = await head.GetAsync(ListPlace.Keep(StepPaths.Assignment(first), place));

        var answer = await head.PostAsync(
            StepPaths.Assignment(first),
            new() { ["Specialist"] = host.Actors["chuyen-vien"].AccountId.ToString()!, [ListPlace.Parameter] = HiddenPlaceIn(page.Html) }
        );

        Assert.That(page.Html, Does.Contain("Về danh sách"));
        Assert.That(answer.Location, Is.EqualTo(place));
        Assert.That((await head.GetAsync(list)).Html, Does.Contain($"id=\"{ListPlace.RowId(second)}\"").And.Not.Contains(ListPlace.RowId(first)));
    }

    [TestCase("//evil.example/x")]
    [TestCase("/\\evil.example")]
    [TestCase("https://evil.example")]
    [TestCase("javascript:alert(1)")]
    public void Place_OutsideTheOffice_IsNone(string place) => Assert.That(ListPlace.Known(place), Is.Null);

    private static async Task<DeskAnswer> SaveAsync(DeskBrowser browser, string list, string name, bool forAll)
    {
        await browser.GetAsync($"/ho-so?{list}");
        return await browser.PostAsync($"/ho-so?{list}&handler=Save", new() { ["SavedName"] = name, ["SavedForAll"] = forAll ? "true" : "false" });
    }

    private static string HiddenPlaceIn(string html)
    {
        var at = html.IndexOf($"name=\"{ListPlace.Parameter}\" value=\"", StringComparison.Ordinal);
        var begin = html.IndexOf("value=\"", at, StringComparison.Ordinal) + 7;
        return WebUtility.HtmlDecode(html[begin..html.IndexOf('"', begin)]);
    }
}

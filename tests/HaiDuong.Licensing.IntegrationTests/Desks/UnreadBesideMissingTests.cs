using System.Net;
using HaiDuong.Licensing.IntegrationTests.Counter;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What cannot be read hides nothing that is missing: whoever sends a form is told everything at once, and nothing of it is kept.</summary>
internal sealed class UnreadBesideMissingTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase("ke-toan", "/thu-phi/{0}", "Amount", "nhiều", "ReceiptNumber", "Method")]
    public Task Payment_IsToldAtOnce(string person, string page, string unread, string typed, params string[] missing) =>
        IsToldAsync(host.AppraisedAsync, person, page, unread, typed, missing);

    [TestCase("chuyen-vien", "/tham-dinh/{0}?handler=Opinion", "AnswerBy", "mai", "Agency", "Question")]
    [TestCase("chuyen-vien", "/bo-sung/{0}", "answerBy", "mai", "reason")]
    [TestCase("truong-phong", "/xin-loi/{0}", "NewDate", "mai", "Reason")]
    public Task Step_IsToldAtOnce(string person, string page, string unread, string typed, params string[] missing) =>
        IsToldAsync(AssignedAsync, person, page, unread, typed, missing);

    [TestCase("quan-tri", "/quan-tri/lich?handler=Preview", "Input.From", "mai", "Input.Name", "Input.Source")]
    [TestCase("quan-tri", "/quan-tri/lich?handler=Publish", "Input.From", "mai", "Input.Name", "Input.Source")]
    [TestCase("quan-tri", "/quan-tri/tai-khoan/moi", "Input.From", "mai", "Input.Name", "Input.UserName")]
    public Task Administration_IsToldAtOnce(string person, string page, string unread, string typed, params string[] missing) =>
        IsToldAsync(() => Task.FromResult(Guid.Empty), person, page, unread, typed, missing);

    [Test]
    public async Task UnreadValue_Alone_KeepsNothingOfWhatIsRight()
    {
        var id = await host.AppraisedAsync();
        var accountant = await host.AsAsync("ke-toan");
        await accountant.GetAsync($"/thu-phi/{id}");

        var answer = await accountant.PostAsync(
            $"/thu-phi/{id}",
            new()
            {
                ["Amount"] = "nhiều",
                ["ReceiptNumber"] = "BL-1",
                ["Method"] = "cash",
            }
        );

        Assert.That((answer.Status, (await host.DossierAsync(id)).Payments.Count), Is.EqualTo((HttpStatusCode.UnprocessableEntity, 0)));
        Assert.That(answer.Html, Does.Contain("id=\"Amount-error\"").And.Contain("value=\"BL-1\"").And.Not.Contain("ReceiptNumber-error"));
    }

    [Test]
    public async Task UnreadCount_OfAPaperAtTheCounter_HidesNoMissingAnswer()
    {
        await using var office = await CounterOffice.OpenAsync();
        var (_, _, id) = await office.AskedAsync("pages", "manuscript");
        var clerk = await office.LogInAsync(CounterOffice.OtherClerk);
        await clerk.OpenAsync($"/mot-cua/bo-sung/{id}");

        var told = await clerk.SendAsync($"/mot-cua/bo-sung/{id}", ("pages", ""), ("papers.manuscript.copies", "hai"), ("go", "supply"));

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(told.Text, Does.Contain("Số bản sao của “").And.Contain("href=\"#pages\"").And.Not.Contain("Chưa có giấy tờ được yêu cầu"));
    }

    private async Task IsToldAsync(Func<Task<Guid>> given, string person, string page, string unread, string typed, string[] missing)
    {
        var id = await given();
        var address = page.Replace("{0}", $"{id}", StringComparison.Ordinal);
        var browser = await host.AsAsync(person);
        await browser.GetAsync(address.Split('?')[0]);
        var before = await CountAsync();

        var answer = await browser.PostAsync(address, new() { [unread] = typed });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        foreach (var field in missing.Append(unread))
            Assert.That(answer.Html, Does.Contain($"id=\"{field.Replace('.', '_')}-error\""), field);
        Assert.That(await CountAsync(), Is.EqualTo(before));
    }

    private async Task<Guid> AssignedAsync()
    {
        var id = await host.AcceptedDossierAsync();
        var head = await host.AsAsync("truong-phong");
        await head.GetAsync($"/phan-cong/{id}");
        await head.PostAsync($"/phan-cong/{id}", new() { ["Specialist"] = host.Actors["chuyen-vien"].AccountId!.Value.ToString() });
        return id;
    }

    /// <summary>Everything that such a form could have made.</summary>
    private Task<(int History, int Accounts, int Announcements)> CountAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            return (await db.History.CountAsync(), await db.Users.CountAsync(), await db.CalendarAnnouncements.CountAsync());
        });
}

using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>
/// Acts about no dossier, and one form that signs several: sent again they are answered by what they did, with another content they are refused.
/// </summary>
public sealed class RepeatedChangeTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Calendar_SentAgain_IsOneAnnouncement()
    {
        Dictionary<string, string> storm = new()
        {
            ["Input.Kind"] = "Closure",
            ["Input.Name"] = "Nghỉ bão số 9",
            ["Input.Source"] = "Công điện số 45/CĐ-UBND",
            ["Input.From"] = "12/9/2025",
        };

        await SendAsync("quan-tri", "/quan-tri/lich", "/quan-tri/lich?handler=Publish", storm, new(storm) { ["Input.From"] = "15/9/2025" });

        Assert.That(await CountAsync(db => db.CalendarAnnouncements.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Structure_SentAgain_IsOneAnnouncement()
    {
        Dictionary<string, string> merger = new()
        {
            ["Input.Unit"] = Units.Press,
            ["Input.Successor"] = Units.Bureau,
            ["Input.From"] = "01/01/2026",
            ["Input.Source"] = "QĐ 01/2025/QĐ-UBND",
        };

        await SendAsync("quan-tri", "/quan-tri/to-chuc", "/quan-tri/to-chuc?handler=Announce", merger, new(merger) { ["Input.From"] = "01/02/2026" });

        Assert.That(await CountAsync(db => db.UnitSuccessions.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Absence_SentAgain_IsOneFact_AndMovesTheDeskOnItsDay()
    {
        var (clerk, head) = (host.Actors["van-thu"], host.Actors["truong-phong"]);
        Dictionary<string, string> away = new()
        {
            ["Input.Person"] = clerk.AccountId.ToString()!,
            ["Input.Kind"] = "Away",
            ["Input.From"] = VietnameseDate.Print(DeskHost.Morning.Date),
            ["Input.To"] = VietnameseDate.Print(DeskHost.Morning.Date),
            ["Input.Substitute"] = head.AccountId.ToString()!,
        };

        await SendAsync("quan-tri", "/vang-mat/ghi", "/vang-mat/ghi", away, new(away) { ["Input.Note"] = "Đi công tác" });

        Assert.That(await CountAsync(db => db.StandIns.CountAsync()), Is.EqualTo(1));
        Assert.That((await (await host.AsAsync("truong-phong")).GetAsync("/phat-hanh")).Status, Is.EqualTo(HttpStatusCode.OK));
        var page = await (await host.AsAsync("quan-tri")).GetAsync("/vang-mat");
        Assert.That(page.Html, Does.Contain($"/ho-so?nguoi-giu={clerk.AccountId}").And.Contain(clerk.Name));
        Assert.That((await (await host.AsAsync("giam-doc")).GetAsync("/vang-mat?ngay=01/01/2026")).Html, Does.Contain("GIÁM ĐỐC"));
        Assert.That(() => host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().StandIns.ExecuteDeleteAsync()), Throws.Exception);
        var present = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<StaffDirectory>().PresentAsync(StaffRole.RegistryClerk, clerk.Roles[0].Unit, CancellationToken.None)
        );
        Assert.That(present.Select(one => one.AccountId), Does.Contain(head.AccountId!.Value).And.Not.Contain(clerk.AccountId!.Value));
    }

    [Test]
    public async Task Revocation_SentAgain_RevokesOnce()
    {
        var (today, holder) = (
            DeskHost.Morning.Date,
            new Domain.Dossiers.Applicant(ApplicantKind.Organisation, "Công ty", "0800123456", "Hải Dương", null, null)
        );
        var licence = Licence.Enter(
            "publishing-permit",
            Units.Press,
            new LicencePaper("01/GP-STTTT", today, holder, "Kỷ yếu", "", today, null),
            null,
            null,
            new LicenceEntry(host.Actors["van-thu"], host.Clock.GetCurrentInstant(), today)
        );
        await host.AtDeskAsync(async desk =>
        {
            desk.GetRequiredService<OfficeDbContext>().Licences.Add(licence);
            return await desk.GetRequiredService<OfficeDbContext>().SaveChangesAsync();
        });
        Dictionary<string, string> typed = new()
        {
            ["Ground"] = "Luật Xuất bản, Điều 25",
            ["Reason"] = "In sai nội dung",
            ["On"] = "08/09/2025",
        };

        await SendAsync("giam-doc", $"/so-giay-phep/{licence.Id}", $"/so-giay-phep/{licence.Id}", typed, new(typed) { ["Reason"] = "Lý do khác" });

        Assert.That(await CountAsync(db => db.LicenceEvents.CountAsync(line => line.Kind == LicenceEventKind.Revoked)), Is.EqualTo(1));
    }

    /// <summary>Once, again, four times at once, and with another content.</summary>
    private async Task SendAsync(string person, string page, string to, Dictionary<string, string> typed, Dictionary<string, string> other)
    {
        var browser = await host.AsAsync(person);
        await browser.GetAsync(page);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.PostAsync(to, typed)));
        var again = await browser.PostAsync(to, typed);
        var changed = await browser.PostAsync(to, other);

        Assert.That(answers.Select(answer => (answer.Status, answer.Location)), Has.All.EqualTo((HttpStatusCode.Redirect, again.Location)));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(
            (changed.Status, changed.Html.Contains(new Refusal("ChangedBySameForm").Sentence, StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.Conflict, true))
        );
    }

    private Task<int> CountAsync(Func<OfficeDbContext, Task<int>> count) => host.AtDeskAsync(desk => count(desk.GetRequiredService<OfficeDbContext>()));
}

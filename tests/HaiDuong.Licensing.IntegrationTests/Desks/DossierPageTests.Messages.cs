using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Trao đổi: what the office and the applicant write to each other about a dossier.</summary>
public sealed partial class DossierPageTests
{
    [Test]
    public async Task Message_IsCarriedToTheApplicant_AnsweredOnTheirPage_AndMarkedUntilItIsSeen()
    {
        var office = new DueOffice(host);
        var id = await office.AcceptedAsync();
        await office.DoAsync(id, office.Now, (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")));
        var (specialist, applicant) = (await host.AsAsync("chuyen-vien"), await host.AsAsync(DueOffice.Owner));
        var (page, place) = ($"/ho-so/{id}", $"/theo-doi/{(await host.DossierAsync(id)).Reference}");

        await specialist.GetAsync(page);
        await specialist.PostAsync(page + "?handler=Message", new() { ["Message"] = "Ảnh bìa màu gì?" });
        var own = await applicant.GetAsync("/ho-so-cua-toi");
        var asked = await applicant.GetAsync(place);
        var answered = await applicant.PostAsync(place, new() { ["Message"] = "Màu xanh" });
        var shown = await specialist.GetAsync(page);
        var lists = await Task.WhenAll(new[] { "/viec-cua-toi", "/ho-so?dau=Written" }.Select(async list => (await specialist.GetAsync(list)).Html));
        await specialist.GetAsync(page);
        await specialist.PostAsync(page + "?handler=Seen", []);

        Assert.That((own.Html.Contains("Cơ quan nhắn", StringComparison.Ordinal), answered.Location), Is.EqualTo((true, place)));
        Assert.That(asked.Html, Does.Contain("Ảnh bìa màu gì?").And.Not.Contain(host.Actors["chuyen-vien"].Name), "staff are not named");
        Assert.That(shown.Html, Does.Match("(?s)1 tin mới.*Màu xanh.*Ảnh bìa màu gì\\?.*người nộp xem lúc"));
        Assert.That(lists, Has.All.Contains("Người nộp nhắn").And.All.Contains(id.ToString()));
        Assert.That((await specialist.GetAsync("/ho-so?dau=Written")).Html, Does.Not.Contain(id.ToString()));
        var told = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Notices.Where(notice => notice.DossierId == id && (notice.Kind == NoticeKind.MessageSent || notice.Kind == NoticeKind.MessageReceived))
                .OrderBy(notice => notice.Id)
                .ToListAsync()
        );
        Assert.That(told.Select(notice => notice.Facts["text"]), Is.EqualTo(new[] { "Ảnh bìa màu gì?", "Màu xanh" }));
        Assert.That((told[0].Email is not null, told[1].AccountId), Is.EqualTo((true, host.Actors["chuyen-vien"].AccountId)));
    }

    [Test]
    public async Task Messages_OfAnApplicant_WaitToBeSeen_AndAStrangerWritesNone()
    {
        var id = await new DueOffice(host).AcceptedAsync();
        var place = $"/theo-doi/{(await host.DossierAsync(id)).Reference}";
        var applicant = await host.AsAsync(DueOffice.Owner);
        var answers = new List<DeskAnswer>();
        for (var number = 0; number <= DossierMessage.MostUnseen; number++)
        {
            await applicant.GetAsync(place);
            answers.Add(await applicant.PostAsync(place, new() { ["Message"] = $"Tin {number}" }));
        }

        var stranger = host.Browser();
        await stranger.GetAsync("/");
        var strange = await stranger.PostAsync(place, new() { ["Message"] = "Kẻ lạ" });

        Assert.That(answers.SkipLast(1).Select(answer => answer.Status), Has.All.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answers[^1].Html, Does.Contain(new Refusal("MessageQuota", null, DossierMessage.MostUnseen).Sentence).And.Contain("Tin 5</textarea>"));
        Assert.That(strange.Status, Is.Not.EqualTo(HttpStatusCode.Redirect));
        Assert.That(
            await host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().DossierMessages.CountAsync(message => message.DossierId == id)),
            Is.EqualTo(DossierMessage.MostUnseen)
        );
    }

    [Test]
    public async Task Inbox_ShowsWhatSomebodyWasTold_AndOnceItWasSeenItIsNoLongerNew()
    {
        const string counted = "(?s)href=\"/thong-bao\".{0,80}<span class=\"hd-waiting\">[1-9]";
        var office = new DueOffice(host);
        var id = await office.AcceptedAsync();
        await office.DoAsync(id, office.Now, (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")));
        var specialist = await host.AsAsync("chuyen-vien");
        var code = (await host.DossierAsync(id)).Code!;

        var before = await specialist.GetAsync("/viec-cua-toi");
        var first = await specialist.GetAsync("/thong-bao");
        var again = await specialist.GetAsync("/thong-bao");

        Assert.That(before.Html, Does.Match(counted));
        Assert.That(first.Html, Does.Match($"(?s)Giao việc <span class=\"hd-mark\">Mới</span>.{{0,200}}{code}"));
        Assert.That(again.Html, Does.Contain(code).And.Not.Contain("hd-mark").And.Not.Match(counted));
        Assert.That((await (await host.AsAsync("ke-toan")).GetAsync("/thong-bao")).Html, Does.Not.Contain(code));
    }
}

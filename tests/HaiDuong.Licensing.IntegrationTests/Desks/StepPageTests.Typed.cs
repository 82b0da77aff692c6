using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What comes back into a form that was not sent: what was typed before, and wordings to choose from.</summary>
public sealed partial class StepPageTests
{
    [Test]
    public async Task WhatIsTyped_IsKeptForItsPersonAlone_ComesBack_AndGoesWithTheAct()
    {
        var id = await host.AcceptedDossierAsync();
        await AssignAsync(id, "chuyen-vien");
        var (specialist, head) = (await host.AsAsync("chuyen-vien"), await host.AsAsync("truong-phong"));
        var page = $"/tham-dinh/{id}";
        var keep = $"/nhap-do/{id}?cho={Uri.EscapeDataString(page)}";
        var checks = Procedure().Checks.ToDictionary(check => $"checks.{check.Key}", _ => "true");
        Dictionary<string, string> typed = new(checks) { ["Note"] = "Đang viết dở", ["proof"] = "mat khau" };

        await specialist.GetAsync(page);
        var kept = await specialist.PostAsync(keep, typed);
        var back = await specialist.GetAsync(page);
        var others = await head.GetAsync(page);
        await (await host.AsAsync("phong-khac")).GetAsync("/viec-cua-toi");
        var stranger = await (await host.AsAsync("phong-khac")).PostAsync(keep, typed);
        var revision = (await host.DossierAsync(id)).Revision;
        var shown = await specialist.PostAsync(page, new() { ["lay-lai"] = "true", ["Note"] = "Đang viết dở" });

        Assert.That((kept.Status, stranger.Status), Is.EqualTo((HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity)));
        Assert.That(back.Html, Does.Contain("Lấy lại nội dung nhập dở").And.Contain("value=\"Đang viết dở\"").And.Not.Contain("mat khau"));
        Assert.That(others.Html, Does.Not.Contain("Đang viết dở"));
        Assert.That(
            shown.Html,
            Does.Contain(new Refusal("FormTakenBack").Sentence)
                .And.Match("(?s)<textarea[^>]*name=\"Note\"[^>]*>\\s*Đang viết dở")
                .And.Not.Contain("hd-error-summary\"")
        );
        Assert.That((await host.DossierAsync(id)).Revision, Is.EqualTo(revision));

        await DoneAsync("chuyen-vien", page, new(checks) { ["Note"] = "Xong" });
        Assert.That(await KeptAsync(id), Is.Zero);
    }

    [Test]
    public async Task WhatIsTyped_IsDroppedByItsPerson()
    {
        var id = await host.AcceptedDossierAsync();
        var head = await host.AsAsync("truong-phong");
        var page = $"/phan-cong/{id}";
        await head.GetAsync(page);
        await head.PostAsync($"/nhap-do/{id}?cho={Uri.EscapeDataString(page)}", new() { ["Note"] = "Làm trước" });

        await head.GetAsync(page);
        var dropped = await head.PostAsync($"/nhap-do/{id}?handler=Drop&cho={Uri.EscapeDataString(page)}", []);

        Assert.That(dropped.Location, Is.EqualTo(page));
        Assert.That(await KeptAsync(id), Is.Zero);
    }

    [Test]
    public async Task Reason_IsChosenFromTheWordings_AndEdited_WithoutAScript()
    {
        var administrator = await host.AsAsync("quan-tri");
        foreach (
            var (procedure, text) in new[] { (Given.Slug, "Thể thức chưa đúng"), ("printing-licence", "Chỉ của thủ tục khác"), ("", "Thiếu căn cứ pháp lý") }
        )
        {
            await administrator.GetAsync("/quan-tri/mau-ly-do");
            await administrator.PostAsync(
                "/quan-tri/mau-ly-do",
                new()
                {
                    ["Purpose"] = "SendBack",
                    ["Procedure"] = procedure,
                    ["Text"] = text,
                }
            );
        }

        var (first, second) = (await host.ReadyToSignAsync(), await host.ReadyToSignAsync());
        var leader = await host.AsAsync("giam-doc");
        var page = await leader.GetAsync($"/ky/{first}");
        var chosen = await leader.PostAsync($"/ky/{first}?handler=SendBack", new() { ["Reason"] = "Xem lại.", ["mau.Reason"] = "Thể thức chưa đúng" });
        var revision = (await host.DossierAsync(first)).Revision;
        await leader.PostAsync($"/ky/{first}?handler=SendBack", new() { ["Reason"] = "Thể thức chưa đúng: thiếu nơi nhận" });
        var later = await leader.GetAsync($"/ky/{second}");

        Assert.That(
            page.Html,
            Does.Match("(?s)name=\"mau.Reason\" value=\"Thể thức chưa đúng\".*value=\"Thiếu căn cứ pháp lý\"").And.Not.Contain("Chỉ của thủ tục khác"),
            "those of the procedure before those of all"
        );
        Assert.That(chosen.Html, Does.Contain(new Refusal("ReasonFilledIn").Sentence).And.Contain("Xem lại.\nThể thức chưa đúng</textarea>"));
        Assert.That(revision, Is.EqualTo((await host.DossierAsync(second)).Revision), "nothing was sent");
        Assert.That((await host.DossierAsync(first)).ResultDraft!.SentBack!.Reason, Is.EqualTo("Thể thức chưa đúng: thiếu nơi nhận"));
        Assert.That(later.Html, Does.Contain("value=\"Thể thức chưa đúng: thiếu nơi nhận\""), "what the division wrote lately");
    }

    private Task<int> KeptAsync(Guid id) =>
        host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().KeptForms.CountAsync(form => form.DossierId == id));
}

using System.Net;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.Tests.WorkflowFiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Outages;

/// <summary>An act that owes a paper whose template is gone is refused in words, takes nothing, and is done with the same form when the file is back.</summary>
public sealed class MissingSlipTests
{
    [Test]
    public async Task Act_ThatOwesASlipWithoutATemplate_IsRefusedInWords_AndDoneOnceItIsBack()
    {
        using var files = WorkflowsCopy.Whole();
        await using var host = await DeskHost.StartAsync(files.Root);
        var clerk = await host.AsAsync("mot-cua");
        Directory.Move(files.PathOf("slips"), files.PathOf("slips-away"));

        Assert.That(() => host.AcceptedDossierAsync(), Throws.InvalidOperationException.With.Message.EqualTo("SlipMissing"), "taking in at the counter");
        Assert.That(
            await host.AtDeskAsync(desk =>
                desk.GetRequiredService<OfficeDbContext>().Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM number_series").SingleAsync()
            ),
            Is.Zero
        );

        Directory.Move(files.PathOf("slips-away"), files.PathOf("slips"));
        var id = await host.AcceptedDossierAsync();
        var head = await host.AsAsync("truong-phong");
        await head.GetAsync($"/phan-cong/{id}");
        await head.PostAsync($"/phan-cong/{id}", new() { ["Specialist"] = host.Actors["chuyen-vien"].AccountId!.Value.ToString() });
        Directory.Move(files.PathOf("slips"), files.PathOf("slips-away"));
        var specialist = await host.AsAsync("chuyen-vien");
        await specialist.GetAsync($"/bo-sung/{id}");
        Dictionary<string, string> asked = new()
        {
            ["ask"] = "Field:pages",
            ["reason.Field.pages"] = "Không khớp",
            ["reason"] = "Số trang chưa khớp bản thảo",
            ["answerBy"] = "31/12/2049",
            ["SeenQuestion"] = "AppointedDayFar:2049-12-31",
        };
        var before = (await host.DossierAsync(id)).Revision;

        var refused = await specialist.PostAsync($"/bo-sung/{id}", asked);

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            refused.Html,
            Does.Contain("supplement.md").And.Contain("Chưa ghi gì").And.Contain("báo quản trị hệ thống").And.Contain("Số trang chưa khớp bản thảo")
        );
        Assert.That((await host.DossierAsync(id)).Revision, Is.EqualTo(before));
        Directory.Move(files.PathOf("slips-away"), files.PathOf("slips"));
        Assert.That((await specialist.PostAsync($"/bo-sung/{id}", asked)).Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await clerk.GetAsync($"/ho-so/{id}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }
}

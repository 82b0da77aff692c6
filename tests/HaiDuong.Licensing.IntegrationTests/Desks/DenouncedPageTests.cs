using System.Net;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Demo;
using HaiDuong.Licensing.Web.Features.Counter;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>A denunciation of the very head whose division settles it: named at the counter, it is gone from the head's pages and goes on with a leader.</summary>
public sealed class DenouncedPageTests
{
    private const string Head = "chanh-thanh-tra";
    private const string Leader = "giam-doc-so-khac";
    private DeskHost host = null!;
    private Guid id;
    private string code = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        await host.EmployAsync((Head, StaffRole.DivisionHead, "hp-science-office"));
        id = Guid.CreateVersion7();
        await host.AtDeskAsync(async desk =>
        {
            var procedure = desk.GetRequiredService<Rulebooks>().InForce("denunciation-settlement", DeskHost.Morning.Date)!.Procedure;
            var applicant = SampleForms.Applicant(procedure, 0);
            var form = SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, 0).With("denouncedName", "Chánh Thanh tra Sở");
            var request = new TakeInDossierRequest(id, procedure.Slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, []);
            var result = await desk.GetRequiredService<TakeInDossier>().DoAsync(request, host.Actors["mot-cua"], CancellationToken.None);
            return result.Done ? true : throw new InvalidOperationException(string.Join("; ", result.Refusals));
        });
        code = (await host.DossierAsync(id)).Code!;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Head_NamedAtTheCounter_FindsItNoMore_AndALeaderAssignsIt()
    {
        var head = await host.AsAsync(Head);
        var before = (await head.GetAsync($"/ho-so/{id}")).Status;
        var clerk = await host.AsAsync("mot-cua");
        var offered = await clerk.GetAsync($"/ho-so/{id}");
        var page = await clerk.GetAsync($"/nguoi-bi-to-cao/{id}");
        var nobody = await clerk.PostAsync($"/nguoi-bi-to-cao/{id}", []);

        var named = await clerk.PostAsync($"/nguoi-bi-to-cao/{id}", new() { ["person"] = host.Actors[Head].AccountId.ToString()! });

        Assert.That((before, nobody.Status, named.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect)));
        Assert.That(offered.Html, Does.Contain($"/nguoi-bi-to-cao/{id}"));
        Assert.That(page.Html, Does.Contain("Chánh Thanh tra Sở"));
        string[] gone = [$"/ho-so/{id}", $"/phan-cong/{id}", $"/rut-ho-so/{id}", $"/xin-loi/{id}", $"/ho-so/{id}/thoi-han", $"/nguoi-bi-to-cao/{id}"];
        foreach (var address in gone)
            Assert.That((await head.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound), address);
        string[] lists = ["/viec-cua-toi", $"/tim?q={code}", $"/d/{code}", "/thong-ke/dung-han"];
        foreach (var list in lists)
            Assert.That((await head.GetAsync(list)).Html, Does.Not.Contain(id.ToString()), list);

        var leader = await host.AsAsync(Leader);
        Assert.That((await leader.GetAsync("/viec-cua-toi")).Html, Does.Contain($"/phan-cong/{id}"));
        Assert.That((await leader.GetAsync($"/phan-cong/{id}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await leader.GetAsync($"/nguoi-bi-to-cao/{id}")).Html, Does.Contain("Bỏ ghi"));
    }
}

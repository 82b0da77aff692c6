using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>
/// A denunciation of the very head whose division settles it: named at the counter, it is gone from the head's pages and goes on with a leader.
/// </summary>
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
        id = await TakeInAsync("Chánh Thanh tra Sở");
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

    // The account is called "Tài khoản chanh-thanh-tra".
    [TestCase("Ông TÀI KHOẢN Chánh Thanh Tra, và người khác", true)]
    [TestCase("Tài khoản chánh thanh trang", false)]
    [TestCase("Chánh Thanh tra", false)]
    public async Task Head_WhomTheSenderNames_HasNeverFoundIt(string about, bool named)
    {
        var taken = await TakeInAsync(about);
        var sent = await SubmitAsync(about);

        var head = await host.AsAsync(Head);

        foreach (var dossier in (Guid[])[taken, sent])
        {
            Assert.That((await host.DossierAsync(dossier)).IsShutOut(host.Actors[Head]), Is.EqualTo(named));
            if (named)
                Assert.That((await head.GetAsync($"/ho-so/{dossier}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }

        Assert.That((await host.DossierAsync(taken)).Work.Single().Role, Is.EqualTo(named ? StaffRole.Leader : StaffRole.DivisionHead));
    }

    [Test]
    public async Task Clerk_WhomTheSenderNames_DoesNotTakeItIn()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TakeInAsync("Tài khoản mot-cua thu tiền ngoài quy định"));

        Assert.That(refused!.Message, Does.Contain("ShutOut"));
    }

    [Test]
    public async Task Head_WhomTheSenderNamesInASupplement_FindsItNoMore()
    {
        var dossier = await SubmitAsync("Người ở cơ quan");
        SupplementItem name = new(SupplementTarget.Field, "denouncedName", "Người bị tố cáo", "Nêu rõ họ tên");
        var ask = new AskSupplementRequest(dossier, null, [name], "Chưa rõ người bị tố cáo", DeskHost.Morning.Date.PlusDays(10));
        await host.AtDeskAsync(async desk => Sure(await desk.GetRequiredService<AskSupplement>().DoAsync(ask, host.Actors["mot-cua"], CancellationToken.None)));
        var sender = Actor.ApplicantOf(dossier, "Người gửi");

        await host.AtDeskAsync(async desk =>
            Sure(
                await desk.GetRequiredService<SupplySupplement>()
                    .DoAsync(
                        new SupplySupplementRequest(dossier, null, (await host.DossierAsync(dossier)).Form.With("denouncedName", "Tài khoản chanh-thanh-tra")),
                        sender,
                        CancellationToken.None
                    )
            )
        );

        Assert.That((await host.DossierAsync(dossier)).IsShutOut(host.Actors[Head]));
    }

    private Task<Guid> TakeInAsync(string about) =>
        EnterAsync(about, async (desk, procedure, applicant, form, dossier) =>
            await desk.GetRequiredService<TakeInDossier>()
                .DoAsync(
                    new TakeInDossierRequest(dossier, procedure.Slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, []),
                    host.Actors["mot-cua"],
                    CancellationToken.None
                )
        );

    private Task<Guid> SubmitAsync(string about) => EnterAsync(about, async (desk, procedure, applicant, form, dossier) =>
        {
            var sender = Actor.ApplicantOf(dossier, applicant.Name);
            Sure(
                await desk.GetRequiredService<SaveDraft>()
                    .DoAsync(new(dossier, procedure.Slug, applicant, null, ReturnBy.Online, form), sender, CancellationToken.None)
            );
            return await desk.GetRequiredService<SubmitDossier>().DoAsync(new(dossier, null), sender, CancellationToken.None);
        });

    private async Task<Guid> EnterAsync(string about, Func<IServiceProvider, Procedure, Domain.Dossiers.Applicant, FormData, Guid, Task<ActResult>> enter)
    {
        var dossier = Guid.CreateVersion7();
        await host.AtDeskAsync(async desk =>
        {
            var procedure = desk.GetRequiredService<Rulebooks>().InForce("denunciation-settlement", DeskHost.Morning.Date)!.Procedure;
            var applicant = SampleForms.Applicant(procedure, 0);
            var form = SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, 0).With("denouncedName", about);
            return Sure(await enter(desk, procedure, applicant, form, dossier));
        });
        return dossier;
    }

    private static bool Sure(ActResult result) => result.Done ? true : throw new InvalidOperationException(string.Join("; ", result.Refusals));
}

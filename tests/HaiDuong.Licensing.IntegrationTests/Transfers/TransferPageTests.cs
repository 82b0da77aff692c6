using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Transfers;

/// <summary>The pages of hand-over lists: made at the counter, printed, received by the division, and forms sent again.</summary>
public sealed class TransferPageTests
{
    private const string Page = "/ban-giao";
    private const string Denounced = "bi-to-cao";
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        await host.EmployAsync(
            (Denounced, StaffRole.DivisionHead, "hp-science-office"),
            ("chuyen-vien-khieu-nai", StaffRole.Specialist, "hp-science-office"),
            ("van-thu-khac", StaffRole.RegistryClerk, "hp-science-office")
        );
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task List_IsMadeAtTheCounter_Printed_AndReceivedByTheDivision()
    {
        var (first, second) = (await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync());
        var clerk = await host.AsAsync("mot-cua");
        var waiting = await clerk.GetAsync(PressDesk);
        var nothing = await clerk.PostAsync(PressDesk, []);
        await clerk.GetAsync(PressDesk);

        var made = await MakeAsync(clerk, first, second);
        var page = await clerk.GetAsync(made.Location!);
        var paper = await PdfText.OfAsync(await (await clerk.GetAsync($"{made.Location}?handler=Pdf")).Raw.Content.ReadAsByteArrayAsync());

        var code = (await host.DossierAsync(first)).Code!;
        Assert.That(waiting.Html, Does.Contain(first.ToString()).And.Contain(second.ToString()).And.Contain("Lập danh sách giao"));
        Assert.That(nothing.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(nothing.Html, Does.Contain("Chưa chọn hồ sơ nào"));
        Assert.That(page.Html, Does.Contain(code).And.Contain("Hủy danh sách").And.Not.Contain("handler=Receive"));
        Assert.That(paper, Does.Contain("DANH SÁCH BÀN GIAO HỒ SƠ").And.Contain(Given.ApplicantName).And.Contain("BÊN GIAO").And.Contain("BÊN NHẬN"));
        Assert.That(paper, Does.Match(@"Số: \d\d/BG-SVHTTDL").And.Contain("Tài khoản mot-cua").And.Not.Contain("Tài khoản truong-phong"));

        var head = await host.AsAsync("truong-phong");
        var incoming = await head.GetAsync($"{Page}?muc=Incoming");
        await head.GetAsync(made.Location!);
        var part = await head.PostAsync($"{made.Location}?handler=Receive", new() { ["came"] = first.ToString() });
        var whole = await head.PostAsync($"{made.Location}?handler=ReceiveAll", []);
        var received = await head.GetAsync(whole.Location!);

        Assert.That(incoming.Html, Does.Contain(made.Location!));
        Assert.That(part.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(part.Html, Does.Contain("Hồ sơ thứ 2 chưa được đánh dấu đã nhận").And.Contain($"value=\"{first}\" checked"));
        Assert.That(received.Html, Does.Contain("Đã nhận đủ").And.Not.Contain("handler=Receive"));
        Assert.That((await head.GetAsync($"/ho-so/{first}")).Html, Does.Contain("Hồ sơ giấy ở").And.Contain("Tài khoản truong-phong nhận lúc"));
        Assert.That(
            await PdfText.OfAsync(await (await head.GetAsync($"{made.Location}?handler=Pdf")).Raw.Content.ReadAsByteArrayAsync()),
            Does.Contain("Tài khoản truong-phong")
        );
    }

    [Test]
    public async Task Form_SentAgain_IsAnsweredByWhatItDid()
    {
        var (first, second) = (await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync());
        var clerk = await host.AsAsync("mot-cua");
        await clerk.GetAsync(PressDesk);
        var (made, again, other) = (await MakeAsync(clerk, first), await MakeAsync(clerk, first), await MakeAsync(clerk, second));
        Assert.That((again.Location, other.Status), Is.EqualTo((made.Location, HttpStatusCode.Conflict)), made.Html);

        var head = await host.AsAsync("truong-phong");
        await head.GetAsync(made.Location!);
        var received = await head.PostAsync($"{made.Location}?handler=ReceiveAll", []);
        var receivedAgain = await head.PostAsync($"{made.Location}?handler=ReceiveAll", []);
        Assert.That((received.Status, receivedAgain.Location), Is.EqualTo((HttpStatusCode.Redirect, received.Location)));

        await clerk.GetAsync(PressDesk);
        var wrong = await MakeAsync(clerk, second);
        await clerk.GetAsync(wrong.Location!);
        var cancelled = await clerk.PostAsync($"{wrong.Location}?handler=Cancel", []);
        var cancelledAgain = await clerk.PostAsync($"{wrong.Location}?handler=Cancel", []);
        Assert.That((cancelled.Location, cancelledAgain.Location), Is.EqualTo((Page, Page)));
        Assert.That((await clerk.GetAsync(PressDesk)).Html, Does.Contain(second.ToString()), "it waits again");
    }

    [Test]
    public async Task List_WithAHiddenDossier_TellsNobodyTheSender_AndIsNotThereForWhomItIsAbout()
    {
        var (hidden, sender) = await TakeInDenunciationAsync();
        var clerk = await host.AsAsync("mot-cua");
        var place = $"{Page}?chieu=ToDivision&phong=hp-science-office";
        var waiting = await clerk.GetAsync(place);
        var made = await MakeAsync(clerk, hidden, place);
        var code = (await host.DossierAsync(hidden)).Code!;

        Assert.That(waiting.Html, Does.Contain(code).And.Contain("Người gửi được giữ bí mật").And.Not.Contain(sender));
        foreach (var person in (string[])["mot-cua", "van-thu-khac", "chuyen-vien-khieu-nai"])
        {
            var browser = await host.AsAsync(person);
            var page = await browser.GetAsync(made.Location!);
            var paper = await PdfText.OfAsync(await (await browser.GetAsync($"{made.Location}?handler=Pdf")).Raw.Content.ReadAsByteArrayAsync());
            Assert.That(page.Html + paper, Does.Contain(code).And.Not.Contain(sender), person);
            var opens = (await browser.GetAsync($"/ho-so/{hidden}")).Status == HttpStatusCode.OK;
            Assert.That(page.Html.Contains($"href=\"/ho-so/{hidden}", StringComparison.Ordinal), Is.EqualTo(opens), person);
        }

        var denounced = await host.AsAsync(Denounced);
        Assert.That((await denounced.GetAsync(made.Location!)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await denounced.GetAsync($"{Page}?muc=Incoming")).Html, Does.Not.Contain(made.Location!));
        Assert.That((await (await host.AsAsync("van-thu-khac")).GetAsync($"{Page}?muc=Incoming")).Html, Does.Contain(made.Location!));
    }

    [Test]
    public async Task List_OfOthers_IsNotThere()
    {
        var clerk = await host.AsAsync("mot-cua");
        var id = await host.AcceptedDossierAsync();
        await clerk.GetAsync(PressDesk);
        var made = await MakeAsync(clerk, id);

        Assert.That((await (await host.AsAsync("chuyen-vien-so")).GetAsync(made.Location!)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await (await host.AsAsync("giam-doc")).GetAsync(made.Location!)).Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    private static string PressDesk => $"{Page}?chieu=ToDivision&phong={Units.Press}";

    private static Task<DeskAnswer> MakeAsync(DeskBrowser clerk, params Guid[] dossiers) =>
        clerk.PostSeveralAsync(PressDesk, [.. dossiers.Select(id => ("Chosen", id.ToString()))]);

    private static Task<DeskAnswer> MakeAsync(DeskBrowser clerk, Guid dossier, string place) =>
        clerk.PostAsync(place, new() { ["Chosen"] = dossier.ToString() });

    /// <summary>A denunciation of the head of the division, and the name of who sent it.</summary>
    private async Task<(Guid Id, string Sender)> TakeInDenunciationAsync()
    {
        var id = Guid.CreateVersion7();
        return await host.AtDeskAsync(async desk =>
        {
            var procedure = desk.GetRequiredService<Rulebooks>().InForce("denunciation-settlement", DeskHost.Morning.Date)!.Procedure;
            var applicant = SampleForms.Applicant(procedure, 0);
            var form = SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, 0);
            var request = new TakeInDossierRequest(id, procedure.Slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, []);
            TestOffice.Sure(await desk.GetRequiredService<TakeInDossier>().DoAsync(request, host.Actors["mot-cua"], CancellationToken.None));
            var about = new DenouncedPerson(host.Actors[Denounced].AccountId!.Value, "Người bị tố cáo", HeadsDivision: true);
            TestOffice.Sure(
                await desk.GetRequiredService<ActDesk>()
                    .DoAsync(id, null, host.Actors["mot-cua"], (dossier, act) => dossier.NameDenounced(about, act), CancellationToken.None)
            );
            return (id, applicant.Name);
        });
    }
}

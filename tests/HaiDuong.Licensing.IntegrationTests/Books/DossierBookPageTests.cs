using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Books;

/// <summary>The register of dossiers over HTTP: on screen, on paper, as a workbook; a sender who is kept secret stands in none of them.</summary>
public sealed class DossierBookPageTests
{
    private const string Book = "/so-theo-doi";
    private DeskHost host = null!;
    private Guid open;
    private Guid hidden;
    private string sender = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        await host.EmployAsync(("thanh-tra", StaffRole.Inspector, "hp-science-office"));
        open = await host.AcceptedDossierAsync();
        hidden = Guid.CreateVersion7();
        await host.AtDeskAsync(async desk =>
        {
            var procedure = desk.GetRequiredService<Rulebooks>().InForce("denunciation-settlement", DeskHost.Morning.Date)!.Procedure;
            var applicant = SampleForms.Applicant(procedure, 0);
            var form = SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, 0);
            var request = new TakeInDossierRequest(hidden, procedure.Slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, []);
            sender = applicant.Name;
            return TestOffice.Sure(await desk.GetRequiredService<TakeInDossier>().DoAsync(request, host.Actors["mot-cua"], CancellationToken.None));
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase("mot-cua")]
    [TestCase("trung-tam")]
    [TestCase("thanh-tra")]
    [TestCase("giam-doc-so-khac")]
    public async Task Book_HasALineOfWhatHidesItsSender_AndTellsTheSenderToNobody(string person)
    {
        var browser = await host.AsAsync(person);

        var page = await browser.GetAsync(Book);
        var paper = await PaperAsync(browser, "");

        var code = (await host.DossierAsync(hidden)).Code!;
        Assert.That(page.Html, Does.Contain(code).And.Contain("Người gửi được giữ bí mật").And.Not.Contain(sender));
        Assert.That(paper, Does.Contain("SỔ THEO DÕI HỒ SƠ").And.Contain(code).And.Not.Contain(sender));
        var opens = (await browser.GetAsync($"/ho-so/{hidden}")).Status == HttpStatusCode.OK;
        Assert.That(page.Html.Contains($"href=\"/ho-so/{hidden}", StringComparison.Ordinal), Is.EqualTo(opens));
    }

    [Test]
    public async Task Book_IsPrintedAndTakenAlong_ForItsPeriodAndUnit()
    {
        var clerk = await host.AsAsync("mot-cua");
        var (shown, other) = ((await host.DossierAsync(open)).Code!, (await host.DossierAsync(hidden)).Code!);

        var paper = await PaperAsync(clerk, $"&don-vi={Units.Press}");
        var workbook = await clerk.GetAsync($"{Book}?handler=Excel");
        var nothing = await clerk.GetAsync($"{Book}?handler=Pdf&tu=1/1/2025&den=2/1/2025");
        var backwards = await clerk.GetAsync($"{Book}?tu=2/1/2025&den=1/1/2025");

        Assert.That(paper, Does.Contain(shown).And.Contain(Given.ApplicantName).And.Contain("08/09/2025").And.Not.Contain(other));
        Assert.That(workbook.Raw.Content.Headers.ContentType!.ToString(), Does.StartWith("application/vnd.openxmlformats"));
        Assert.That((nothing.Status, backwards.Html.Contains("Ngày cuối", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)));
        Assert.That(nothing.Html, Does.Contain("không có gì để in"));
    }

    private static async Task<string> PaperAsync(DeskBrowser browser, string further) =>
        await PdfText.OfAsync(await (await browser.GetAsync($"{Book}?handler=Pdf{further}")).Raw.Content.ReadAsByteArrayAsync());
}

using System.Net;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The administrator sees every dossier whose route is held, and lets it go on.</summary>
public sealed class HeldRoutePageTests
{
    private const string Page = "/quan-tri/quy-trinh-dung";
    private DeskHost host = null!;
    private Guid id;
    private string code = "";

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    // Held where its route asks whether a fee is due, as if that condition had asked for a field that was left empty.
    [SetUp]
    public async Task HoldAsync()
    {
        id = await host.AcceptedDossierAsync();
        code = (await host.DossierAsync(id)).Code!;
        const string held = """{"waiting": [], "held": [{"nodeId": "fee-due", "missingFact": "form.superiorAgency"}]}""";
        await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Database.ExecuteSqlAsync(
                    $"WITH work AS (DELETE FROM work_items WHERE dossier_id = {id}) UPDATE dossiers SET route_state = route_state || {held}::jsonb WHERE id = {id}"
                )
        );
    }

    [Test]
    public async Task Administrator_SeesWhatIsMissing_AndLetsTheRouteGoOn()
    {
        var administrator = await host.AsAsync("quan-tri");
        var page = await administrator.GetAsync(Page);
        var dossier = await (await host.AsAsync("truong-phong")).GetAsync($"/ho-so/{id}");

        var done = await administrator.PostAsync($"{Page}?id={id}", new() { ["Empty"] = "false", ["Revision"] = await RevisionAsync() });
        var after = await administrator.GetAsync(Page);

        Assert.That(page.Html, Does.Contain(code).And.Contain("form.superiorAgency").And.Contain("Có phí phải nộp?"));
        Assert.That(dossier.Html, Does.Contain("Quy trình đang dừng vì thiếu dữ kiện"));
        Assert.That(done.Location, Is.EqualTo(Page));
        Assert.That(after.Html, Does.Not.Contain($"<span class=\"hd-code\">{code}"));
        Assert.That((await host.DossierAsync(id)).Work, Is.Not.Empty);
    }

    [Test]
    public async Task NobodyElse_SeesOrRetries()
    {
        var clerk = await host.AsAsync("mot-cua");

        var page = await clerk.GetAsync(Page);

        Assert.That(page.Status, Is.Not.EqualTo(HttpStatusCode.OK));
        Assert.That((await host.DossierAsync(id)).Incidents, Is.Not.Empty);
    }

    private async Task<string> RevisionAsync() => (await host.DossierAsync(id)).Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

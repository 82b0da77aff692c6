using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The name of a denouncer on the office's pages: shown to the leader who decides, to nobody at another desk, in no list.</summary>
public sealed class HiddenApplicantTests
{
    private const string Slug = "denunciation-settlement";
    private const string Name = "Công dân gửi đơn (dữ liệu trình diễn)";
    private DeskHost host = null!;
    private Guid id;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        id = Guid.CreateVersion7();
        await host.AtDeskAsync(async desk =>
        {
            var procedure = desk.GetRequiredService<Rulebooks>().InForce(Slug, DeskHost.Morning.Date)!.Procedure;
            var applicant = SampleForms.Applicant(procedure, 0);
            var form = SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, 0);
            var request = new TakeInDossierRequest(id, Slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, []);
            var result = await desk.GetRequiredService<TakeInDossier>().DoAsync(request, host.Actors["mot-cua"], CancellationToken.None);
            return result.Done ? true : throw new InvalidOperationException(string.Join("; ", result.Refusals));
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public void NumberOfADenouncer_IsNotSaidToOpenTheDossier()
    {
        string? HintFor(string slug)
        {
            var procedure = host.Services.GetRequiredService<Rulebooks>().InForce(slug, DeskHost.Morning.Date)!.Procedure;
            return host
                .Services.GetRequiredService<ApplicantEntry>()
                .ApplicantFields(SampleForms.Applicant(procedure, 0), procedure, [])
                .Single(field => field.Name == "applicant.identityNumber")
                .Hint;
        }

        Assert.That(HintFor(Slug), Does.Contain("chỉ mã tra cứu mới mở được").And.Not.Contain("tra cứu hồ sơ về sau"));
        Assert.That(HintFor("publishing-permit"), Does.Not.Contain("chỉ mã tra cứu"));
    }

    [TestCase("ke-toan")]
    [TestCase("van-thu")]
    [TestCase("quan-tri")]
    [TestCase("truong-phong")]
    public async Task Dossier_OfADenouncer_IsNotThereForOtherDesks(string person)
    {
        var browser = await host.AsAsync(person);

        Assert.That((await browser.GetAsync($"/ho-so/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await browser.GetAsync("/tim?q=cong dan gui don")).Html, Does.Not.Contain(Name));
    }

    [Test]
    public async Task LogOfActs_NamesNoDenouncer_NorWhatTheActSays()
    {
        var page = (await (await host.AsAsync("mot-cua")).GetAsync("/nhat-ky?viec=Accept")).Html;

        Assert.That(page, Does.Contain($"/ho-so/{id}").And.Not.Contain(Name));
        var lines = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().History.Where(line => line.DossierId == id && line.Note != null).Select(line => line.Note!).ToListAsync()
        );
        Assert.That(lines.Where(note => page.Contains(note, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Dossier_WithNeitherCodeNorReferenceToShow_IsHeadedByWhatItIsAbout()
    {
        var procedure = host.Services.GetRequiredService<Rulebooks>().InForce(DueOffice.Permit, DeskHost.Morning.Date)!.Procedure;
        var unread = await new DueOffice(host).SubmittedAsync();

        var page = (await (await host.AsAsync("giam-doc")).GetAsync($"/ho-so/{unread}")).Html;

        Assert.That(page, Does.Contain($"<h1>Hồ sơ chưa có mã: {procedure.ShortName}</h1>"));
    }

    [Test]
    public async Task Dossier_OfADenouncer_NamesTheSenderToTheLeader() =>
        Assert.That((await (await host.AsAsync("giam-doc-so-khac")).GetAsync($"/ho-so/{id}")).Html, Does.Contain(Name));

    [Test]
    public async Task Dossier_OfADenouncer_WhenRead_IsNoted()
    {
        await (await host.AsAsync("giam-doc-so-khac")).GetAsync($"/ho-so/{id}");

        var noted = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .SecurityEvents.Where(one => one.Kind == SecurityEventKind.HiddenDossierRead && one.AccountId == host.Actors["giam-doc-so-khac"].AccountId)
                .ToListAsync()
        );
        Assert.That(noted, Is.Not.Empty);
        Assert.That(noted[0].About, Does.EndWith($"/ho-so/{id}"));
    }

    [Test]
    public async Task Receipt_OfADenouncer_IsHandedOutByTheCounter() =>
        Assert.That((await (await host.AsAsync("mot-cua")).GetAsync($"/mot-cua/bien-nhan/{id}")).Html, Does.Contain(Name));

    [Test]
    public async Task DueDates_OfADenouncer_AreListedWithoutTheName()
    {
        var (old, next) = (DeskHost.Morning, DeskHost.Morning.PlusDays(1));
        var change = new DueDateChange
        {
            DossierId = id,
            KnownAt = old,
            DivisionKey = "hp-science-office",
            OldStatutory = old,
            NewStatutory = next,
            OldPromised = old,
            NewPromised = next,
        };

        var rows = await host.AtDeskAsync(async desk =>
            await desk.GetRequiredService<OneStop.Features.Calendars.DueDateRowsQuery>().OfAsync([change], CancellationToken.None)
        );

        Assert.That(rows.Single().Applicant, Is.EqualTo("Người gửi được giữ bí mật"));
    }

    [Test]
    public async Task Work_OfTheInspectorate_ListsItWithoutTheName()
    {
        var list = await host.AtDeskAsync(async desk =>
            await desk.GetRequiredService<OneStop.Features.Work.MyWorkQuery>()
                .ReadAsync(
                    new Domain.Staff.Actor(Guid.CreateVersion7(), "Chánh Thanh tra", [new(Domain.Staff.StaffRole.DivisionHead, "hp-science-office")]),
                    new(null, false, null, null),
                    DeskHost.Morning,
                    CancellationToken.None
                )
        );

        Assert.That(list.Rows.Select(row => (row.DossierId, row.Applicant)), Is.EqualTo([(id, "Người gửi được giữ bí mật")]));
    }
}

using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;
using Journey = HaiDuong.Licensing.Demo.Journey;

namespace HaiDuong.Licensing.IntegrationTests.Licences;

/// <summary>A result is drafted days before it is issued, and never valid before it exists.</summary>
public sealed class ValidityBeginTests
{
    private TestOffice office = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => office = await TestOffice.OpenAsync(new LocalDateTime(2026, 4, 13, 9, 0));

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [TestCase("game-point-certificate")]
    [TestCase("newsletter-licence")]
    public async Task Result_WhoseFirstDayIsLeftOpen_IsValidFromTheDayOfIssue(string slug)
    {
        var dossier = (await new Journey(office.Time, slug, JourneyPath.Grant).WalkAsync(CancellationToken.None)).Dossier;
        var issuedOn = dossier.Decision!.IssuedOn!.Value;

        var (licence, paper) = await office.AtDeskAsync(async desk =>
            (
                await desk.GetRequiredService<OfficeDbContext>().Licences.AsNoTracking().SingleAsync(one => one.DossierId == dossier.Id),
                desk.GetRequiredService<KeptFiles>().Documents.PathOf(dossier.Decision.IssuedFile!)
            )
        );
        var text = string.Join(' ', (await Tool.ReadAsync("pdftotext", paper, "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.That(dossier.ResultDraft!.At.Date, Is.LessThan(issuedOn), "drafted earlier");
        Assert.That(licence.ValidFrom, Is.EqualTo(issuedOn));
        Assert.That(text, Does.Contain("có giá trị từ ngày cấp đến ngày"));
        Assert.That(
            (await AgainstAsync(dossier, issuedOn.PlusDays(-1)), await AgainstAsync(dossier, issuedOn), await AgainstAsync(dossier, null)),
            Is.EqualTo(("fields.validFrom", "", ""))
        );
    }

    [TestCase(false, "ValidBeforeIssue")]
    [TestCase(true, null)]
    public void CheckBegin_OfAnEarlierDay_AsksTheDataOfTheProcedure(bool may, string? refused)
    {
        var result = office
            .AtDeskAsync(desk => Task.FromResult(desk.GetRequiredService<OneStop.Workflows.ProcedureCatalogue>()))
            .Result.InForce("newsletter-licence", new LocalDate(2026, 4, 13))!
            .Result;
        var own = result with { Validity = result.Validity with { MayBeginBeforeIssue = may } };

        Assert.That(own.CheckBegin(new Dictionary<string, string> { ["validFrom"] = "2026-04-12" }, new LocalDate(2026, 4, 13))?.Code, Is.EqualTo(refused));
    }

    /// <summary>The field that keeps a result with this first day from being issued now.</summary>
    private Task<string> AgainstAsync(Dossier dossier, LocalDate? from) =>
        office.AtDeskAsync(async desk =>
        {
            var fields = dossier.ResultDraft!.Fields.Where(field => field.Key != "validFrom").ToDictionary();
            if (from is { } day)
                fields["validFrom"] = FieldValue.Text(day);
            var act = desk.GetRequiredService<ActDesk>().ContextFor(dossier, Actor.System);
            var refusals = await desk.GetRequiredService<LicenceRegister>()
                .ReadResultAsync(
                    dossier,
                    dossier.ResultDraft with
                    {
                        Fields = fields,
                    },
                    act with
                    {
                        Local = dossier.Decision!.IssuedOn!.Value.At(new LocalTime(9, 0)),
                    },
                    CancellationToken.None
                );
            return string.Join(" ", refusals.Select(refusal => refusal.Field));
        });
}

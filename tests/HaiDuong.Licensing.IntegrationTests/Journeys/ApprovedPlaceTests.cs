using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Web.Demo;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Journeys;

/// <summary>A place stands on the map exactly when the act that numbered and sealed its approval has happened.</summary>
public sealed class ApprovedPlaceTests
{
    private static readonly LocalDateTime Start = new(2026, 3, 2, 7, 45);

    private TestOffice office = null!;

    [SetUp]
    public async Task OpenOfficeAsync() => office = await TestOffice.OpenAsync(Start);

    [TearDown]
    public async Task CloseOfficeAsync() => await office.DisposeAsync();

    [TestCase("bts-investment-approval", "Mast")]
    [TestCase("game-point-certificate", "GamePoint")]
    public async Task Issue_WritesThePlacesOfTheFormWithTheLicence_InItsOwnTransaction(string slug, string kind)
    {
        var journey = await WalkAsync(slug, JourneyPath.Grant);

        var asked = journey.Procedure.Places!.Rows is { } table ? journey.Dossier.Form.RowsOf(table).Count : 1;
        var together = await CountAsync(
            $"""
             SELECT count(*)::int AS "Value" FROM places p JOIN licences l ON l.dossier_id = p.dossier_id AND l.number = p.decision_number
             JOIN licence_events e ON e.licence_id = l.id AND e.xmin = p.xmin
             JOIN history h ON h.dossier_id = p.dossier_id AND h.act = 'Issue' AND h.xmin = p.xmin
             WHERE p.dossier_id = {journey.Dossier.Id} AND p.kind = {kind} AND p.ended_at IS NULL
             """);
        Assert.That(asked, Is.Positive);
        Assert.That(together, Is.EqualTo(asked));
    }

    [TestCase("bts-investment-approval")]
    [TestCase("game-point-certificate")]
    public async Task Refusal_WritesNoPlace(string slug)
    {
        await WalkAsync(slug, JourneyPath.Refuse);

        Assert.That(await CountAsync($"""SELECT count(*)::int AS "Value" FROM places"""), Is.Zero);
    }

    [Test]
    public async Task SecondApprovalOfTheSamePlace_EndsTheFirst()
    {
        var first = await WalkAsync("bts-investment-approval", JourneyPath.Grant);
        var second = await WalkAsync("bts-investment-approval", JourneyPath.Grant);

        var standing = await CountAsync($"""SELECT count(*)::int AS "Value" FROM places WHERE ended_at IS NULL""");
        Assert.That(standing, Is.EqualTo(second.Dossier.Form.RowsOf("sites").Count));
        Assert.That(await CountAsync($"""SELECT count(*)::int AS "Value" FROM places WHERE dossier_id = {first.Dossier.Id} AND ended_at IS NULL"""), Is.Zero);
    }

    [Test]
    public async Task Near_FindsTheApprovedMast_WhichBreaksTheLimitOfTheMap()
    {
        await WalkAsync("bts-investment-approval", JourneyPath.Grant);
        var mast = await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Places.FirstAsync());
        var beside = mast.Position with { Latitude = mast.Latitude + 0.001m };

        var near = await office.AtDeskAsync(desk => desk.GetRequiredService<PlaceStore>().NearAsync(beside, 2_000, CancellationToken.None));

        var map = MapFiles.Load(new WorkflowsFolder(office.Options.WorkflowsFolder!));
        Assert.That(near[0].Place.Id, Is.EqualTo(mast.Id));
        Assert.That(near[0].Metres, Is.EqualTo(111).Within(1));
        Assert.That(map.LimitsOf(PlaceKind.Mast).SelectMany(limit => limit.Broken(near)).Select(found => found.Place.Id), Does.Contain(mast.Id));
    }

    private async Task<JourneyResult> WalkAsync(string slug, JourneyPath path)
    {
        office.Time.Clock.Now = OfficeClock.ToInstant(Start);
        return await new Journey(office.Time, slug, path).WalkAsync(CancellationToken.None);
    }

    private Task<int> CountAsync(FormattableString sql) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.SqlQuery<int>(sql).SingleAsync());
}

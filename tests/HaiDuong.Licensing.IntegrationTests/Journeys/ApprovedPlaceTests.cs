using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Journeys;

/// <summary>A place stands on the map exactly when the act that numbered and sealed its approval has happened.</summary>
public sealed class ApprovedPlaceTests
{
    private static readonly LocalDateTime Start = new(2026, 3, 2, 7, 45);
    private static readonly Actor Entry = new(null, "Văn thư", []);

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
            """
        );
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
    public async Task Renewal_KeepsThePlaceUnderTheNewPaper_AndRevocationEndsItsValidity()
    {
        var first = await WalkAsync("game-point-certificate", JourneyPath.Grant);
        var (before, licence) = await office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            return (await db.Places.SingleAsync(), await db.Licences.Include(one => one.Events).SingleAsync());
        });
        var renewed = new LicencePaper("77/GCN-TCCC", Start.Date, first.Dossier.Applicant, "", "", licence.ValidFrom, licence.ValidTo!.Value.PlusMonths(6));
        await office.AtDeskAsync(async desk =>
        {
            var (db, places) = (desk.GetRequiredService<OfficeDbContext>(), desk.GetRequiredService<PlaceStore>());
            await using var transaction = await db.Database.BeginTransactionAsync();
            var now = desk.GetRequiredService<OfficeClock>().Now;
            var kept = await db.Licences.Include(one => one.Events).SingleAsync();
            kept.Change(
                new LicenceRule
                {
                    Act = LicenceAct.Renew,
                    Text = "",
                    Source = "OK",
                    Verified = false,
                },
                renewed,
                new LicenceEntry(Entry, now, Start.Date)
            );
            await places.RecordAsync(await places.FollowAsync(kept, first.Dossier.Id, [], now, default), now, default);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });

        var after = await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Places.SingleAsync(place => place.EndedAt == null));
        Assert.That(
            (after.DecisionNumber, after.ValidTo, after.Position, after.Key),
            Is.EqualTo(("77/GCN-TCCC", renewed.ValidTo, before.Position, before.Key))
        );

        await office.AtDeskAsync(async desk =>
        {
            var kept = await desk.GetRequiredService<OfficeDbContext>().Licences.Include(one => one.Events).SingleAsync();
            await desk.GetRequiredService<PlaceStore>().RevokeAsync(kept, Start.Date, default);
            return true;
        });
        Assert.That(
            await CountAsync($"""SELECT count(*)::int AS "Value" FROM places WHERE ended_at IS NULL AND valid_to = {Start.Date.PlusDays(-1)}"""),
            Is.EqualTo(1)
        );
    }

    /// <summary>Numbers begin anew each year: what was imported with the number and owner of a new approval does not end with it.</summary>
    [Test]
    public async Task ImportedPlace_OfTheSameNumberAndOwner_IsAnotherPapers()
    {
        var first = await WalkAsync("bts-investment-approval", JourneyPath.Grant);
        var number = first.Dossier.Decision!.Number!;
        await office.AtDeskAsync(async desk =>
        {
            var (db, now) = (desk.GetRequiredService<OfficeDbContext>(), desk.GetRequiredService<OfficeClock>().Now);
            var import = PlaceImport.Read(
                PlaceKind.Mast,
                "cu.csv",
                "UTF-8",
                [new AcceptedRow(2, "CU-1", "CU-1", first.Dossier.Applicant.Name, false, "Gia Lộc", null, 20.9m, 106.3m, null, null, number)],
                [],
                new Dictionary<int, string>(),
                Entry,
                now
            );
            db.PlaceImports.Add(import);
            db.Places.AddRange(import.Places(now));
            await db.SaveChangesAsync();
            var places = desk.GetRequiredService<PlaceStore>();
            var licence = await db.Licences.Include(one => one.Events).SingleAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await places.RevokeAsync(licence, Start.Date, default);
            await transaction.CommitAsync();
            return true;
        });

        Assert.That(
            await CountAsync($"""SELECT count(*)::int AS "Value" FROM places WHERE code = 'CU-1' AND ended_at IS NULL AND valid_to IS NULL"""),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task TwoWhoRecordOnePlaceAtOnce_BothSucceed_AndTheLaterStands()
    {
        await WalkAsync("bts-investment-approval", JourneyPath.Grant);
        var mast = await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Places.AsNoTracking().FirstAsync());
        var standing = await CountAsync($"""SELECT count(*)::int AS "Value" FROM places WHERE ended_at IS NULL""");

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() =>
                        office.AtDeskAsync(async desk =>
                        {
                            var (db, places, now) = (
                                desk.GetRequiredService<OfficeDbContext>(),
                                desk.GetRequiredService<PlaceStore>(),
                                desk.GetRequiredService<OfficeClock>().Now
                            );
                            await using var transaction = await db.Database.BeginTransactionAsync();
                            var row = new AcceptedRow(
                                1,
                                mast.Code,
                                mast.Name,
                                mast.Owner,
                                false,
                                mast.Address,
                                mast.District,
                                mast.Latitude,
                                mast.Longitude,
                                null,
                                null,
                                null
                            );
                            var again = row.Place(mast.Kind, Guid.Empty, now);
                            await db.Database.ExecuteSqlAsync($"SET LOCAL session_replication_role = replica");
                            await places.RecordAsync([again], now, default);
                            await db.SaveChangesAsync();
                            await transaction.CommitAsync();
                            return true;
                        })
                    )
                )
        );

        Assert.That(await CountAsync($"""SELECT count(*)::int AS "Value" FROM places WHERE ended_at IS NULL"""), Is.EqualTo(standing));
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

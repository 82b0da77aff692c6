using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Journeys;

/// <summary>Whoever appraises a mast or a game point sees what stands around it, and is warned by the limits of the map.</summary>
public sealed class NearbyPlacesTests
{
    private static readonly LocalDateTime Start = new(2026, 3, 2, 7, 45);

    private TestOffice office = null!;

    [SetUp]
    public async Task OpenOfficeAsync() => office = await TestOffice.OpenAsync(Start);

    [TearDown]
    public async Task CloseOfficeAsync() => await office.DisposeAsync();

    [TestCase("bts-investment-approval", PlaceKind.Mast, 0.003, "mastNearMast")]
    [TestCase("bts-investment-approval", PlaceKind.Mast, 0.009, null)]
    [TestCase("bts-investment-approval", PlaceKind.School, 0.001, null)]
    [TestCase("game-point-certificate", PlaceKind.School, 0.001, "gamePointNearSchool")]
    [TestCase("game-point-certificate", PlaceKind.School, 0.003, null)]
    public async Task Neighbour_IsListed_AndWarnedOfBelowTheLimitOfItsKind(string slug, PlaceKind kind, double north, string? limit)
    {
        var id = await office.SubmitAsync(slug);
        var asked = (await NearbyAsync(id))[0].Asked;
        await AddAsync(Make(kind, "X1", asked.Latitude + (decimal)north, asked.Longitude));

        var nearby = (await NearbyAsync(id))[0];

        Assert.That(nearby.Neighbours.Select(found => found.Place.Name), Is.EqualTo(new[] { "X1" }));
        Assert.That(nearby.Broken.Select(broken => broken.Key), Is.EqualTo(limit is null ? [] : new[] { limit }));
        Assert.That(nearby.IsWarnedOf(nearby.Neighbours[0]), Is.EqualTo(limit is not null));
    }

    [Test]
    public async Task Neighbour_BeyondTwoKilometres_IsNotListed()
    {
        var id = await office.SubmitAsync("bts-investment-approval");
        var asked = (await NearbyAsync(id))[0].Asked;
        await AddAsync(Make(PlaceKind.Mast, "X1", asked.Latitude + 0.02m, asked.Longitude));

        Assert.That((await NearbyAsync(id))[0].Neighbours, Is.Empty);
    }

    [Test]
    public async Task ProcedureWithoutPlaces_HasNoNeighbours() => Assert.That(await NearbyAsync(await office.SubmitAsync("publishing-permit")), Is.Empty);

    private Task<IReadOnlyList<NearbyPlaces>> NearbyAsync(Guid id) =>
        office.AtDeskAsync(async desk =>
        {
            var dossier = (await desk.GetRequiredService<DossierStore>().FindAsync(id, CancellationToken.None))!;
            return await desk.GetRequiredService<NearbyPlacesQuery>()
                .ReadAsync(dossier, office.Time.Rulebooks.For(dossier).Procedure, office.Time.Clock.Now, CancellationToken.None);
        });

    private Task<int> AddAsync(Place place) =>
        office.AtDeskAsync(desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            db.Places.Add(place);
            return db.SaveChangesAsync();
        });

    private Place Make(PlaceKind kind, string name, decimal latitude, decimal longitude) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Name = name,
            Owner = "Đơn vị thử",
            Address = "Xã thử",
            Latitude = latitude,
            Longitude = longitude,
            RecordedAt = office.Time.Clock.Now,
        };
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace HaiDuong.Licensing.Demo;

/// <summary>
/// Invented masts, game points and schools around the middle of every district, each marked as demo data, so that the map of a demo office is not empty.
/// </summary>
public static class DemoPlaces
{
    private const int MastsOfAUnit = 20;
    private const int GamePointsOfAUnit = 5;
    private const int SchoolsOfAUnit = 5;

    /// <summary>The same places each time.</summary>
    public static IEnumerable<Place> Of(ProvinceMap map, Instant now) =>
        map.Units.SelectMany(
            (unit, index) =>
                Enumerable
                    .Range(0, MastsOfAUnit)
                    .Select(number => Make(PlaceKind.Mast, unit, index * MastsOfAUnit + number, now))
                    .Concat(Enumerable.Range(0, GamePointsOfAUnit).Select(number => Make(PlaceKind.GamePoint, unit, index * GamePointsOfAUnit + number, now)))
                    .Concat(Enumerable.Range(0, SchoolsOfAUnit).Select(number => Make(PlaceKind.School, unit, index * SchoolsOfAUnit + number, now)))
        );

    /// <summary>Writes them by one COPY, inside the transaction that is open.</summary>
    public static async Task WriteAsync(OfficeDbContext db, ProvinceMap map, Instant now, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY places (id, kind, key, code, name, owner, owner_is_person, address, district, latitude, longitude, details, is_demo, recorded_at) FROM STDIN (FORMAT binary)",
            cancel
        );
        foreach (var place in Of(map, now))
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(place.Id, NpgsqlDbType.Uuid, cancel);
            foreach (var text in new[] { place.Kind.ToString(), place.Key, place.Code, place.Name, place.Owner })
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(place.OwnerIsPerson, NpgsqlDbType.Boolean, cancel);
            await copy.WriteAsync(place.Address, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(place.District, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(place.Latitude, NpgsqlDbType.Numeric, cancel);
            await copy.WriteAsync(place.Longitude, NpgsqlDbType.Numeric, cancel);
            await copy.WriteAsync(place.Details, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(place.IsDemo, NpgsqlDbType.Boolean, cancel);
            await copy.WriteAsync(place.RecordedAt, NpgsqlDbType.TimestampTz, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static Place Make(PlaceKind kind, ProvinceUnit unit, int number, Instant now)
    {
        // Points of a sunflower: even, and never two on one spot.
        var spread = 0.055 * Math.Sqrt((number % MastsOfAUnit + 0.5) / MastsOfAUnit);
        var turn = number * 2.39996 + (int)kind;
        var word = $"place.{kind}.";
        return new Place
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Code = kind == PlaceKind.Mast ? $"TD-{number + 1:0000}" : null,
            Name = string.Format(null, SampleTexts.Get(word + "name"), number + 1, unit.ShortName),
            Owner = string.Format(null, SampleTexts.Get(word + "owner"), (char)('A' + number % 3), unit.ShortName),
            Address = unit.Name,
            District = unit.Name,
            Latitude = decimal.Round(unit.Latitude + (decimal)(spread * Math.Sin(turn)), GeoPosition.Decimals),
            Longitude = decimal.Round(unit.Longitude + (decimal)(spread * Math.Cos(turn)), GeoPosition.Decimals),
            Details = kind == PlaceKind.Mast ? string.Format(null, SampleTexts.Get(word + "details"), 18 + number % 5 * 6) : null,
            IsDemo = true,
            RecordedAt = now,
        };
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Appraisal;

/// <summary>One place of a request, what stands around it, and the limits that something there breaks.</summary>
public sealed record NearbyPlaces(Place Asked, IReadOnlyList<Neighbour> Neighbours, IReadOnlyList<DistanceLimit> Broken)
{
    /// <summary>True when this neighbour is one that a limit warns of.</summary>
    public bool IsWarnedOf(Neighbour neighbour) => Broken.Any(limit => limit.Broken([neighbour]).Count > 0);
}

/// <summary>Địa điểm lân cận: the nearest places around every place that a dossier asks for; empty for procedures without places.</summary>
public sealed class NearbyPlacesQuery(PlaceStore places, ProvinceMap map)
{
    private const int Radius = 2_000;
    private const int Shown = 8;

    public async Task<IReadOnlyList<NearbyPlaces>> ReadAsync(Dossier dossier, Procedure procedure, Instant now, CancellationToken cancel)
    {
        var found = new List<NearbyPlaces>();
        foreach (var asked in procedure.Places?.Asked(dossier, procedure, map, now) ?? [])
        {
            var limits = map.LimitsOf(asked.Kind).ToList();
            var radius = Math.Max(Radius, limits.Select(limit => limit.Metres).DefaultIfEmpty().Max());
            // The place itself may stand already, from an earlier approval.
            var near = (await places.NearAsync(asked.Position, radius, cancel))
                .Where(other => other.Place.Kind != asked.Kind || other.Place.Key != asked.Key)
                .ToList();
            List<DistanceLimit> broken = [.. limits.Where(limit => limit.Broken(near).Count > 0)];
            var warned = near.Where(other => broken.Any(limit => limit.Broken([other]).Count > 0));
            found.Add(new NearbyPlaces(asked, [.. near.Take(Shown).Union(warned).OrderBy(other => other.Metres)], broken));
        }

        return found;
    }
}

using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Bản đồ công khai for everybody: the kinds that the data of the map make public, without names of persons and technical details.</summary>
[EnableRateLimiting(LookupLimits.Policy)]
[AllowAnonymous]
public sealed class PublicMapModel(PlacesQuery query, ProvinceMap map, MapTiles tiles, OfficeClock clock, IStringLocalizerFactory localizers)
    : PlaceMapModel(query, map, tiles, clock, localizers)
{
    public override IReadOnlyList<PlaceKind> Kinds { get; } = map.PublicKinds;

    public override bool IsPublic => true;

    public Task OnGetAsync() => OpenAsync();
}

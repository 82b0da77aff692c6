using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Bản đồ of the staff: every kind with everything that is known, to take along as CSV too.</summary>
[ForRoles(StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Leader, StaffRole.Inspector, StaffRole.CentreLeader, StaffRole.Administrator)]
public sealed class MapModel(
    PlacesQuery query,
    ReadableRowsQuery readable,
    ProvinceMap map,
    MapTiles tiles,
    CurrentActor current,
    OfficeClock clock,
    IStringLocalizerFactory localizers
) : PlaceMapModel(query, map, tiles, clock, localizers)
{
    private static readonly string[] Columns =
    [
        "Kind",
        "Code",
        "Name",
        "Owner",
        "Address",
        "District",
        "Latitude",
        "Longitude",
        "Details",
        "Number",
        "ValidTo",
        "Origin",
        "Demo",
    ];

    public override IReadOnlyList<PlaceKind> Kinds { get; } = Enum.GetValues<PlaceKind>();

    public override bool IsPublic => false;

    private IReadOnlySet<Guid> opening = new HashSet<Guid>();

    public override bool Opens(Guid dossier) => opening.Contains(dossier);

    /// <summary>Whether a register may be brought.</summary>
    public bool MayImport { get; private set; }

    public async Task OnGetAsync()
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        MayImport = ReadPlaceImport.MayImport(actor);
        await OpenAsync();
        opening = await readable.OpeningAsync(actor, Result.Found.Select(place => place.DossierId), HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        var places = await Query.AllAsync(Filter, HttpContext.RequestAborted);
        string[] header = [.. Columns.Select(key => Words[key].Value)];
        return File(CsvOutput.Write(header, places.Select(Row)), CsvOutput.ContentType, $"dia-diem-{Clock.Today:yyyyMMdd}.csv");
    }

    private IEnumerable<string> Row(ShownPlace place) =>
        [
            Words[$"Kind.{place.Kind}"],
            place.Code ?? "",
            place.Name,
            place.Owner ?? "",
            place.Address,
            place.District ?? "",
            Degrees(place.Latitude),
            Degrees(place.Longitude),
            place.Details ?? "",
            place.DecisionNumber ?? "",
            place.ValidTo is { } day ? VietnameseDate.Print(day) : "",
            OriginOf(place),
            place.IsDemo ? Words["DemoMark"] : "",
        ];

    private static string Degrees(decimal angle) => angle.ToString("0.000000", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Imports;
using HaiDuong.Licensing.Web.Ui;
using HaiDuong.Licensing.Web.Ui.Entry;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.Web.Features.Places;

/// <summary>Bản đồ: masts, game points and schools as points, and the same places as a table, GeoJSON and CSV.</summary>
public sealed class MapModel(PlacesQuery query, ProvinceMap map, MapTiles tiles, CurrentActor current, OfficeClock clock, IStringLocalizerFactory localizers) : PageModel
{
    private static readonly string[] Columns = ["Kind", "Code", "Name", "Owner", "Address", "District", "Latitude", "Longitude", "Details", "Number", "ValidTo", "Demo"];

    private readonly IStringLocalizer words = localizers.Create("HaiDuong.Licensing.Web.Features.Places.Map", typeof(MapModel).Assembly.GetName().Name!);

    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? KindText { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu-khoa")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    /// <summary>Whether a register may be brought.</summary>
    public bool MayImport { get; private set; }

    public PlacesPage Result { get; private set; } = new([], 0, null);

    public MapTiles Tiles => tiles;

    public ProvinceMap Province => map;

    public bool IsFiltered => Kind is not null || Text is { Length: > 0 };

    public string? More => Result.Next is { } next ? Address("after", next.ToString()) : null;

    /// <summary>The corners of the map, as the script reads them.</summary>
    public string Bounds => JsonSerializer.Serialize(new[] { new[] { map.Bounds.South, map.Bounds.West }, [map.Bounds.North, map.Bounds.East] });

    public string Units => JsonSerializer.Serialize(map.Units.Select(unit => new { name = unit.ShortName, at = new[] { unit.Latitude, unit.Longitude } }));

    private PlaceKind? Kind => Enum.GetValues<PlaceKind>().Where(kind => kind.ToString() == KindText).Select(kind => (PlaceKind?)kind).FirstOrDefault();

    private PlaceFilter Filter => new(Kind, Text);

    public async Task OnGetAsync()
    {
        Result = await query.PageAsync(Filter, After, HttpContext.RequestAborted);
        MayImport = ReadPlaceImport.MayImport(await current.GetAsync(HttpContext.RequestAborted));
        if (tiles.Source is { } source)
            Response.Headers.ContentSecurityPolicy = SecurityHeaders.WithImagesFrom(source);
    }

    public async Task<IActionResult> OnGetGeoJsonAsync() =>
        File(PlaceGeoJson.Write(await query.AllAsync(Filter, HttpContext.RequestAborted)), PlaceGeoJson.ContentType);

    public async Task<IActionResult> OnGetCsvAsync()
    {
        var places = await query.AllAsync(Filter, HttpContext.RequestAborted);
        string[] header = [.. Columns.Select(key => words[key].Value)];
        return File(CsvOutput.Write(header, places.Select(Row)), CsvOutput.ContentType, $"dia-diem-{clock.Today:yyyyMMdd}.csv");
    }

    /// <summary>The address of an export, or of the rest, of what is shown.</summary>
    public string Address(string key, string value) =>
        QueryString.Create([KeyValuePair.Create("loai", KindText), KeyValuePair.Create("tu-khoa", Text), KeyValuePair.Create<string, string?>(key, value)]).ToString();

    public bool HasEnded(Place place) => !place.IsValidOn(clock.Today);

    private IEnumerable<string> Row(Place place) =>
    [
        words[$"Kind.{place.Kind}"], place.Code ?? "", place.Name, place.Owner, place.Address, place.District ?? "", Degrees(place.Latitude), Degrees(place.Longitude),
        place.Details ?? "", place.DecisionNumber ?? "", place.ValidTo is { } day ? VietnameseDate.Print(day) : "", place.IsDemo ? words["DemoMark"] : "",
    ];

    private static string Degrees(decimal angle) => angle.ToString("0.000000", CultureInfo.InvariantCulture);
}

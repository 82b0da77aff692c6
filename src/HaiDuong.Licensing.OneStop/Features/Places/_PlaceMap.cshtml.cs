using System.Text.Json;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Ui;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>
/// Places as points, and the same places as a table and as GeoJSON, under one filter: what the map of the staff and the public one have in common.
/// </summary>
public abstract class PlaceMapModel(PlacesQuery query, ProvinceMap map, MapTiles tiles, OfficeClock clock, IStringLocalizerFactory localizers) : PageModel
{
    private const string Valid = "con";
    private const string NotValid = "het";
    private readonly IStringLocalizer words = localizers.Create(
        "HaiDuong.Licensing.OneStop.Features.Places._PlaceMap",
        typeof(PlaceMapModel).Assembly.GetName().Name!
    );

    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? KindText { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu-khoa")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "dia-ban")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "hieu-luc")]
    public string? Validity { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public PlacesPage Result { get; private set; } = new([], 0, null);

    public MapTiles Tiles => tiles;

    /// <summary>Which kinds the viewer may see.</summary>
    public abstract IReadOnlyList<PlaceKind> Kinds { get; }

    /// <summary>Whether the viewer is everybody.</summary>
    public abstract bool IsPublic { get; }

    public IReadOnlyList<FieldChoice> Districts => [.. map.Units.Select(unit => new FieldChoice(unit.Name, unit.Name))];

    /// <summary>The answers to "valid or not", by the words of the page.</summary>
    public static IReadOnlyList<string> Validities { get; } = [Valid, NotValid];

    public bool IsFiltered => Kind is not null || Text is { Length: > 0 } || District is { Length: > 0 } || IsValid is not null;

    /// <summary>Whether the dossier of a place opens to the viewer; to everybody none does.</summary>
    public virtual bool Opens(Guid dossier) => false;

    public string? More => Result.Next is { } next ? Address("after", next.ToString()) : null;

    /// <summary>The corners of the map, as the script reads them.</summary>
    public string Bounds => JsonSerializer.Serialize(new[] { new[] { map.Bounds.South, map.Bounds.West }, [map.Bounds.North, map.Bounds.East] });

    public string Units => JsonSerializer.Serialize(map.Units.Select(unit => new { name = unit.ShortName, at = new[] { unit.Latitude, unit.Longitude } }));

    protected PlacesQuery Query => query;

    protected OfficeClock Clock => clock;

    protected IStringLocalizer Words => words;

    protected PlaceFilter Filter => new(Kind is { } kind ? [kind] : Kinds, Text, District, IsValid, clock.Today, IsPublic);

    private PlaceKind? Kind => Kinds.Where(kind => kind.ToString() == KindText).Select(kind => (PlaceKind?)kind).FirstOrDefault();

    private bool? IsValid =>
        Validity switch
        {
            Valid => true,
            NotValid => false,
            _ => null,
        };

    public async Task<IActionResult> OnGetGeoJsonAsync() =>
        File(PlaceGeoJson.Write(await query.AllAsync(Filter, HttpContext.RequestAborted), OriginOf), PlaceGeoJson.ContentType);

    /// <summary>What the place rests on, in words.</summary>
    public string OriginOf(ShownPlace place) => words[$"Origin.{place.Origin}", VietnameseDate.Print(OfficeClock.ToLocal(place.RecordedAt).Date)];

    /// <summary>The address of an export, or of the rest, of what is shown.</summary>
    public string Address(string key, string value) =>
        QueryString
            .Create([
                KeyValuePair.Create("loai", KindText),
                KeyValuePair.Create("tu-khoa", Text),
                KeyValuePair.Create("dia-ban", District),
                KeyValuePair.Create("hieu-luc", Validity),
                KeyValuePair.Create<string, string?>(key, value),
            ])
            .ToString();

    public bool HasEnded(ShownPlace place) => !place.IsValidOn(clock.Today);

    protected async Task OpenAsync()
    {
        Result = await query.PageAsync(Filter, After, HttpContext.RequestAborted);
        if (tiles.Source is { } source)
            Response.Headers.ContentSecurityPolicy = SecurityHeaders.WithImagesFrom(source);
    }
}

using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

/// <summary>One route: its draft with what the checker says, its drawing, its versions.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class RoutePageModel(
    RoutesQuery query,
    PublishRoute publish,
    DiscardRouteDraft discard,
    Rulebooks rulebooks,
    CurrentActor current,
    IStringLocalizerFactory localizers
) : PageModel
{
    private const string DraftWord = "nhap";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Which version is drawn: a number, or the draft; the newest one when not said.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public string? Which { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public RouteDraft? Draft { get; private set; }

    public IReadOnlyList<WorkflowProblem> Problems { get; private set; } = [];

    public IReadOnlyList<RouteVersionRow> Versions { get; private set; } = [];

    public Route? Newest { get; private set; }

    public Route? Shown { get; private set; }

    /// <summary>True when its faults, which stand with the draft, forbade to publish it.</summary>
    public bool IsNotPublished { get; private set; }

    public bool ShowsDraft { get; private set; }

    public string Name => Say(Shown?.Name ?? Newest?.Name ?? Id);

    /// <summary>A text of a route as it is shown to who is served now.</summary>
    public string Say(string text) => rulebooks.Catalogue.Shown(text);

    public int OpenOlder => Versions.Where(row => row.Version != Newest?.Version).Sum(row => row.OpenDossiers);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    private IStringLocalizer Words =>
        localizers.Create("HaiDuong.Licensing.OneStop.Features.Routes.RoutePage", typeof(RoutePageModel).Assembly.GetName().Name!);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>The definition as a file: of a published version, or of the draft, or of the newest version where there is none.</summary>
    public async Task<IActionResult> OnGetFileAsync(int? version)
    {
        if (!await LoadAsync())
            return NotFound();
        if (version is null && Draft is not null)
            return DefinitionFile(Draft.Definition, DraftWord);
        return (version ?? Newest?.Version) is { } number && Versions.Any(row => row.Version == number)
            ? DefinitionFile(rulebooks.RouteOf(Id, number).ToJson(), string.Create(CultureInfo.InvariantCulture, $"v{number}"))
            : NotFound();
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        var result = await publish.DoAsync(new PublishRouteRequest(Id, Revision), await current.GetAsync(Cancel), Cancel);
        if (result.Done)
        {
            Flash.Good(TempData, Words["Published", Say(result.Route!.Name), result.Route.Version]);
            return Redirect($"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={Id}");
        }

        IsNotPublished = result.Problems.Count > 0;
        return await RefusedAsync(result.Refusals);
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        var result = await discard.DoAsync(Id, Revision, await current.GetAsync(Cancel), Cancel);
        if (!result.Done)
            return await RefusedAsync(result.Refusals);
        Flash.Info(TempData, Words["Discarded"]);
        return Redirect(rulebooks.Routes.Any(route => route.Id == Id) ? $"/quan-tri/quy-trinh/{Id}" : "/quan-tri/quy-trinh");
    }

    private FileContentResult DefinitionFile(string definition, string which) =>
        File(Encoding.UTF8.GetBytes(definition), "application/json", $"{Id}-{which}.json");

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals)
    {
        if (!await LoadAsync())
        {
            Flash.Info(TempData, string.Join(" ", refusals.Select(refusal => refusal.Sentence)));
            return Redirect("/quan-tri/quy-trinh");
        }

        foreach (var refusal in refusals)
            ModelState.AddModelError("", refusal.Sentence);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        Draft = await query.DraftAsync(Id, Cancel);
        Newest = rulebooks.Routes.FirstOrDefault(route => route.Id == Id);
        if (Draft is null && Newest is null)
            return false;
        Versions = await query.VersionsAsync(Id, Cancel);
        if (Draft is not null)
            Problems = await publish.CheckAsync(Draft.Definition, Id, Cancel);
        ShowsDraft = Draft is not null && (Which == DraftWord || Newest is null);
        Shown =
            ShowsDraft ? Readable(Draft!.Definition)
            : int.TryParse(Which, CultureInfo.InvariantCulture, out var number) && Versions.Any(row => row.Version == number) ? rulebooks.RouteOf(Id, number)
            : Newest;
        return true;
    }

    private static Route? Readable(string definition)
    {
        try
        {
            return Route.Parse(definition);
        }
        catch (RouteFormatException)
        {
            return null;
        }
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

/// <summary>The plan to move open dossiers to a new version, and its confirmation: what is not ticked stays.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class MovePlanModel(
    MovePlanQuery query,
    MoveDossier move,
    Rulebooks rulebooks,
    CurrentActor current,
    OfficeClock clock,
    IStringLocalizerFactory localizers
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "quy-trinh")]
    public string? RouteId { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? ProcedureSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>Everything on the page that can move, ticked or not.</summary>
    [BindProperty]
    public bool All { get; set; }

    [BindProperty]
    public Dictionary<Guid, int> Seen { get; set; } = [];

    /// <summary>The versions that the plan showed for each dossier.</summary>
    [BindProperty]
    public Dictionary<Guid, string> Targets { get; set; } = [];

    /// <summary>The chosen step by <c>dossier/step</c>.</summary>
    [BindProperty]
    public Dictionary<string, string> Steps { get; set; } = [];

    public IReadOnlyList<PlannedDossier> Rows { get; private set; } = [];

    public string Name { get; private set; } = "";

    public string? More => Rows.Count == MovePlanQuery.Size ? $"{Here}&after={Rows[^1].Dossier.Id}" : null;

    private IStringLocalizer Words => localizers.Create("HaiDuong.Licensing.OneStop.Features.Routes.MovePlan", typeof(MovePlanModel).Assembly.GetName().Name!);

    private string Here =>
        ProcedureSlug is null ? $"/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={RouteId}" : $"/quan-tri/quy-trinh/chuyen-phien-ban?thu-tuc={ProcedureSlug}";

    /// <summary>A dossier that no chosen step could take in stays where it is.</summary>
    public bool MayMove(PlannedDossier row) =>
        row.Plan.Refusals.Count == 0 || row.Plan.Refusals.All(refusal => refusal.Code == nameof(RefusalCode.MoveUnreachable));

    public bool IsChosen(Guid id) => Chosen.Contains(id);

    public string? ChosenStep(Guid id, MovedStep step) => Steps.GetValueOrDefault($"{id}/{step.From.Id}") ?? step.To?.Id;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var actor = await current.GetAsync(HttpContext.RequestAborted);
        List<Guid> moved = [];
        if (All)
            Chosen = [.. Seen.Keys];
        foreach (var id in Chosen.Distinct())
        {
            var steps = Steps
                .Where(step => step.Key.StartsWith($"{id}/", StringComparison.Ordinal))
                .ToDictionary(step => step.Key.Split('/', 2)[1], step => step.Value);
            var result = await move.DoAsync(
                new MoveDossierRequest(id, Seen.TryGetValue(id, out var seen) ? seen : null, Targets.GetValueOrDefault(id), ProcedureSlug is not null, steps),
                actor,
                HttpContext.RequestAborted
            );
            if (result.Done)
                moved.Add(id);
            foreach (var refusal in result.Refusals)
                ModelState.AddModelError("", $"{result.Dossier?.Code ?? HiddenApplicant.NoCode}: {refusal.Sentence}");
        }

        if (Chosen.Count == 0)
            ModelState.AddModelError("", Words["ChooseOne"]);
        if (ModelState.IsValid)
        {
            Flash.Good(TempData, Words["Moved", moved.Count]);
            return Redirect(Here);
        }

        Chosen = [.. Chosen.Except(moved)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await LoadAsync() ? Page() : NotFound();
    }

    /// <summary>A text of the files as it is shown to who is served now.</summary>
    public string Say(string text) => rulebooks.Catalogue.Shown(text);

    private async Task<bool> LoadAsync()
    {
        var name = ProcedureSlug is { } slug
            ? rulebooks.Catalogue.ShownInForce(slug, clock.Today)?.Name
            : rulebooks.Routes.FirstOrDefault(route => route.Id == RouteId)?.Name;
        if (name is null)
            return false;
        Name = Say(name);
        Rows = await query.ReadAsync(new MovePlanFilter(RouteId, ProcedureSlug, After), HttpContext.RequestAborted);
        return true;
    }
}

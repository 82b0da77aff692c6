using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

/// <summary>Every route with its versions and drafts; a definition file is imported here as a draft.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class RouteListModel(
    RoutesQuery query,
    SaveRouteDraft save,
    Rulebooks rulebooks,
    EditedFiles edited,
    LawFound law,
    CurrentActor current,
    OfficeClock clock
) : PageModel
{
    public IReadOnlyList<RouteRow> Rows { get; private set; } = [];

    public IReadOnlyList<WorkflowProblem> Edited => [.. law.Broken, .. edited.Problems];

    /// <summary>Procedures in force of which an older version may still have dossiers.</summary>
    public IReadOnlyList<Procedure> OlderProcedures =>
        [
            .. rulebooks
                .Catalogue.All(clock.Today)
                .Where(procedure => rulebooks.Catalogue.Versions.Count(version => version.Slug == procedure.Slug) > 1)
                .Select(rulebooks.Catalogue.Shown),
        ];

    public async Task OnGetAsync() => Rows = await query.ListAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (file is not { Length: > 0 })
            return await RefusedAsync(new Refusal(nameof(RefusalCode.RouteFileRequired), "File"));
        if (file.Length > Route.MaximumLength)
            return await RefusedAsync(new Refusal(nameof(RefusalCode.RouteFileTooLarge), "File"));
        using var reader = new StreamReader(file.OpenReadStream());
        var definition = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        try
        {
            var route = Route.Parse(definition);
            var actor = await current.GetAsync(HttpContext.RequestAborted);
            var result = await save.DoAsync(new SaveRouteDraftRequest(route.Id, definition, 0), actor, HttpContext.RequestAborted);
            if (result.Done)
                return Redirect($"/quan-tri/quy-trinh/{route.Id}?ban=nhap");
            return await RefusedAsync(
                result.Draft is { } other && !result.Refusals.Any(refusal => refusal.IsLostRace)
                    ? [new Refusal(nameof(RefusalCode.DraftExists), null, route.Name, other.SavedBy)]
                    : [.. result.Refusals]
            );
        }
        catch (RouteFormatException fault)
        {
            foreach (var finding in fault.Findings)
                ModelState.AddModelError("", WorkflowProblem.Of(finding, "").Sentence());
            return await RefusedAsync();
        }
    }

    public IEnumerable<string> UsersOf(string routeId) =>
        rulebooks
            .Catalogue.All(clock.Today)
            .Where(procedure => procedure.RouteId == routeId)
            .Select(procedure => rulebooks.Catalogue.Shown(procedure.ShortName));

    private async Task<IActionResult> RefusedAsync(params Refusal[] refusals)
    {
        FormRefusals.Add(ModelState, refusals);
        Rows = await query.ListAsync(HttpContext.RequestAborted);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }
}

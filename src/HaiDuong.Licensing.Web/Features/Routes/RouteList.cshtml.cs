using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Ui.Fields;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.Web.Features.Routes;

/// <summary>Every route with its versions and drafts; a definition file is imported here as a draft.</summary>
public sealed class RouteListModel(RoutesQuery query, SaveRouteDraft save, Rulebooks rulebooks, EditedFiles edited, CurrentActor current, OfficeClock clock) : PageModel
{
    public IReadOnlyList<RouteRow> Rows { get; private set; } = [];

    public IReadOnlyList<WorkflowProblem> Edited => edited.Problems;

    /// <summary>Procedures in force of which an older version may still have dossiers.</summary>
    public IReadOnlyList<Procedure> OlderProcedures =>
        [.. rulebooks.Catalogue.All(clock.Today).Where(procedure => rulebooks.Catalogue.Versions.Count(version => version.Slug == procedure.Slug) > 1)];

    public async Task OnGetAsync() => Rows = await query.ListAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        var definition = "";
        if (file is { Length: > 0 and <= Route.MaximumLength })
        {
            using var reader = new StreamReader(file.OpenReadStream());
            definition = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        }

        try
        {
            var id = Route.Parse(definition).Id;
            var actor = await current.GetAsync(HttpContext.RequestAborted);
            var result = await save.DoAsync(new SaveRouteDraftRequest(id, definition, null), actor, HttpContext.RequestAborted);
            if (result.Done)
                return Redirect($"/quan-tri/quy-trinh/{id}?ban=nhap");
            FormRefusals.Add(ModelState, result.Refusals);
        }
        catch (RouteFormatException fault)
        {
            foreach (var finding in fault.Findings)
                ModelState.AddModelError("", WorkflowProblem.Of(finding, "").Sentence());
        }

        Rows = await query.ListAsync(HttpContext.RequestAborted);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public IEnumerable<string> UsersOf(string routeId) =>
        rulebooks.Catalogue.All(clock.Today).Where(procedure => procedure.RouteId == routeId).Select(procedure => procedure.ShortName);
}

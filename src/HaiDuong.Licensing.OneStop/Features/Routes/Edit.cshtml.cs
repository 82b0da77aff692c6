using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Npm;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Routes;

/// <summary>Elsa Studio in a frame of its own; when the package was not fetched, how to fetch it.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class EditModel(RoutesQuery query, Rulebooks rulebooks, StudioPackage package) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public bool IsThere => package.IsThere;

    public string FetchCommand => StudioPackage.FetchCommand;

    public async Task<IActionResult> OnGetAsync()
    {
        var route = rulebooks.Routes.FirstOrDefault(known => known.Id == Id);
        if (route is null && await query.DraftAsync(Id, HttpContext.RequestAborted) is null)
            return NotFound();
        Name = route is null ? Id : rulebooks.Catalogue.Shown(route.Name);
        return Page();
    }
}

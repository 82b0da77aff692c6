using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Catalogue;

/// <summary>One procedure as a citizen must know it before filing.</summary>
public sealed class ProcedurePageModel(Rulebooks rulebooks, OfficeClock clock) : PageModel
{
    private DossierRules rules = null!;

    public LocalDate Today => clock.Today;

    public Procedure Procedure => rules.Procedure;

    /// <summary>The division that handles it today, and its department.</summary>
    public string Division =>
        $"{rules.Organisation.NameOf(rules.Organisation.KeyOn(Procedure.DivisionKey, Today))}, {rules.Organisation.For(Procedure.DivisionKey, Today).Name}";

    public IActionResult OnGet(string slug)
    {
        if (rulebooks.InForce(slug, Today) is not { } found)
            return NotFound();
        rules = found;
        return Page();
    }

    public string Drawing(Func<string, string> roleName) => RouteDrawing.Render(rules.Route, roleName: roleName);

    public IReadOnlyList<string> Sentences(Func<string, string> roleName) => RouteDrawing.Describe(rules.Route, roleName: roleName);
}

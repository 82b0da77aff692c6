using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Catalogue;

/// <summary>One procedure as a citizen must know it before filing; a part with a fact that the office has not confirmed yet says so once.</summary>
[AllowAnonymous]
public sealed class ProcedurePageModel(Rulebooks rulebooks, ConfirmedFactsQuery confirmations, OfficeClock clock) : PageModel, IAboutDivision
{
    public string? DivisionKey => rules?.Procedure.DivisionKey;

    private DossierRules rules = null!;
    private ConfirmedFacts confirmed = null!;

    public LocalDate Today => clock.Today;

    public Procedure Procedure => rules.Procedure;

    /// <summary>The division that handles it today, and its department.</summary>
    public string Division =>
        $"{rules.Organisation.NameOf(rules.Organisation.KeyOn(Procedure.DivisionKey, Today))}, {rules.Organisation.For(Procedure.DivisionKey, Today).Name}";

    /// <summary>Whether something that the summary says is not confirmed: of the fees the rates of today.</summary>
    public bool IsSummaryOpen =>
        IsOpen([
            .. Procedure.Code.Length > 0 ? ["codeStatus"] : Array.Empty<string>(),
            "eligible",
            "terms",
            "noticeBefore",
            "result",
            "onlineLevel",
            .. Procedure.FeeLines.SelectMany(line =>
                line.Rates.Index().Where(rate => rate.Item == line.RateOn(Today)).Select(rate => $"feeLines.{line.Key}.rates[{rate.Index}]")
            ),
        ]);

    public bool HasOpen => IsSummaryOpen || IsOpen("papers", "refusalGrounds", "legalBasis", "inForce");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (rulebooks.InForce(slug, Today) is not { } found)
            return NotFound();
        rules = rulebooks.Shown(found);
        confirmed = await confirmations.ReadAsync(Procedure.VersionKey, cancel);
        return Page();
    }

    /// <summary>Whether a fact at one of the places of the file, or below it, is not confirmed.</summary>
    public bool IsOpen(params string[] places) =>
        Procedure.Facts.Any(fact => places.Any(place => IsAt(fact.Path, place)) && !confirmed.Holds(Procedure.VersionKey, fact));

    public string Drawing(Func<string, string> roleName) => RouteDrawing.Render(rules.Route, roleName: roleName, shown: rulebooks.Catalogue.Shown);

    public IReadOnlyList<string> Sentences(Func<string, string> roleName) =>
        RouteDrawing.Describe(rules.Route, roleName: roleName, shown: rulebooks.Catalogue.Shown);

    private static bool IsAt(string path, string place) =>
        path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '.' or '[');
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Submission;

/// <summary>Before anything is typed: whether one may file at all, what is needed, and whether it is still in time.</summary>
public sealed class StartModel(Rulebooks rulebooks, OfficeClock clock) : PageModel
{
    private DossierRules rules = null!;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public Procedure Procedure => rules.Procedure;

    public SubmissionPlace Place => new(Procedure.Slug, null, 1);

    public bool IsNotEligible { get; private set; }

    public bool MustChoose { get; private set; }

    /// <summary>The earliest event that a notice submitted now is in time for.</summary>
    public LocalDateTime? EarliestEvent => Procedure.NoticeBefore?.Lead.EarliestEvent(clock.Local, rulebooks.Calendar);

    public IActionResult OnGet(string slug, bool go)
    {
        if (rulebooks.InForce(slug, clock.Today) is not { } found)
            return NotFound();
        rules = found;
        if (!go)
            return Page();
        if (!Enum.TryParse<ApplicantKind>(Kind, out var kind))
            MustChoose = true;
        else if (Procedure.Eligible.Kinds.Contains(kind))
            return Redirect($"{Place.Declare}?kind={kind}");
        else
            IsNotEligible = true;
        return Page();
    }
}

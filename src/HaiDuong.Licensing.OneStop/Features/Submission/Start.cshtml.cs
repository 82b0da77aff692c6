using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>Before anything is typed: whether one may file at all, what is needed, and whether it is still in time.</summary>
[AllowAnonymous]
public sealed class StartModel(Rulebooks rulebooks, OfficeClock clock) : PageModel, IAboutDivision
{
    public string? DivisionKey => rules?.Procedure.DivisionKey;

    private DossierRules rules = null!;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public Procedure Procedure => rules.Procedure;

    public SubmissionPlace Place => new(Procedure.Slug, null, 1);

    public bool IsNotEligible { get; private set; }

    public bool MustChoose { get; private set; }

    /// <summary>Whether the person wanted to go on, so that missing and wrong answers are told.</summary>
    public bool Asks { get; private set; }

    public EligibilityAnswers Answers => new(Procedure.Questions, key => Request.Query[key] is [{ } answer] ? answer : null);

    /// <summary>The earliest event that a notice submitted now is in time for.</summary>
    public LocalDateTime? EarliestEvent => Procedure.NoticeBefore?.Lead.EarliestEvent(clock.Local, rulebooks.Calendar);

    public IActionResult OnGet(string slug, bool go)
    {
        if (rulebooks.InForce(slug, clock.Today) is not { } found)
            return NotFound();
        rules = rulebooks.Shown(found);
        if (!go)
            return Page();
        var kind = TypedChoice.Read<ApplicantKind>(Kind);
        MustChoose = kind is null;
        IsNotEligible = kind is { } chosen && !Procedure.Eligible.Kinds.Contains(chosen);
        Asks = true;
        return MustChoose || IsNotEligible || !Answers.MayGoOn ? Page() : Redirect($"{Place.Declare}?kind={kind}");
    }

    /// <summary>The procedure to file instead, when it is in force.</summary>
    public Procedure? Instead(EligibilityQuestion question) =>
        question.Instead is { } slug
            ? rulebooks.InForce(slug, clock.Today) is { } instead
                ? rulebooks.Shown(instead).Procedure
                : null
            : null;
}

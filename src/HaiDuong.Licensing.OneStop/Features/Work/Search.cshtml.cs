using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>One box that takes a name, a code or a scan. A whole code opens its dossier at once.</summary>
[ForStaff]
public sealed class SearchModel(
    DossierSearchQuery query,
    PastDossierSearchQuery pastQuery,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    /// <summary>The last old dossier of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "cu")]
    public Guid? AfterPast { get; set; }

    public Actor Actor { get; private set; } = null!;

    public SearchPage Result { get; private set; } = new([], null);

    public PastDossierPage Past { get; private set; } = new([], null);

    public Instant Now => clock.Now;

    public string? More => Result.Next is { } next ? Further("after", next) : null;

    public string? MorePast => Past.Next is { } next ? Further("cu", next.Id) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var actor = Actor = await current.GetAsync(cancel);
        if (Text is not { Length: > 0 } text)
            return Page();
        if (await query.ByCodeAsync(text, actor, cancel) is { } id)
            return Redirect(StepPaths.Dossier(id));
        Result = await query.ReadAsync(text, actor, After, DossierSearchQuery.Size, cancel);
        Past = await pastQuery.ReadAsync(text, actor, AfterPast, cancel);
        return Page();
    }

    public string ProcedureOf(Dossier dossier) => catalogue.NameOf(dossier.ProcedureSlug, dossier.ProcedureVersion);

    public string ProcedureOf(PastDossier dossier) => catalogue.KindName(dossier.ProcedureSlug);

    private string Further(string name, Guid last) =>
        QueryString.Create([KeyValuePair.Create("q", Text), KeyValuePair.Create<string, string?>(name, last.ToString())]).ToString();
}

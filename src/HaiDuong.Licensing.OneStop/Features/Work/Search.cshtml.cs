using HaiDuong.Licensing.Domain;
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

/// <summary>One box that takes a name, a code or a scan. A whole code, or its day and serial, opens its dossier at once.</summary>
[ForStaff]
public sealed class SearchModel(
    DossierSearchQuery query,
    PastDossierSearchQuery pastQuery,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock
) : PageModel
{
    /// <summary>The day and the serial of a code.</summary>
    private const int ShortestEnd = 10;

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
        // Whoever types the end of a code, as it is printed large, means the one dossier that has it.
        return Result.Found is [{ Code: { } code } only] && After is null && IsEndOf(code, text) ? Redirect(StepPaths.Dossier(only.Id)) : Page();
    }

    public string ProcedureOf(Dossier dossier) => catalogue.NameOf(dossier.ProcedureSlug, dossier.ProcedureVersion);

    public string ProcedureOf(PastDossier dossier) => catalogue.KindName(dossier.ProcedureSlug);

    private static bool IsEndOf(string code, string text) =>
        VietnameseText.Bare(text) is { Length: >= ShortestEnd } typed && VietnameseText.Bare(code).EndsWith(typed, StringComparison.Ordinal);

    private string Further(string name, Guid last) =>
        QueryString.Create([KeyValuePair.Create("q", Text), KeyValuePair.Create<string, string?>(name, last.ToString())]).ToString();
}

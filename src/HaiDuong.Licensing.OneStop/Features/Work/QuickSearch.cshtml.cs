using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>The first dossiers that a text finds, as links, for the palette of the desk; the search page has them all.</summary>
[ForStaff]
public sealed class QuickSearchModel(DossierSearchQuery query, CurrentActor current, ProcedureCatalogue catalogue) : PageModel
{
    private const int Most = 8;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public Actor Actor { get; private set; } = Actor.System;

    public IReadOnlyList<Dossier> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Actor = await current.GetAsync(cancel);
        Found = (await query.ReadAsync(Text ?? "", Actor, null, Most, cancel)).Found;
    }

    public string ProcedureOf(Dossier dossier) => catalogue.NameOf(dossier.ProcedureSlug, dossier.ProcedureVersion);
}

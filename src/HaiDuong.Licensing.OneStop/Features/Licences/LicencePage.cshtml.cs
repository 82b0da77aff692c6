using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Licences;

/// <summary>One licence with everything that was done to it; a leader revokes it here.</summary>
[ForRegisterReaders]
public sealed class LicencePageModel(
    LicencesQuery query,
    RevokeLicence revoke,
    ReadableRowsQuery readable,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    SentForm sent,
    PageWords<LicencePageModel> words
) : PageModel
{
    [BindProperty]
    public string? DecisionNumber { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public LocalDate? On { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public Licence Licence { get; private set; } = null!;

    /// <summary>The dossiers of its acts that open to the reader.</summary>
    public IReadOnlySet<Guid> Opening { get; private set; } = new HashSet<Guid>();

    public bool MayRevoke { get; private set; }

    public LicenceState State => Licence.StateOn(clock.Today);

    public string KindName => catalogue.KindName(Licence.Kind);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        On = clock.Today;
        return await OpenAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
            return NotFound();
        if (On is null)
            ModelState.AddMissing(nameof(On), words["OnRequired"]);
        sent.HasUnread = !ModelState.IsValid;
        var refusals = await revoke.DoAsync(
            new RevokeLicenceRequest(id, Revision, DecisionNumber, Ground ?? "", Reason ?? "", On ?? clock.Today),
            await current.GetAsync(cancel),
            cancel
        );
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words["Revoked", Licence.Number]);
            return Redirect($"/so-giay-phep/{id}");
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } found)
            return false;
        Licence = found;
        var actor = await current.GetAsync(cancel);
        MayRevoke = found.RevokedOn is null && revoke.MayRevoke(actor, found);
        Opening = await readable.OpeningAsync(actor, found.Events.Select(line => line.DossierId), cancel);
        return true;
    }
}

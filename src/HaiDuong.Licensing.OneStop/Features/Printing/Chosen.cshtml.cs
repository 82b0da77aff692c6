using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Printing;

/// <summary>Where lists send what is to be printed.</summary>
[ForListReaders]
public sealed class ChosenModel(ChoosePrint choose, CurrentActor current) : PageModel
{
    /// <summary>The dossiers that were ticked, in the order of the list.</summary>
    [BindProperty(Name = BatchBar.Chosen)]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty(Name = ListPlace.Parameter)]
    public string? List { get; set; }

    /// <summary>Back to the list in which nothing was chosen.</summary>
    public string Back => ListPlace.Known(List) ?? Desks.DossierFilter.Address;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (id, refusals) = await choose.DoAsync(new ChoosePrintRequest(Chosen, ListPlace.Known(List)), await current.GetAsync(cancel), cancel);
        if (refusals.Count == 0)
            return Redirect(PrintModel.AddressOf(id));
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }
}

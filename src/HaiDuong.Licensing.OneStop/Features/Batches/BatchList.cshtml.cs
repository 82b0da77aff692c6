using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Batches;

/// <summary>Where lists send what was chosen in them; and what somebody has done to many dossiers, the newest first.</summary>
[ForBatchMakers]
public sealed class BatchListModel(ChooseBatch choose, BatchQuery query, CurrentActor current) : PageModel
{
    private const int Size = 50;

    /// <summary>The dossiers that were ticked, in the order of the list.</summary>
    [BindProperty(Name = BatchBar.Chosen)]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public BatchKind? Kind { get; set; }

    [BindProperty(Name = ListPlace.Parameter)]
    public string? List { get; set; }

    public IReadOnlyList<Batch> Batches { get; private set; } = [];

    /// <summary>Back to the list in which nothing was chosen.</summary>
    public string? Back => ListPlace.Known(List);

    public async Task OnGetAsync(CancellationToken cancel) => Batches = await query.ListAsync(await current.GetAsync(cancel), Size, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        var (id, refusals) = Kind is { } kind
            ? await choose.DoAsync(new ChooseBatchRequest(kind, Chosen, Back), actor, cancel)
            : (Guid.Empty, [new Refusal(nameof(RefusalCode.BatchNotYours))]);
        if (refusals.Count == 0)
            return Redirect(BatchModel.AddressOf(id));
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await OnGetAsync(cancel);
        return Page();
    }
}

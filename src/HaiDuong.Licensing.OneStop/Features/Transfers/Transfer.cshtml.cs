using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Transfers;

/// <summary>Một danh sách bàn giao: what is on it, on screen and as the paper that both sides sign; received by one side, cancelled by the other.</summary>
[ForPaperHandlers]
public sealed class TransferModel(
    TransferPagesQuery query,
    TransferListsQuery lists,
    ReceiveTransfer receive,
    CancelTransfer cancelTransfer,
    SheetPress press,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    PageWords<TransferModel> words
) : PageModel
{
    public TransferSheet Sheet { get; private set; } = null!;

    public TransferList List => Sheet.List;

    public Actor Actor { get; private set; } = Actor.System;

    /// <summary>What was ticked as received, kept when something is wrong with the rest.</summary>
    [BindProperty(Name = "came")]
    public List<Guid> Came { get; set; } = [];

    /// <summary>What was typed of each that is missing.</summary>
    public IReadOnlyDictionary<Guid, string> Reasons { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Whether the person may say what came; whoever gave it may not.</summary>
    public bool MayReceive => List.IsOpen && lists.SidesOf(Actor).Takes(List) && List.MadeById != Actor.AccountId;

    public bool MayCancel => List.IsOpen && lists.SidesOf(Actor).Gives(List);

    public string UnitName(string key) => catalogue.Organisation.NameOf(key);

    public string ProcedureName(DossierRow row) => catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion);

    public static string Say(Instant moment) => VietnameseDate.Print(OfficeClock.ToLocal(moment));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await OpenAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
            return NotFound();
        try
        {
            var pdf = press.Transfer(List, Sheet.Lines.ToDictionary(line => line.Row.DossierId, line => line.Row));
            Response.Headers.CacheControl = "private, no-store";
            Response.Headers.ContentDisposition = $"inline; filename=ban-giao-{List.Serial:00}-{List.Year}.pdf";
            return File(pdf, "application/pdf");
        }
        catch (SlipMissingException slip)
        {
            return Refused([new Refusal(nameof(RefusalCode.SlipMissing), null, slip.File)]);
        }
    }

    public async Task<IActionResult> OnPostReceiveAsync(Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
            return NotFound();
        Reasons = Sheet
            .Lines.Select(line => (line.Row.DossierId, Reason: VietnameseText.Clean(Request.Form[TransferList.ReasonName(line.Row.DossierId)].ToString())))
            .Where(line => line.Reason.Length > 0)
            .ToDictionary(line => line.DossierId, line => line.Reason);
        return Answer(await receive.DoAsync(new ReceiveTransferRequest(id, Came.ToHashSet(), Reasons), Actor, cancel), "Received", StepPaths.Transfer(id));
    }

    public async Task<IActionResult> OnPostReceiveAllAsync(Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
            return NotFound();
        var nothingMissing = new ReceiveTransferRequest(id, null, new Dictionary<Guid, string>());
        return Answer(await receive.DoAsync(nothingMissing, Actor, cancel), "ReceivedAll", StepPaths.Transfer(id));
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
            return NotFound();
        return Answer(await cancelTransfer.DoAsync(id, Actor, cancel), "Cancelled", StepPaths.Transfers);
    }

    private IActionResult Answer(IReadOnlyList<Refusal> refusals, string good, string to)
    {
        if (refusals.Count > 0)
            return Refused(refusals);
        Flash.Good(TempData, words[good, List.Number]);
        return Redirect(to);
    }

    private PageResult Refused(IReadOnlyList<Refusal> refusals)
    {
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancel)
    {
        Actor = await current.GetAsync(cancel);
        if (await query.FindAsync(id, Actor, cancel) is not { } sheet)
            return false;
        Sheet = sheet;
        return true;
    }
}

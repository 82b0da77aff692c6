using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <summary>What the dossier owes, and what was paid now; a receipt of the office is printed next.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.CounterClerk)]
public sealed class PaymentModel(DossierPageServices services, RecordPayment record, NextReceiptQuery next, TransferCodes transfers) : DossierPage(services)
{
    [BindProperty]
    public long? Amount { get; set; }

    [BindProperty]
    public string? ReceiptNumber { get; set; }

    [BindProperty]
    public string? Method { get; set; }

    /// <summary>The series that gives the number; null where the office has none.</summary>
    public SeriesInUse? Series { get; private set; }

    /// <summary>What the payer scans at the desk; null where the office has no account.</summary>
    public TransferCode? Transfer => transfers.Of(Dossier);

    public string ReceiptHint =>
        Series switch
        {
            null => Word("HintNone"),
            { IsUsedUp: true } => Word("HintUsedUp", Series.Symbol),
            _ => Word("HintNext", ReceiptSeries.Text(Series.Symbol, Series.Next)),
        };

    protected override StepKind? Kind => StepKind.CollectFee;

    protected override bool MayDoStep => Dossier.WhyNot(DossierAct.RecordPayment, Act).Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } refused)
            return refused;
        Amount = (long)Dossier.FeesDue;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (Method is not ("cash" or "transfer" or "portal"))
            ModelState.AddModelError(nameof(Method), Word("MethodRequired"));
        TryWhatIsRead();
        var result = await record.DoAsync(new RecordPaymentRequest(id, Revision, Amount ?? 0, ReceiptNumber?.Trim() ?? "", Method ?? ""), Actor, Cancel);
        var taken = result.Done ? result.Dossier!.Payments.Count - 1 : -1;
        if (taken < 0 || result.Dossier!.Payments[taken].Receipt is null)
            return await AnswerAsync(result, "Done", ShowAsync);
        FirstPrint.Allow(TempData, id, taken);
        return await AnswerAsync(result, "Done", ShowAsync, StepPaths.FeeReceipt(id, taken));
    }

    private async Task<IActionResult> ShowAsync()
    {
        Series = await next.ReadAsync(Dossier, Cancel);
        return Page();
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <summary>What the dossier owes, and what was paid now.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.CounterClerk)]
public sealed class PaymentModel(DossierPageServices services, RecordPayment record) : DossierPage(services)
{
    [BindProperty]
    public long? Amount { get; set; }

    [BindProperty]
    public string? ReceiptNumber { get; set; }

    [BindProperty]
    public string? Method { get; set; }

    protected override StepKind? Kind => StepKind.CollectFee;

    protected override bool MayDoStep => Dossier.WhyNot(DossierAct.RecordPayment, Act).Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenStepAsync(id) is { } refused)
            return refused;
        Amount = (long)Dossier.FeesDue;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (Method is not ("cash" or "transfer"))
            ModelState.AddModelError(nameof(Method), Word("MethodRequired"));
        TryWhatIsRead();
        var result = await record.DoAsync(new RecordPaymentRequest(id, Revision, Amount ?? 0, ReceiptNumber?.Trim() ?? "", Method ?? ""), Actor, Cancel);
        return await AnswerAsync(result, "Done", () => Task.FromResult<IActionResult>(Page()));
    }
}

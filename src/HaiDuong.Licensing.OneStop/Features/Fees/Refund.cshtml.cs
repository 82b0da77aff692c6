using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <summary>Hoàn phí, lệ phí: how much, by which document, why.</summary>
[ForRoles(StaffRole.Accountant)]
public sealed class RefundModel(DossierPageServices services, RefundFee refund) : DossierPage(services)
{
    [BindProperty]
    public long? Amount { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenActAsync(id, DossierAct.Refund) is { } closed)
        {
            if (closed is RedirectResult)
                Flash.Info(TempData, Dossier.WhyNot(DossierAct.Refund, Act)[0].Sentence);
            return closed;
        }

        Amount = (long)Dossier.FeesRefundable;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        TryWhatIsRead();
        var request = new RefundFeeRequest(id, Revision, Amount ?? 0, Document?.Trim() ?? "", Reason?.Trim() ?? "");
        return await AnswerAsync(await refund.DoAsync(request, Actor, Cancel), "Done", () => Task.FromResult<IActionResult>(Page()), StepPaths.Dossier(id));
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <summary>Biên lai thu phí, lệ phí to be printed, on paper of the size that is chosen; right after the act, and again as a reprint.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.CounterClerk)]
public sealed class ReceiptModel(DossierPageServices services) : DossierPage(services)
{
    public Payment Payment { get; private set; } = null!;

    /// <summary>Bản in đầu.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>The department whose series it is, as it was when the money was taken.</summary>
    public Office Office => Act.Rules.Organisation.For(Dossier.DivisionKey, Payment.At.Date);

    /// <summary>How it was paid; what was written before the ways had names of their own stands as it was written.</summary>
    public string Method => Payment.Method is "cash" or "transfer" or "portal" ? Word($"Method.{Payment.Method}") : Payment.Method;

    public string Onward => ListPlace.Known(List) ?? StepPaths.Dossier(Dossier.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, int number)
    {
        if (!await OpenAsync(id) || number < 0 || number >= Dossier.Payments.Count || Dossier.Payments[number].Receipt is null)
            return NotFound();
        Payment = Dossier.Payments[number];
        IsFirst = FirstPrint.Take(TempData, id, number);
        return Page();
    }
}

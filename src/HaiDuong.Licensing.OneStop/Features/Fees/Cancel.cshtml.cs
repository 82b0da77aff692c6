using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <summary>Hủy biên lai: which of the receipts that the person may cancel, and why.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.CounterClerk)]
public sealed class CancelModel(DossierPageServices services, CancelPayment cancelling) : DossierPage(services)
{
    [BindProperty(Name = "payment", SupportsGet = true)]
    public int? Payment { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The one that was chosen, else the only one.</summary>
    public string? Chosen =>
        Payment is { } chosen ? chosen.ToString(CultureInfo.InvariantCulture)
        : Choices.Count == 1 ? Choices[0].Value
        : null;

    public IReadOnlyList<FieldChoice> Choices =>
        [
            .. Dossier
                .Payments.Select((payment, index) => (payment, index))
                .Where(one => Dossier.WhyNotCancel(one.payment, Act) is null)
                .Select(one => new FieldChoice(one.index.ToString(CultureInfo.InvariantCulture), Say(one.payment))),
        ];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await OpenActAsync(id, DossierAct.CancelPayment) is not { } closed)
            return Page();
        if (closed is RedirectResult)
            Flash.Info(TempData, Dossier.WhyNot(DossierAct.CancelPayment, Act)[0].Sentence);
        return closed;
    }

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await OpenAsync(id)
            ? await AnswerAsync(
                await cancelling.DoAsync(new CancelPaymentRequest(id, Revision, Payment, Reason ?? ""), Actor, Cancel),
                "Done",
                () => Task.FromResult<IActionResult>(Page()),
                StepPaths.Dossier(id)
            )
            : NotFound();

    private string Say(Payment payment) =>
        Word("One", payment.ReceiptNumber, VietnameseNumber.Print(payment.Amount), payment.TakenBy, VietnameseDate.Print(payment.At));
}

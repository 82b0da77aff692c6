using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Review;

/// <summary>The head apologises for a late result and promises a new date (Mẫu 04).</summary>
[ForRoles(StaffRole.DivisionHead, StaffRole.Leader)]
public sealed class ApologyModel(DossierPageServices services, Apologise apologise) : DossierPage(services)
{
    [BindProperty]
    [Ahead]
    public LocalDate? NewDate { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>False when no apology can be sent now, whatever is typed; the page says why instead of asking.</summary>
    public bool MayApologise { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await EnterAsync(id) is { } refused)
            return refused;
        var reasons = Dossier.WhyNoApology(Act);
        MayApologise = reasons.Count == 0;
        FormRefusals.Add(ModelState, reasons);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await EnterAsync(id) is { } refused)
            return refused;
        if (NewDate is null)
            ModelState.AddMissing(nameof(NewDate), Word("NewDateRequired"));
        TryWhatIsRead();
        var result = await apologise.DoAsync(new ApologiseRequest(id, Revision, NewDate ?? Act.Local.Date, Reason ?? ""), Actor, Cancel);
        return await AnswerAsync(result, "Done", () => Task.FromResult<IActionResult>(Page()));
    }

    private async Task<IActionResult?> EnterAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return IsSomebodyElses(Dossier.WhyNot(DossierAct.Apologise, Act)) ? StatusCode(StatusCodes.Status403Forbidden) : null;
    }
}

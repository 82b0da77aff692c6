using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Supplements;

/// <summary>
/// Tiếp nhận bổ sung tại quầy: what an applicant brings or posts to answer a request is typed and counted by the counter, as the applicant would send it
/// online. Once taken in, the page shows the receipt to print. Of a dossier that hides its sender, the reference opens the page and nothing else.
/// </summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[ForRoles(StaffRole.CounterClerk)]
public sealed class TakeSupplementModel(DossierPageServices services, ActDesk desk, SupplyForm asked, KeptFiles documents) : DossierPage(services)
{
    private const long MostBytes = 256L * 1024 * 1024;

    private Slip? receipt;

    public SupplyForm Form => asked;

    /// <summary>Mã tra cứu that whoever brings the supplement has, of a dossier that the counter may not read.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Reference { get; set; }

    /// <summary>The counter takes in what is brought without being shown the dossier.</summary>
    public bool IsBlind { get; private set; }

    public override bool LeadsToDossier => !IsBlind;

    [BindProperty(Name = "channel")]
    public string? Way { get; set; }

    public SubmissionChannel Channel => TypedChoice.Read<SubmissionChannel>(Way) == SubmissionChannel.Post ? SubmissionChannel.Post : SubmissionChannel.Counter;

    /// <summary>What the counter has taken in last, when nothing is asked since; shown with its receipt.</summary>
    public SupplementRequest? Taken { get; private set; }

    public string? SlipUrl =>
        receipt is null ? null
        : IsBlind ? $"{Here}&handler=Slip"
        : StepPaths.Slip(Dossier.Id, receipt.FileHash);

    /// <summary>The promised date as it now is, or why it does not stand; null before acceptance.</summary>
    public string? Due => !Dossier.IsAccepted ? null : Dossier.WhyDateRests(Act.Local) ?? VietnameseDate.Print(Dossier.PromisedDue!.Value);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (TakenAtCounter(Dossier) is { } taken)
        {
            Taken = taken;
            return Page();
        }

        if (WhyNotOpened(DossierAct.Supply) is { } closed)
            return Told(closed);
        return await Form.OpenAsync(Dossier, counts: true, Cancel, blank: IsBlind) ? Page() : Told(Redirect(StepPaths.Dossier(id)));
    }

    /// <summary>The receipt for whoever brought it; it names no sender.</summary>
    public async Task<IActionResult> OnGetSlipAsync(Guid id)
    {
        if (!await OpenAsync(id) || TakenAtCounter(Dossier) is null || receipt is null)
            return NotFound();
        await NoteSlipAsync(receipt);
        return File(await documents.OpenAsync(receipt.FileHash, Cancel), "application/pdf");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? go)
    {
        if (!await OpenAsync(id))
            return NotFound();
        var reasons = Dossier.WhyNot(DossierAct.Supply, Act);
        if (IsSomebodyElses(reasons))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (reasons.Count > 0 || !await Form.OpenAsync(Dossier, counts: true, Cancel, blank: IsBlind))
            return await RepeatOrTooLateAsync();
        Form.Read(Request.Form);
        await Form.TakeAsync(new SupplyPost(Request.Form, Revision ?? Dossier.Revision, Sends: go == "supply", Channel), Actor, Cancel);
        if (Form.IsSent)
            return Redirect(Here);
        FormRefusals.Add(ModelState, Form.PaperRefusals);
        return Form.Refusals.Count + Form.PaperRefusals.Count > 0 ? Wrong() : Page();
    }

    /// <summary>Sent again it is answered by what it did; what comes too late is shown with what was typed.</summary>
    private async Task<IActionResult> RepeatOrTooLateAsync()
    {
        if (await desk.RepeatedAsync(Dossier, Actor, Cancel) is { Done: true })
            return Redirect(Here);
        if (Dossier.Supplements is not [.., var last])
            return Redirect(StepPaths.Dossier(Dossier.Id));
        await Form.OpenAsync(Dossier, counts: true, Cancel, blank: IsBlind);
        Form.ShowTooLate(last, Request.Form);
        return Wrong();
    }

    /// <summary>Leads away, with the reason where one is known: what was asked can be sent no more.</summary>
    private IActionResult Told(IActionResult away)
    {
        if (away is not RedirectResult)
            return away;
        if (Dossier.SupplementInVain(Act.Local.Date) is { } asked)
            Flash.Warn(TempData, Word("Over", VietnameseDate.Print(asked.AnswerBy)));
        else if (IsBlind)
            Flash.Info(TempData, Word("Blind.NotAwaited"));
        return IsBlind ? Redirect(StepPaths.Counter) : away;
    }

    private PageResult Wrong()
    {
        Response.StatusCode = Form.Status;
        return Page();
    }

    protected override Task<bool> MayReadAsync(Actor actor, Dossier dossier)
    {
        receipt = dossier.Slips.LastOrDefault(slip => slip.Kind == SlipKind.Supplied);
        IsBlind = !MayOpen(actor, dossier);
        return Task.FromResult(!IsBlind || MayTakeInFor(actor, dossier, Reference));
    }

    private string Here => IsBlind ? StepPaths.TakeSupplement(Dossier.Id, Reference!) : StepPaths.TakeSupplement(Dossier.Id);

    private static SupplementRequest? TakenAtCounter(Dossier dossier) =>
        dossier.Supplements is [.., { AnsweredBy: SubmissionChannel.Counter or SubmissionChannel.Post } last] ? last : null;
}

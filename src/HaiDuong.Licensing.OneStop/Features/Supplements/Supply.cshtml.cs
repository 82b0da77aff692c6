using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Supplements;

/// <summary>Nộp bổ sung: the papers and fields that were asked for with whatever depends on them, and nothing else.</summary>
[VisitorUpload]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[AllowAnonymous]
public sealed class SupplyModel(ApplicantDoor door, ActDesk desk, SupplyForm asked, RegisterLookups lookups, IStringLocalizerFactory localizers)
    : PageModel,
        IAboutDivision
{
    private const long MostBytes = 256L * 1024 * 1024;

    public string? DivisionKey => Form.Dossier?.DivisionKey;

    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public SupplyForm Form => asked;

    public int SeenRevision => Form.Dossier.Revision;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await door.OpenAsync(Reference, cancel) is not { } opened ? Redirect(await door.AskAtAsync(Reference, "bo-sung", cancel))
        : await Form.OpenAsync(opened.Dossier, counts: false, cancel) ? Page()
        : Redirect(VisitorPass.Folder + Reference);

    public async Task<IActionResult> OnPostAsync(int seenRevision, string? go, CancellationToken cancel)
    {
        if (await door.OpenAsync(Reference, cancel) is not { } opened)
            return StatusCode(StatusCodes.Status401Unauthorized);
        // Sent again it is answered by what it did; another content, or another window's, comes too late, with its files.
        if (!await Form.OpenAsync(opened.Dossier, counts: false, cancel))
        {
            if (await desk.RepeatedAsync(opened.Dossier, opened.Actor, cancel) is { Done: true } || opened.Dossier.Supplements is not [.., var last])
                return Redirect(VisitorPass.Folder + Reference);
            Form.ShowTooLate(last, Request.Form);
            return Wrong();
        }

        Form.Read(Request.Form);
        if (go == "supply" && Form.AsksTheRegister && !lookups.MayAsk())
            return StatusCode(StatusCodes.Status429TooManyRequests);
        await Form.TakeAsync(new SupplyPost(Request.Form, seenRevision, Sends: go == "supply"), opened.Actor, cancel);
        if (Form.IsSent)
        {
            Flash.Good(
                TempData,
                Form.Dossier is { IsAccepted: false, AnswerDue: { } answer } ? Word("Done.Unaccepted", VietnameseDate.Print(answer)) : Word("Done")
            );
            return Redirect(VisitorPass.Folder + Reference);
        }

        FormRefusals.Add(ModelState, Form.PaperRefusals);
        return Form.Refusals.Count + Form.PaperRefusals.Count > 0 ? Wrong() : Page();
    }

    private PageResult Wrong()
    {
        Response.StatusCode = Form.Status;
        return Page();
    }

    private string Word(string key, params object[] args) =>
        localizers.Create("HaiDuong.Licensing.OneStop.Features.Supplements.Supply", typeof(SupplyModel).Assembly.GetName().Name!)[key, args];
}

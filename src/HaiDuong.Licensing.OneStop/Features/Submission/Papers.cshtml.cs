using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>Giấy tờ: the files for each paper that the answers of the form make necessary.</summary>
[VisitorUpload]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[AllowAnonymous]
public sealed class PapersModel(ApplicantDoor door, Rulebooks rulebooks, PaperUpload upload, PaperScans scans) : PageModel, IAboutDivision
{
    public string? DivisionKey => dossier?.DivisionKey;

    /// <summary>Of one post, which may carry files for every paper; each file has its own limit.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    private Dossier dossier = null!;
    private IReadOnlyList<ShownPaper> sent = [];

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public SubmissionPlace Place => new(Slug, Reference, 3);

    /// <summary>Until when the draft is kept, where it belongs to no account.</summary>
    public string? KeptUntil => VisitorDrafts.LastDay(dossier);

    public IReadOnlyList<PaperRequirement> Papers { get; private set; } = [];

    public IReadOnlyList<ShownPaper> Sent(string key) => [.. sent.Where(shown => shown.Paper.Key == key)];

    public string SizeOf(Paper paper) =>
        paper.Size < 1024 * 1024
            ? $"{VietnameseNumber.Print(Math.Max(1, paper.Size / 1024))} KB"
            : $"{VietnameseNumber.Print(Math.Round(paper.Size / 1048576m, 1))} MB";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await OpenAsync(cancel) is not null ? Page()
        : await door.LeadOnAsync(Reference, Place.Papers, cancel) is { } place ? Redirect(place)
        : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid? remove, Guid? withoutPlace, string? go, CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } opened)
            return NotFound();
        var incoming = Papers
            .SelectMany(paper =>
                Request.Form.Files.GetFiles(PaperUpload.FieldOf(paper.Key)).Select(file => new IncomingPaper(paper, file.FileName, file.OpenReadStream))
            )
            .ToList();
        if (incoming.Count > 0)
            Take(await upload.AddAsync(opened.Dossier.Id, incoming, opened.Actor, cancel));
        if (remove is { } paperId)
            Take(await upload.RemoveAsync(opened.Dossier.Id, paperId, opened.Actor, cancel));
        if (withoutPlace is { } photoId)
            Take(await upload.TakePlaceOutAsync(dossier, photoId, opened.Actor, cancel));
        if (ModelState.IsValid)
            return Redirect(go == "next" ? Place.Review : Place.Papers);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        sent = await ShownPaper.OfAsync(dossier.Papers, scans, cancel);
        return Page();
    }

    private void Take(ActResult result)
    {
        dossier = result.Dossier ?? dossier;
        FormRefusals.Add(ModelState, result.Refusals);
    }

    private async Task<OpenedDossier?> OpenAsync(CancellationToken cancel)
    {
        if (await door.OpenDraftAsync(Reference, cancel) is not { } opened || opened.Dossier.ProcedureSlug != Slug)
            return null;
        dossier = opened.Dossier;
        sent = await ShownPaper.OfAsync(dossier.Papers, scans, cancel);
        Papers = [.. PaperRules.Applicable(rulebooks.Shown(rulebooks.For(dossier)).Procedure, dossier.Form).Where(paper => !paper.IsForm)];
        return opened;
    }
}

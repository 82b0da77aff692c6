using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Ui;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HaiDuong.Licensing.OneStop.Features.Opinions;

/// <summary>
/// Trả lời qua liên kết: a body without an account sees what it is asked and what was chosen for that, answers once, and is told afterwards that the answer
/// came. A link that opens nothing says why and what to do.
/// </summary>
[SecretAddress]
[EnableRateLimiting(LookupLimits.Policy)]
[VisitorUpload]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[AllowAnonymous]
public sealed class LinkedModel(
    OpinionDoor door,
    GiveOpinion give,
    SentAttachments attached,
    SentForm sent,
    PaperScans scans,
    FileStore files,
    ProcedureCatalogue catalogue,
    PageWords<LinkedModel> words
) : PageModel, IAboutDivision, ITakesAttachments
{
    /// <summary>A letter of a few files; each has its own limit.</summary>
    private const long MostBytes = (3 * UploadLimits.DefaultMaxBytes) + (1024 * 1024);

    /// <summary>What a body answers; that it did not answer in time is for the office to write down.</summary>
    public static readonly IReadOnlyList<OpinionAnswer> Answers =
    [
        OpinionAnswer.Agree,
        OpinionAnswer.AgreeOnConditions,
        OpinionAnswer.Disagree,
        OpinionAnswer.NotConcerned,
    ];

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    [BindProperty]
    public OpinionAnswer? Answer { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? SignerName { get; set; }

    [BindProperty]
    public string? SignerPost { get; set; }

    /// <summary>What the link belongs to; null when it is none of this office.</summary>
    public LinkedOpinion? Opened { get; private set; }

    /// <summary>A member of staff is logged in, whose way is another one.</summary>
    public bool IsStaff { get; private set; }

    public IReadOnlyList<ShownPaper> Papers { get; private set; } = [];

    public string? DivisionKey => Opened?.Dossier.DivisionKey;

    public Procedure Procedure => catalogue.Shown(Opened!.Act.Rules.Procedure);

    public bool IsOpen => Opened is { State: OpinionLinkState.Open } && !IsStaff;

    /// <summary>What is to be said in place of the question.</summary>
    public string Told =>
        Opened is null ? "Unknown"
        : IsStaff ? "Staff"
        : Opened.State.ToString();

    /// <summary>What was typed for an answer that came too late.</summary>
    public string? NotKept => HttpMethods.IsPost(Request.Method) && !IsOpen && !string.IsNullOrWhiteSpace(Text) ? Text : null;

    public string PaperAddress(Guid paper, bool download) => $"{OpinionLinks.Folder}{Secret}?handler=Paper&paperId={paper}{(download ? "&download=true" : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await OpenAsync(cancel);
        if (Opened is not null && !IsStaff)
            await door.NoteOpenedAsync(Secret, Opened, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetPaperAsync(Guid paperId, bool download, CancellationToken cancel)
    {
        await OpenAsync(cancel);
        if (!IsOpen || Papers.FirstOrDefault(shown => shown.Paper.Id == paperId) is not { IsGiven: true, Paper: { FileHash: { } hash } paper })
            return NotFound();
        await door.NotePaperAsync(Opened!, paper, cancel);
        var type = paper.ContentType ?? "application/octet-stream";
        var asFile = download || paper.DownloadOnly || !GivenFile.IsShown(type);
        return GivenFile.Of(Response, await files.OpenAsync(hash, cancel), type, paper.FileName ?? hash, asFile);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OpenAsync(cancel);
        if (Opened is not { } opened || IsStaff)
            return Page();
        if (Answer is null)
            ModelState.AddModelError(nameof(Answer), words["AnswerRequired"]);
        sent.HasUnread = !ModelState.IsValid;
        if (attached.IsBrought)
            attached.Bring(new Refusal("Opinion.Letter", null, opened.Body).SentenceIn(DeadlineTexts.Official), null, attached.Files, attached.Refusals);
        var actor = opened.Opinion.ByLink(SignerName, SignerPost, opened.Body);
        var request = new GiveOpinionRequest(opened.Dossier.Id, opened.Dossier.Revision, opened.Opinion.Id, Answer ?? default, Text);
        var result = await give.DoAsync(request, actor, cancel);
        if (result.Done)
            return Redirect(OpinionLinks.Folder + Secret);
        await OpenAsync(cancel);
        FormRefusals.Add(ModelState, result.Refusals);
        Response.StatusCode = IsOpen ? FormRefusals.StatusOf(result.Refusals) : StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        Opened = await door.OpenAsync(Secret, cancel);
        if (Opened is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        IsStaff = Opened.State == OpinionLinkState.Open && await door.IsStaffAsync(cancel);
        Papers = await ShownPaper.OfAsync(Opened.Dossier.Papers, scans, cancel);
    }
}

using System.Text;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>One procedure: its parts to edit, what the checker says of the draft, its versions, and its draft as a file.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class ProcedureOverviewModel(
    ProcedureDraftsQuery query,
    ProcedureDraftCheck check,
    SaveProcedureDraft save,
    DropProcedureDraft drop,
    WithdrawProcedureVersion withdraw,
    CurrentActor current,
    OfficeClock clock,
    MemberWords members,
    PageWords<ProcedureOverviewModel> words
) : PageModel
{
    private const int LargestFile = 512;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The digest of the version that a draft would begin from.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Why a version is withdrawn.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public OpenProcedure Open { get; private set; } = null!;

    public ProcedureDocument Document { get; private set; } = null!;

    public IReadOnlyList<ProcedurePart> Parts { get; private set; } = [];

    public IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    public IReadOnlyList<ProcedureVersionRow> Versions { get; private set; } = [];

    public IReadOnlyList<WithdrawnVersion> Withdrawn { get; private set; } = [];

    /// <summary>How much of the draft is lost with it; 0 where there is none.</summary>
    public int Changes => Open.Draft is null ? 0 : new DraftComparison(Open).Count;

    public MemberWords Members => members;

    public bool IsToCome(Procedure version) => version.InForceFrom > clock.Today;

    /// <summary>Whether it holds, will, or did; the key of its word.</summary>
    public string StateOf(Procedure version) =>
        IsToCome(version) ? "ToCome"
        : version.IsInForce(clock.Today) ? "Holds"
        : "Held";

    /// <summary>The first day that a withdrawn version had.</summary>
    public static string DayOf(WithdrawnVersion version) => VietnameseDate.Print(LocalDatePattern.Iso.Parse(version.Version).Value);

    /// <summary>How many questions a section of a form asks.</summary>
    public int QuestionsOf(ProcedurePart part) => (Document.Find($"{part.Key}.fields") as JsonArray)?.Count ?? 0;

    public string Here(string page = "") => ProcedureListModel.AddressOf(Slug, page);

    public string AddressOf(ProcedurePart part) => Here($"/sua?phan={Uri.EscapeDataString(part.Key)}");

    public IEnumerable<DraftFinding> FindingsOf(ProcedurePart part) => Findings.Where(finding => part.Covers(finding.Path));

    /// <summary>What is said of no part that is edited on a page of its own.</summary>
    public IEnumerable<DraftFinding> OtherFindings => Findings.Where(finding => !Parts.Any(part => part.Covers(finding.Path)));

    public bool IsSection(ProcedurePart part) => EditedPath.OfItem(part.Key) is not null;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await query.OpenAsync(Slug, HttpContext.RequestAborted) is not { } open)
        {
            context.Result = NotFound();
            return;
        }

        Take(open);
        await next();
    }

    public async Task OnGetAsync() => await ShowAsync();

    /// <summary>The draft, or what it would begin with, as its file.</summary>
    public IActionResult OnGetFile() =>
        File(Encoding.UTF8.GetBytes(Document.Text), "application/json", Open.Draft is null ? $"{Slug}.json" : $"{Slug}-nhap.json");

    /// <summary>Adds, moves or takes away a section of a form.</summary>
    public async Task<IActionResult> OnPostSectionAsync([FromForm(Name = EditCommand.Field)] string? command)
    {
        var opened = EditCommand.Do(Document, command ?? "");
        var (_, refusals) = await SaveAsync(Document);
        if (refusals.Count > 0)
            return await RefusedAsync(refusals);
        return Redirect(
            opened is not null && command!.StartsWith("add:", StringComparison.Ordinal)
                ? $"{Here("/sua")}?phan={Uri.EscapeDataString(opened)}"
                : $"{Here()}#to-khai"
        );
    }

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file)
    {
        if (file is not { Length: > 0 })
            return await RefusedAsync([new Refusal(nameof(RefusalCode.ProcedureFileRequired), "File")]);
        if (file.Length > LargestFile * 1024)
            return await RefusedAsync([new Refusal(nameof(RefusalCode.ProcedureFileTooLarge), "File", LargestFile)]);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        List<WorkflowProblem> problems = [];
        if (check.Open(bytes.ToArray(), problems) is not { } sent)
            return await RefusedAsync([.. problems.Select(problem => new Refusal(nameof(RefusalCode.ProcedureFileWrong), "File", problem.Sentence()))]);
        if (sent.Shown("slug") != Slug)
            return await RefusedAsync([new Refusal(nameof(RefusalCode.ProcedureFileOther), "File", sent.Shown("slug"), Slug)]);
        var (_, refusals) = await SaveAsync(sent);
        if (refusals.Count > 0)
            return await RefusedAsync(refusals);
        Flash.Good(TempData, words["Replaced"]);
        return Redirect(Here());
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        var refusals = await drop.DoAsync(Slug, Revision, await current.GetAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        if (refusals.Count > 0)
            return await RefusedAsync(refusals);
        Flash.Info(TempData, words["Dropped"]);
        return Redirect(Here());
    }

    /// <summary>Takes a version back that does not hold yet.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(LocalDate version, int edition)
    {
        var request = new WithdrawProcedureVersionRequest(Slug, version, edition, Reason);
        var refusals = await withdraw.DoAsync(request, await current.GetAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        if (refusals.Count > 0)
            return await RefusedAsync(refusals);
        Flash.Good(TempData, words["WithdrawDone", VietnameseDate.Print(version)]);
        return Redirect(Here());
    }

    private async Task<(int, IReadOnlyList<Refusal>)> SaveAsync(ProcedureDocument document) =>
        await save.DoAsync(
            new SaveProcedureDraftRequest(Slug, DraftFiles.With(Open.Files, document), Revision, Seen),
            await current.GetAsync(HttpContext.RequestAborted),
            HttpContext.RequestAborted
        );

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals)
    {
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        Take((await query.OpenAsync(Slug, HttpContext.RequestAborted))!);
        await ShowAsync();
        return Page();
    }

    private void Take(OpenProcedure open)
    {
        Open = open;
        Document = ProcedureDocument.Parse(open.Files[DraftFiles.Document]);
        Parts = ProcedureParts.Of(Document);
    }

    private async Task ShowAsync()
    {
        Versions = await query.VersionsAsync(Slug, HttpContext.RequestAborted);
        Withdrawn = await query.WithdrawnAsync(Slug, HttpContext.RequestAborted);
        // The day is said when the version is published.
        Findings = Open.Draft is null ? [] : [.. check.Check(Slug, Open.Files, clock.Today).Where(finding => finding.Path != ProcedureDraftCheck.Day)];
    }
}

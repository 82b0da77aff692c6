using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Components;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>The document by which a fact is confirmed, as the administrator types it.</summary>
public sealed class FactInput
{
    public string? DocumentKind { get; set; }

    public string? DocumentNumber { get; set; }

    public LocalDate? DocumentDate { get; set; }

    public string? Note { get; set; }

    /// <summary>How many lines about the fact the page showed.</summary>
    public int Seen { get; set; }
}

/// <summary>One legal fact: what is in doubt about it, where it comes from, who confirmed it by which document, and the form to do so.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class FactModel(
    FactsQuery facts,
    FactConfirmationStore store,
    ConfirmFact confirm,
    WithdrawFact withdraw,
    CurrentActor current,
    SentForm sent,
    PageWords<FactModel> words
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tap")]
    public string? FileKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "muc")]
    public string? At { get; set; }

    [BindProperty]
    public FactInput Input { get; set; } = new();

    public FactFile Whole { get; private set; } = null!;

    public Fact Shown { get; private set; } = null!;

    public IReadOnlyList<FactConfirmation> Lines { get; private set; } = [];

    /// <summary>The confirmation that holds; null when there is none.</summary>
    public FactConfirmation? Held => Whole.Confirmed.Of(Whole.Key, Shown);

    public IReadOnlyList<TimelineEntry> History => [.. Lines.Select(Entry)];

    public static string PathOf(FactFile file, Fact fact) => $"/quan-tri/du-kien?tap={Uri.EscapeDataString(file.Key)}&muc={Uri.EscapeDataString(fact.Path)}";

    public string Address(string handler) => $"{PathOf(Whole, Shown)}&handler={handler}";

    private CancellationToken Cancel => HttpContext.RequestAborted;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await facts.FindAsync(FileKey, At, Cancel) is not var (file, fact))
        {
            context.Result = NotFound();
            return;
        }

        (Whole, Shown) = (file, fact);
        Lines = await store.OfAsync(file.Key, fact.Path, Cancel);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        sent.HasUnread = !ModelState.IsValid;
        var request = new ConfirmFactRequest(
            Whole.Key,
            Shown.Path,
            Input.DocumentKind ?? "",
            Input.DocumentNumber ?? "",
            Input.DocumentDate,
            Input.Note ?? "",
            Input.Seen
        );
        return Answer(await confirm.DoAsync(request, await current.GetAsync(Cancel), Cancel), "Confirmed");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        sent.HasUnread = !ModelState.IsValid;
        var request = new WithdrawFactRequest(Whole.Key, Shown.Path, Input.Note ?? "", Input.Seen);
        return Answer(await withdraw.DoAsync(request, await current.GetAsync(Cancel), Cancel), "Withdrawn");
    }

    private IActionResult Answer(IReadOnlyList<Refusal> refusals, string done)
    {
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words[done]);
            return Redirect(PathOf(Whole, Shown));
        }

        FormRefusals.Add(ModelState, refusals, nameof(Input));
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }

    private TimelineEntry Entry(FactConfirmation line) =>
        new(
            OfficeClock.ToInstant(line.At),
            line.Mark == FactMark.Withdrawn
                ? words["Line.Withdrawn", line.Note]
                : words["Line.Confirmed", line.DocumentKind, line.DocumentNumber, line.DocumentDate is { } day ? VietnameseDate.Print(day) : ""],
            words["By", line.By],
            line.Mark == FactMark.Confirmed
                ? string.Join(
                    "; ",
                    new[] { line.Note, line.Statement == Shown.Statement ? "" : words["SaidThen", line.Statement] }.Where(text => text.Length > 0)
                )
                : null,
            line == Held ? "good" : null
        );
}

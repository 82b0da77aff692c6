using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Printing;

/// <summary>In giấy tờ của nhiều hồ sơ: which papers the chosen dossiers have, which have none, and all of them as one file.</summary>
[ForListReaders]
public sealed class PrintModel(PrintQuery query, CurrentActor current, OfficeClock clock) : PageModel
{
    /// <summary>The papers to be printed.</summary>
    [BindProperty(SupportsGet = true, Name = "giay")]
    public List<PrintKind> Asked { get; set; } = [];

    /// <summary>Each paper begins on a sheet of its own.</summary>
    [BindProperty(SupportsGet = true, Name = "rieng-to")]
    public bool OnOwnSheets { get; set; }

    public PrintSheet Sheet { get; private set; } = null!;

    public string Back => ListPlace.Known(Sheet.Choice.Place) ?? DossierFilter.Address;

    public static string AddressOf(Guid id) => $"{StepPaths.Print}/{id}";

    /// <summary>Until somebody has chosen, the paper that most of them have.</summary>
    public bool IsTicked(PrintKind kind) => Asked.Count > 0 ? Asked.Contains(kind) : Sheet.Kinds.MaxBy(Sheet.Count) == kind;

    /// <summary>The dossiers without such a paper, or with one that is damaged.</summary>
    public IReadOnlyList<PrintLine> Without(PrintKind kind) => [.. Sheet.Lines.Where(line => line.Dossier is not null && line.Whole(kind) is null)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ShowAsync(id, cancel) ? Page() : NotFound();

    /// <summary>The papers as one PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(Guid id, CancellationToken cancel)
    {
        if (!await ShowAsync(id, cancel))
            return NotFound();
        if (await query.BindAsync(Sheet, Asked, OnOwnSheets, await current.GetAsync(cancel), cancel) is { } pdf)
        {
            Response.Headers.ContentDisposition = $"inline; filename=in-{clock.Today:yyyyMMdd}.pdf";
            Response.Headers.CacheControl = "private, no-store";
            return File(pdf, "application/pdf");
        }

        FormRefusals.Add(ModelState, [new Refusal(nameof(RefusalCode.PrintNothing))]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancel)
    {
        if (await query.ReadAsync(id, await current.GetAsync(cancel), cancel) is not { } sheet)
            return false;
        Sheet = sheet;
        return true;
    }
}

using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Một lần nhập danh sách: what was accepted, what was rejected and why; it is confirmed and undone here.</summary>
[ForRoles(StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Administrator)]
public sealed class PlaceImportPageModel(
    PlaceImportsQuery query,
    ConfirmPlaceImport confirm,
    UndoPlaceImport undo,
    CurrentActor current,
    PageWords<PlaceImportPageModel> words
) : PageModel
{
    /// <summary>So many lines are shown; the files hold all.</summary>
    private const int MostShown = 100;

    public PlaceImport Import { get; private set; } = null!;

    public IReadOnlyList<AcceptedRow> Accepted => [.. Import.Accepted.Take(MostShown)];

    public IReadOnlyList<RejectedRow> Rejected => [.. Import.Rejected.Take(MostShown)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await OpenAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancel)
    {
        if (await confirm.DoAsync(id, await current.GetAsync(cancel), cancel) is { Count: > 0 } refusals)
            return await RefusedAsync(id, refusals, cancel);
        await OpenAsync(id, cancel);
        Flash.Good(TempData, words["ConfirmedNow", Import.AcceptedCount]);
        return Redirect($"/ban-do/nhap/{id}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancel)
    {
        var undone = await undo.DoAsync(id, await current.GetAsync(cancel), cancel);
        if (undone.Refusals.Count > 0)
            return await RefusedAsync(id, undone.Refusals, cancel);
        Flash.Good(TempData, words[undone.Replaced == 0 ? "UndoneNow" : "UndoneButReplaced", undone.Ended, undone.Replaced]);
        return Redirect($"/ban-do/nhap/{id}");
    }

    /// <summary>The rejected lines with their reasons, to be mended and uploaded again.</summary>
    public async Task<IActionResult> OnGetRejectedAsync(Guid id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
            return NotFound();
        var columns = PlaceColumns.Of(Import.Kind).Where(column => Import.Rejected.Any(row => row.Cells.ContainsKey(column.Key))).ToList();
        var content = CsvOutput.Write(
            [words["Line"], words["Reasons"], .. columns.Select(column => column.Name)],
            Import.Rejected.Select(row =>
                (IEnumerable<string>)
                    [
                        row.Line.ToString(CultureInfo.InvariantCulture),
                        string.Join(" ", row.Reasons.Select(reason => reason.Sentence)),
                        .. columns.Select(column => row.Cells.GetValueOrDefault(column.Key, "")),
                    ]
            )
        );
        return File(content, CsvOutput.ContentType, $"bi-loai-{Path.GetFileNameWithoutExtension(Import.FileName)}.csv");
    }

    public string Told(RejectedRow row) =>
        string.Join(" · ", PlaceColumns.Of(Import.Kind).Select(column => row.Cells.GetValueOrDefault(column.Key, "")).Where(cell => cell.Length > 0));

    private async Task<IActionResult> RefusedAsync(Guid id, IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
            return NotFound();
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } found)
            return false;
        Import = found;
        return true;
    }
}

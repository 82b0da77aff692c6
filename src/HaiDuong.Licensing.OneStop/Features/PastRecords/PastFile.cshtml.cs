using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.PastRecords;

/// <summary>One file of old records: what the trial found, and the buttons that let it enter or take it away again, as a whole.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class PastFileModel(
    PastImportsQuery query,
    ConfirmPastImport confirm,
    UndoPastImport undo,
    DiscardPastImport discard,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    PageWords<PastFileModel> words
) : PageModel
{
    /// <summary>So many pairs stand on the page; all of them are in the download.</summary>
    private const int PairsShown = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "pairsSeen")]
    public bool PairsSeen { get; set; }

    /// <summary>The last rejected line of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public int AfterRejected { get; set; }

    /// <summary>The last line of the page before that can enter.</summary>
    [BindProperty(SupportsGet = true, Name = "nhan")]
    public int AfterAccepted { get; set; }

    /// <summary>The last mended line of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "sua")]
    public int AfterRepaired { get; set; }

    public PastImport Import { get; private set; } = null!;

    public PastImport? SameFile { get; private set; }

    public IReadOnlyList<PastImportRow> Rejected { get; private set; } = [];

    public IReadOnlyList<AcceptedLine> Accepted { get; private set; } = [];

    public IReadOnlyList<PastImportRow> Repaired { get; private set; } = [];

    public IEnumerable<NamePair> Pairs => Import.Pairs.Take(PairsShown);

    public string Address => $"{PastRecordsModel.Address}/{Id}";

    public string? MoreRejected => Rejected.Count == PastImportsQuery.Size ? $"?loai={Rejected[^1].Line}" : null;

    public string? MoreAccepted => Accepted.Count == PastImportsQuery.Size ? $"?nhan={Accepted[^1].Line}" : null;

    public string? MoreRepaired => Repaired.Count == PastImportsQuery.Size ? $"?sua={Repaired[^1].Line}" : null;

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync() => await OpenAsync() ? Page() : NotFound();

    /// <summary>The rejected lines with their reasons, to mend and upload again.</summary>
    public async Task<IActionResult> OnGetRejectedAsync()
    {
        if (await query.FindAsync(Id, Cancel) is not { } import)
            return NotFound();
        var rows = await query.RejectedAsync(Id, 0, int.MaxValue, Cancel);
        var columns = PastColumns.Of(import.Kind).Where(column => rows.Any(row => row.Cells!.ContainsKey(column.Key))).ToList();
        var content = CsvOutput.Write(
            [words["Line"], words["Reasons"], .. columns.Select(column => column.Name)],
            rows.Select(row =>
                (IEnumerable<string>)
                    [
                        $"{row.Line}",
                        string.Join(" ", row.Reasons!.Select(reason => reason.Sentence)),
                        .. columns.Select(column => row.Cells!.GetValueOrDefault(column.Key, "")),
                    ]
            )
        );
        return File(content, CsvOutput.ContentType, "dong-bi-loai.csv");
    }

    /// <summary>All numbers that carry two names.</summary>
    public async Task<IActionResult> OnGetPairsAsync()
    {
        if (await query.FindAsync(Id, Cancel) is not { } import)
            return NotFound();
        var content = CsvOutput.Write(
            [words["Number"], words["Line"], words["InFile"], words["Other"]],
            import.Pairs.Select(pair => (IEnumerable<string>)[pair.IdentityNumber, $"{pair.Line}", pair.Name, pair.OtherName])
        );
        return File(content, CsvOutput.ContentType, "ten-khac-nhau.csv");
    }

    /// <summary>Goes on when the browser has given up waiting: the page then shows what became of it.</summary>
    public async Task<IActionResult> OnPostConfirmAsync() =>
        await DoneAsync(await confirm.DoAsync(Id, PairsSeen, await current.GetAsync(Cancel), CancellationToken.None), "Confirmed");

    public async Task<IActionResult> OnPostUndoAsync() =>
        await DoneAsync(await undo.DoAsync(Id, await current.GetAsync(Cancel), CancellationToken.None), "WasUndone");

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        var (name, refusals) = await discard.DoAsync(Id, await current.GetAsync(Cancel), Cancel);
        if (refusals.Count > 0)
            return await DoneAsync(refusals, "");
        Flash.Good(TempData, words["Discarded", name!]);
        return Redirect(PastRecordsModel.Address);
    }

    /// <summary>The cells of a rejected line as one sentence: column and text.</summary>
    public IEnumerable<(string Column, string Text)> CellsOf(PastImportRow row) =>
        PastColumns
            .Of(Import.Kind)
            .Where(column => row.Cells!.GetValueOrDefault(column.Key, "").Length > 0)
            .Select(column => (column.Name, row.Cells![column.Key]));

    /// <summary>What was read of a line, column by column, as it will enter.</summary>
    public IEnumerable<(string Column, string Text, bool IsTyped)> Read(IPastRecord record) =>
        (
            record switch
            {
                PastLicence licence => (IEnumerable<(PastColumn Column, string Text)>)
                    [
                        (PastColumns.Kind, catalogue.KindName(licence.Kind)),
                        (PastColumns.IssuedOn, Say(licence.IssuedOn)),
                        (PastColumns.ValidFrom, Say(licence.ValidFrom)),
                        (PastColumns.ValidTo, Say(licence.ValidTo)),
                        (PastColumns.Subject, licence.Subject),
                        (PastColumns.Place, licence.Place),
                        (PastColumns.Note, licence.Note ?? ""),
                    ],
                PastDossier dossier =>
                [
                    (PastColumns.Procedure, catalogue.KindName(dossier.ProcedureSlug)),
                    (PastColumns.ReceivedOn, Say(dossier.ReceivedOn)),
                    (PastColumns.DueOn, Say(dossier.DueOn)),
                    (PastColumns.FinishedOn, Say(dossier.FinishedOn)),
                    (PastColumns.Result, dossier.Result),
                    (PastColumns.ResultNumber, dossier.ResultNumber),
                    (PastColumns.Note, dossier.Note),
                ],
                _ => [],
            }
        )
            .Where(cell => cell.Text.Length > 0)
            .Select(cell => (cell.Column.Name, cell.Text, cell.Column.Key != PastColumns.Kind.Key && cell.Column.Key != PastColumns.Procedure.Key));

    private static string Say(LocalDate? day) => day is { } known ? VietnameseDate.Print(known) : "";

    private async Task<IActionResult> DoneAsync(IReadOnlyList<Refusal> refusals, string said)
    {
        if (!await OpenAsync())
            return NotFound();
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words[said, Import.Accepted]);
            return Redirect(Address);
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }

    private async Task<bool> OpenAsync()
    {
        if (await query.FindAsync(Id, Cancel) is not { } import)
            return false;
        Import = import;
        SameFile = await query.SameFileAsync(import, Cancel);
        Rejected = await query.RejectedAsync(Id, AfterRejected, PastImportsQuery.Size, Cancel);
        Accepted = import.State == PastImportState.Trial ? await query.AcceptedAsync(import, AfterAccepted, Cancel) : [];
        Repaired = await query.RepairedAsync(Id, AfterRepaired, Cancel);
        return true;
    }
}

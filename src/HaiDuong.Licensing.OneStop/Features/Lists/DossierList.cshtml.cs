using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>Danh sách hồ sơ of everybody who works here: what they may find, filtered, sorted, counted, saved, exported and printed.</summary>
[ForListReaders]
public sealed class DossierListModel(
    DossierListQuery query,
    SavedListsQuery savedQuery,
    ListChoicesQuery choices,
    ReadableRowsQuery readable,
    NotesQuery notes,
    MessagesQuery messages,
    SaveList save,
    RemoveList remove,
    BatchActs batches,
    CurrentActor current,
    ListCells cells,
    OfficeClock clock
) : PageModel
{
    private const int PageSize = 50;

    /// <summary>What one sheet of paper, or one file, is made of at most.</summary>
    public const int MostPrinted = 1_000;

    public const int MostExported = 20_000;

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "cot")]
    public List<ListColumn> Chosen { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    /// <summary>The whole list on one page, to be printed.</summary>
    [BindProperty(SupportsGet = true, Name = "ca")]
    public bool IsWhole { get; set; }

    /// <summary>Everything is ticked, as much of it as one batch may have.</summary>
    [BindProperty(SupportsGet = true, Name = "chon-het")]
    public bool IsAllChosen { get; set; }

    [BindProperty]
    public string? SavedName { get; set; }

    [BindProperty]
    public bool SavedForAll { get; set; }

    public DossierFilter Filter { get; private set; } = new();

    public Actor Actor { get; private set; } = Actor.System;

    public DossierListPage List { get; private set; } = new([], null);

    /// <summary>Those whose form is not complete yet.</summary>
    public IReadOnlySet<Guid> Brief { get; private set; } = new HashSet<Guid>();

    public IReadOnlyDictionary<ListGroup, int> Counts { get; private set; } = new Dictionary<ListGroup, int>();

    /// <summary>How many the number of the statistics counts, and how many of these are shown; null where no number was followed.</summary>
    public (int Counted, int Found)? Figure { get; private set; }

    /// <summary>The dossiers on the page that have a note.</summary>
    public IReadOnlySet<Guid> Noted { get; private set; } = new HashSet<Guid>();

    /// <summary>The dossiers on the page whose applicant wrote something new.</summary>
    public IReadOnlySet<Guid> Written { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<SavedList> Saved { get; private set; } = [];

    public ListChoices Choices { get; private set; } = ListChoices.None;

    public IReadOnlyList<ListColumn> Columns => ListColumns.Shown(Chosen, Filter);

    public ListCells Cells => cells;

    public Instant Now => clock.Now;

    public bool IsNew(DossierRow row) => row.StepSince?.Date == clock.Today;

    public LocalDate Today => clock.Today;

    /// <summary>False when a day cannot be read or the period ends before it begins: then no list is shown, kept or taken along.</summary>
    public bool IsReadable { get; private set; } = true;

    /// <summary>What the list is filtered by, in words.</summary>
    public IReadOnlyList<string> Parts => cells.PartsOf(Filter, Choices);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadFilterAsync(cancel);
        if (Filter.Figure is not null && !readable.ReadsAllOf(Actor, Filter.Unit))
            return NotFound();
        await OpenAsync(cancel);
        return Page();
    }

    /// <summary>The rows as a file: "csv", else an Excel workbook; every column, in the order of the list.</summary>
    public async Task<IActionResult> OnGetFileAsync(string? dang, CancellationToken cancel)
    {
        await ReadFilterAsync(cancel);
        if (!IsReadable)
            return await RefusedAsync([], cancel);
        var rows = (await query.ReadAsync(Filter, Actor, null, MostExported, cancel)).Rows;
        var columns = Enum.GetValues<ListColumn>();
        var header = columns.Select(column => cells.Title(column));
        var name = $"ho-so-{clock.Today:yyyyMMdd}";
        return dang == "csv"
            ? File(CsvOutput.Write(header, rows.Select(row => columns.Select(column => cells.Text(column, row, Actor)))), CsvOutput.ContentType, $"{name}.csv")
            : File(
                await ExcelOutput.WriteAsync(cells.SheetName, header, rows.Select(row => columns.Select(column => cells.Value(column, row, Actor))), cancel),
                ExcelOutput.ContentType,
                $"{name}.xlsx"
            );
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        await ReadFilterAsync(cancel);
        if (!IsReadable)
            return await RefusedAsync([], cancel);
        var kept = Here().Split('?') is [_, var parts] ? parts : "";
        return await AnswerAsync(
            await save.DoAsync(new SaveListRequest(SavedName ?? "", kept, SavedForAll), Actor, cancel),
            cells.Word("Saved", VietnameseText.Clean(SavedName ?? "")),
            cancel
        );
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        await ReadFilterAsync(cancel);
        return await AnswerAsync(await remove.DoAsync(id, Actor, cancel), cells.Word("Removed"), cancel);
    }

    /// <summary>The address of this list, with its columns; another part changed where one is given.</summary>
    public string Here(DossierFilter? other = null, params (string Name, string? Value)[] further) =>
        (other ?? Filter).Href([.. Chosen.Select(column => ("cot", (string?)column.ToString())), .. further]);

    /// <summary>What may be done to the ticked ones; nothing on the page that is printed.</summary>
    public BatchBar Batch =>
        new(IsWhole ? [] : batches.For(Actor), Here())
        {
            MayPrint = !IsWhole,
            All = List.Next is null || IsAllChosen ? null : Here(null, ("chon-het", "true")),
        };

    public string? More => List.Next is { } next && !IsWhole && !IsAllChosen ? Here(null, ("sau", next.ToString())) : null;

    /// <summary>The page of a row, which leads back to the row that follows.</summary>
    public string HrefOf(int index) => ListPlace.Href(StepPaths.Dossier(List.Rows[index].DossierId), Request, List.Rows, row => row.DossierId, index);

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Refusal> refusals, string good, CancellationToken cancel)
    {
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, good);
            return Redirect(Here());
        }

        return await RefusedAsync(refusals, cancel);
    }

    private Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return OnGetAsync(cancel);
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        Saved = await savedQuery.ReadAsync(Actor, cancel);
        Choices = await choices.ReadAsync(Actor, cancel);
        if (!IsReadable)
            return;
        List = await query.ReadAsync(
            Filter,
            Actor,
            After,
            IsWhole ? MostPrinted
                : IsAllChosen ? Storage.Batch.Most
                : PageSize,
            cancel
        );
        Brief = await query.BriefAsync(List.Rows, cancel);
        Written = await messages.MarkedAsync(List.Rows.Select(row => row.DossierId), Actor, cancel);
        Noted = await notes.MarkedAsync(List.Rows.Select(row => row.DossierId), Actor, cancel);
        if (Filter.Figure is not null)
            Figure = await query.CountFigureAsync(Filter, Actor, cancel);
        else
            Counts = await query.CountAsync(Filter, Actor, cancel);
    }

    private async Task ReadFilterAsync(CancellationToken cancel)
    {
        Actor = await current.GetAsync(cancel);
        Filter = DossierFilter.Read(name => Request.Query[name]) with { From = From, To = To };
        if (ModelState.IsValid && !Filter.HasPeriod)
            ModelState.AddModelError("den", cells.Word(Filter is { From: not null, To: not null } ? "PeriodBackwards" : "PeriodMissing"));
        IsReadable = ModelState["tu"]?.Errors.Count is null or 0 && ModelState["den"]?.Errors.Count is null or 0;
        // What the form sends and nobody chose is no part of the address.
        if (Chosen.Order().SequenceEqual(ListColumns.Shown([], Filter)))
            Chosen = [];
    }
}

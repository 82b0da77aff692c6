using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>
/// Báo cáo định kỳ: a form or the indicators of a period, as they are now or as they were closed; on screen, as files and as the official paper.
/// </summary>
[ForRoles(StaffRole.CentreLeader, StaffRole.Leader, StaffRole.DivisionHead, StaffRole.Inspector, StaffRole.Administrator)]
public sealed class ReportModel(
    ReportFiguresQuery figures,
    ReportClosingsQuery closings,
    ReportParts parts,
    ReadableRowsQuery readable,
    CloseReport close,
    ReopenReport reopen,
    SheetPress press,
    CurrentActor current,
    OfficeClock clock,
    PageWords<ReportModel> words
) : PageModel
{
    public const string Address = "/bao-cao";

    /// <summary>The tab of the indicators.</summary>
    public const string IndicatorsKey = "chi-so";

    [BindProperty(SupportsGet = true, Name = "bieu")]
    public string? Key { get; set; }

    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>Null when it cannot be read.</summary>
    public ReportPeriod? Period { get; private set; }

    public IReadOnlyList<ReportForm> Forms { get; private set; } = [];

    /// <summary>Null on the tab of the indicators.</summary>
    public ReportForm? Form { get; private set; }

    /// <summary>What is shown: as it was closed, or as it is now.</summary>
    public ReportTable? Table { get; private set; }

    public IReadOnlyList<ShownIndicator> Indicators { get; private set; } = [];

    /// <summary>Every closing of the period, the newest first.</summary>
    public IReadOnlyList<ReportClosing> Closings { get; private set; } = [];

    public ReportClosing? Closed => Closings.FirstOrDefault(closing => !closing.IsOpenAgain);

    /// <summary>What is another now than when the period was closed.</summary>
    public IReadOnlyList<MovedFigure> Moved { get; private set; } = [];

    public bool MayClose => Period is { } period && ReportClosing.MayClose(actor) && ReportClosing.Check(period.First, period.Last, clock.Today).Count == 0;

    public bool MayReopen => Closed is not null && ReportClosing.MayClose(actor);

    public bool IsOver => Period is { } period && period.Last < clock.Today;

    public ReportParts Parts => parts;

    public LocalDate Today => clock.Today;

    /// <summary>The unit that the report is about; null for all.</summary>
    private string? About => Form is { IsWhole: true } || Unit is null or "" ? null : Unit;

    private ReportTable? live;
    private IReadOnlyList<string> divisions = [];
    private Actor actor = Actor.System;

    public static string Say(Instant at) => VietnameseDate.Print(OfficeClock.ToLocal(at));

    public string Here(params IEnumerable<(string Name, string? Value)> further) => At(Form?.Key ?? IndicatorsKey, further);

    /// <summary>The same period and unit in another form.</summary>
    public string At(string form, params IEnumerable<(string Name, string? Value)> further) =>
        PageAddress.Of(Address, [("bieu", form), .. PeriodParts, ("don-vi", Unit), .. further]);

    /// <summary>The list of what is overdue in the period.</summary>
    public string OverdueHref => PageAddress.Of(OverdueModel.Address, [.. PeriodParts, ("don-vi", Unit)]);

    private IEnumerable<(string Name, string? Value)> PeriodParts =>
        Period is { Span: not ReportSpan.Days } period
            ? [("ky", ReportPeriods.KeyOf(period))]
            : [("ky", nameof(ReportSpan.Days)), ("tu", Day(Period?.First ?? From)), ("den", Day(Period?.Last ?? To))];

    /// <summary>The list behind a number; null where the person does not read all of it, or it is another now.</summary>
    public string? HrefOf(ReportLine line, ReportColumn column) =>
        Closed is not null && (live?.Lines.FirstOrDefault(other => other.Key == line.Key) is not { } now || now.NumberOf(column) != line.NumberOf(column))
            ? null
            : ListOf(line, column.Figure!.Value);

    /// <summary>Of one division where the line is of one: whoever reads that division alone finds the list of nothing else.</summary>
    public string? ListOf(ReportLine line, DossierFigure figure)
    {
        var list = line.List with { Figure = figure, Unit = line.List.Unit ?? (line.Divisions is [var only] ? only : null) };
        return readable.ReadsAllOf(actor, list.Unit) ? list.Href() : null;
    }

    /// <summary>The list behind a part of an indicator.</summary>
    public string? HrefOf(DossierFigure? figure)
    {
        if (figure is not { } counted || Period is not { } period || Closed is not null)
            return null;
        var unit = About ?? (divisions is [var only] ? only : null);
        return readable.ReadsAllOf(actor, unit)
            ? new DossierFilter
            {
                Figure = counted,
                Unit = unit,
                From = period.First,
                To = period.Last,
                InSuccessors = true,
            }.Href()
            : null;
    }

    public async Task OnGetAsync(CancellationToken cancel) => await OpenAsync(cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        await GridAsync(cancel) is { } grid ? File(grid.Csv(), CsvOutput.ContentType, $"{FileName}.csv") : Unreadable();

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancel) =>
        await GridAsync(cancel) is { } grid ? File(await grid.ExcelAsync(cancel), ExcelOutput.ContentType, $"{FileName}.xlsx") : Unreadable();

    /// <summary>The official paper, A4 landscape.</summary>
    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancel)
    {
        // A paper is in Vietnamese, whatever the page is in.
        CultureInfo.CurrentUICulture = DeadlineTexts.Official;
        if (await GridAsync(cancel) is not { } grid)
            return Unreadable();
        try
        {
            var office = parts.OfficeOf(About, actor, LocalDate.Min(Period!.Last, clock.Today));
            var pdf = press.Report(office, grid.Sheet(parts.Periods.Say(Period), parts.UnitName(About, office), Notes()), clock.Now);
            Response.Headers.CacheControl = "private, no-store";
            Response.Headers.ContentDisposition = $"inline; filename={FileName}.pdf";
            return File(pdf, "application/pdf");
        }
        catch (SlipMissingException slip)
        {
            FormRefusals.Add(ModelState, [new Refusal(nameof(RefusalCode.SlipMissing), null, slip.File)]);
            return Unreadable();
        }
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        var period = await ReadAsync(cancel);
        return await AnswerAsync(period is null ? [] : await close.DoAsync(period.First, period.Last, actor, cancel), "Closed", cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel)
    {
        var period = await ReadAsync(cancel);
        return await AnswerAsync(period is null ? [] : await reopen.DoAsync(period.First, period.Last, Reason ?? "", actor, cancel), "Reopened", cancel);
    }

    private string FileName => $"bao-cao-{Form?.Key ?? IndicatorsKey}-{Period?.First:yyyyMMdd}-{Period?.Last:yyyyMMdd}";

    private static string? Day(LocalDate? day) => day is { } known ? VietnameseDate.Print(known) : null;

    /// <summary>What the paper says of its figures.</summary>
    private IReadOnlyList<string> Notes() =>
        [
            Closed is { } closed
                ? words["PaperClosed", Say(closed.ClosedAt), closed.ClosedBy, closed.Hash]
                : words["PaperOpen", VietnameseDate.Print(clock.Local)],
            .. Table is { Lines.Count: 0 } ? [words["Nothing"] + "."] : Array.Empty<string>(),
        ];

    private async Task<ReportPeriod?> ReadAsync(CancellationToken cancel)
    {
        actor = await current.GetAsync(cancel);
        Period = ModelState.IsValid ? parts.Periods.Read(PeriodKey, From, To) : null;
        if (ModelState.IsValid && Period is null)
            ModelState.AddModelError("ky", words["PeriodUnknown"]);
        var day = Period?.Last ?? clock.Today;
        Forms = parts.Laws.Forms(day);
        Form = Key == IndicatorsKey ? null : Forms.FirstOrDefault(form => form.Key == Key) ?? (Forms is [var usual, ..] ? usual : null);
        if (
            !AskedChoice.IsKnown(ModelState, "", Key, Forms.Select(form => form.Key).Append(IndicatorsKey))
            | !AskedChoice.IsKnown(ModelState, "don-vi", Unit, parts.Units(day).Select(choice => choice.Value))
        )
            Period = null;
        return Period;
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        // What was refused is shown beside the report that it is about.
        if ((Period ?? await ReadAsync(cancel)) is not { } period)
            return;
        Closings = await closings.ReadAsync(period.First, period.Last, cancel);
        var now = (await figures.ReadAsync(period.First, period.Last, cancel)).In(About);
        var shown = Closed is { } closed ? StoredJson.Read<ReportFigures>(closed.Figures).In(About) : now;
        if (Form is null)
        {
            divisions = [.. shown.Cells.Select(cell => cell.Division).Distinct(StringComparer.Ordinal)];
            Indicators = parts.Indicators.Of(parts.Laws.Indicators(period.Last), shown);
            return;
        }

        live = parts.Tables.Of(Form, now, period, About);
        Table = Closed is null ? live : parts.Tables.Of(Form, shown, period, About);
        Moved = Closed is null ? [] : ReportTables.Moved(Table, live);
    }

    /// <summary>What files and papers hold, which is official and in Vietnamese, whatever the page is in.</summary>
    private async Task<ReportGrid?> GridAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        CultureInfo.CurrentUICulture = DeadlineTexts.Official;
        await OpenAsync(cancel);
        return Period is null ? null
            : Table is { } table ? ReportGrid.Of(table)
            : parts.Indicators.Grid(Indicators);
    }

    private PageResult Unreadable()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Refusal> refusals, string good, CancellationToken cancel)
    {
        if (refusals.Count == 0 && Period is not null)
        {
            Flash.Good(TempData, words[good, parts.Periods.Say(Period)]);
            return Redirect(Here());
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = refusals.Count > 0 ? FormRefusals.StatusOf(refusals) : StatusCodes.Status422UnprocessableEntity;
        await OpenAsync(cancel);
        return Page();
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>Danh sách hồ sơ quá hạn of a period, with the reason and the letter of apology of each; what hides its sender is counted, not listed.</summary>
[ForRoles(StaffRole.CentreLeader, StaffRole.Leader, StaffRole.DivisionHead, StaffRole.Inspector, StaffRole.Administrator)]
public sealed class OverdueModel(OverdueQuery query, ReportParts parts, CurrentActor current, OfficeClock clock, PageWords<OverdueModel> words) : PageModel
{
    public const string Address = "/bao-cao/qua-han";

    private const int PageSize = 50;

    private const int MostExported = 20_000;

    private static readonly string[] Columns = ["Dossier", "Applicant", "Procedure", "Unit", "FirstDue", "Finished", "Reason", "Apology"];

    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    public ReportPeriod? Period { get; private set; }

    public OverduePage List { get; private set; } = new([], null, 0, 0);

    public ReportParts Parts => parts;

    public LocalDate Today => clock.Today;

    public string? More => List.Next is { } next ? Here(("sau", next.ToString())) : null;

    public string Here(params IEnumerable<(string Name, string? Value)> further) => PageAddress.Of(Address, [.. PeriodParts, ("don-vi", Unit), .. further]);

    public string ReportHref => PageAddress.Of(ReportModel.Address, [("bieu", "II.07a"), .. PeriodParts, ("don-vi", Unit)]);

    /// <summary>The letter of apology, as its list calls it: by the day it was given out.</summary>
    public string ApologyOf(OverdueLine line) => line.ApologisedAt is { } at ? words["ApologyOf", VietnameseDate.Print(at)] : words["NoApology"];

    public string ReasonOf(OverdueLine line) =>
        line.Reason switch
        {
            null => words["NoReason"],
            "" => words["HiddenReason"],
            var said => said,
        };

    private IEnumerable<(string Name, string? Value)> PeriodParts =>
        Period is { Span: not ReportSpan.Days } period
            ? [("ky", ReportPeriods.KeyOf(period))]
            :
            [
                ("ky", nameof(ReportSpan.Days)),
                ("tu", (Period?.First ?? From) is { } from ? VietnameseDate.Print(from) : null),
                ("den", (Period?.Last ?? To) is { } to ? VietnameseDate.Print(to) : null),
            ];

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(After, PageSize, cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        await ReadAsync(null, MostExported, cancel)
            ? File(
                CsvOutput.Write(
                    Columns.Select(column => words[column]),
                    List.Lines.Select(line => Cells(line).Select(cell => cell is LocalDate day ? VietnameseDate.Print(day) : $"{cell}"))
                ),
                CsvOutput.ContentType,
                $"{FileName}.csv"
            )
            : Unreadable();

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancel) =>
        await ReadAsync(null, MostExported, cancel)
            ? File(
                await ExcelOutput.WriteAsync(words["Title"], Columns.Select(column => words[column]), List.Lines.Select(Cells), cancel),
                ExcelOutput.ContentType,
                $"{FileName}.xlsx"
            )
            : Unreadable();

    private string FileName => $"ho-so-qua-han-{Period?.First:yyyyMMdd}-{Period?.Last:yyyyMMdd}";

    private IEnumerable<object?> Cells(OverdueLine line) =>
        [line.Code, line.Applicant, line.Procedure, line.Unit, line.FirstDue, line.FinishedOn, ReasonOf(line), ApologyOf(line)];

    private async Task<bool> ReadAsync(Guid? after, int size, CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        Period = ModelState.IsValid ? parts.Periods.Read(PeriodKey, From, To) : null;
        if (ModelState.IsValid && Period is null)
            ModelState.AddModelError("ky", words["PeriodUnknown"]);
        if (!AskedChoice.IsKnown(ModelState, "don-vi", Unit, parts.Units(Period?.Last ?? clock.Today).Select(choice => choice.Value)))
            Period = null;
        if (Period is not { } period)
            return false;
        List = await query.ReadAsync(period, Unit is "" ? null : Unit, actor, after, size, cancel);
        return true;
    }

    private PageResult Unreadable()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>Sổ biên lai of a period, narrowed as asked: on screen, on paper, as CSV and as a workbook.</summary>
[ForRoles(StaffRole.Accountant, StaffRole.CounterClerk)]
public sealed class BookModel(FeeBookQuery query, FeeWords names, CurrentActor current, OfficeClock clock, PageWords<BookModel> words) : PageModel
{
    public const string Address = "/ke-toan/so-thu";

    /// <summary>What is printed at once.</summary>
    public const int MostPrinted = 1_000;

    private const int MostExported = 20_000;

    private const int PageSize = 50;

    private static readonly string[] Columns = ["Number", "Day", "Dossier", "Applicant", "Procedure", "Method", "Cashier", "Amount", "Note"];

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public FeeGroup Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "cach")]
    public string? Method { get; set; }

    [BindProperty(SupportsGet = true, Name = "quyen")]
    public string? Series { get; set; }

    [BindProperty(SupportsGet = true, Name = "nguoi-thu")]
    public string? Cashier { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>The whole book on one page, to be printed.</summary>
    [BindProperty(SupportsGet = true, Name = "ca-so")]
    public bool IsWhole { get; set; }

    public FeeFilter Filter =>
        new(From ?? clock.Today.With(DateAdjusters.StartOfMonth), To ?? clock.Today, Group)
        {
            Procedure = Chosen(Procedure),
            Method = Chosen(Method),
            Series = Chosen(Series),
            Cashier = Chosen(Cashier),
        };

    /// <summary>Whether more than the period was chosen.</summary>
    public bool IsNarrowed => Filter is not { Group: FeeGroup.Taken, Procedure: null, Method: null, Series: null, Cashier: null };

    public FeePage Book { get; private set; } = new([], null);

    public int Count { get; private set; }

    public decimal Sum { get; private set; }

    public IReadOnlyList<FeeSum> Sums { get; private set; } = [];

    private IReadOnlyDictionary<Guid, string> symbols = new Dictionary<Guid, string>();

    public string? More => Book.Next is { } next && !IsWhole ? Address + Filter.Query(("sau", next)) : null;

    /// <summary>What the money of the period can be narrowed by.</summary>
    public IReadOnlyList<FieldChoice> Choices(FeePart part) =>
        [
            .. Sums.DistinctBy(sum => sum.KeyOf(part))
                .Where(sum => sum.KeyOf(part).Length > 0)
                .Select(sum => new FieldChoice(sum.KeyOf(part), names.Of(part, sum, symbols)))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];

    public string ProcedureName(FeeEntry entry) => names.Procedure(entry.ProcedureSlug);

    public string MethodName(FeeEntry entry) => names.Method(entry.Method);

    public string NoteOf(FeeEntry entry) =>
        entry.CancelledAt is { } at ? words["CancelledBy", VietnameseDate.Print(at), entry.CancelledBy ?? "", entry.CancelReason ?? ""] : entry.Reason ?? "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } actor)
            return;
        IsWhole &= Count <= MostPrinted;
        Book = await query.ReadAsync(Filter, actor, IsWhole ? null : After, IsWhole ? MostPrinted : PageSize, cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (await LinesAsync(cancel) is not { } lines)
            return Page();
        var rows = lines.Select(line => Cells(line).Select(cell => cell is LocalDate day ? VietnameseDate.Print(day) : $"{cell}"));
        return File(CsvOutput.Write(Columns.Select(column => words[column]), rows), CsvOutput.ContentType, $"{FileName}.csv");
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancel)
    {
        if (await LinesAsync(cancel) is not { } lines)
            return Page();
        var content = await ExcelOutput.WriteAsync(words["Title"], Columns.Select(column => words[column]), lines.Select(Cells), cancel);
        return File(content, ExcelOutput.ContentType, $"{FileName}.xlsx");
    }

    private string FileName => $"so-thu-{Filter.From:yyyyMMdd}-{Filter.To:yyyyMMdd}";

    private static string? Chosen(string? value) => value is { Length: > 0 } ? value : null;

    private IEnumerable<object?> Cells(FeeLine line) =>
        [
            line.Entry.Number,
            line.Entry.At.Date,
            line.Code,
            line.Applicant,
            ProcedureName(line.Entry),
            MethodName(line.Entry),
            line.Entry.Cashier,
            line.Entry.Amount,
            NoteOf(line.Entry),
        ];

    private async Task<IReadOnlyList<FeeLine>?> LinesAsync(CancellationToken cancel)
    {
        var actor = await OpenAsync(cancel);
        if (actor is not null && Count > MostExported)
            ModelState.AddModelError("tu", words["TooMuch", Count, MostExported]);
        if (actor is not null && ModelState.IsValid)
            return (await query.ReadAsync(Filter, actor, null, MostExported, cancel)).Lines;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (actor is not null)
            Book = await query.ReadAsync(Filter, actor, null, PageSize, cancel);
        return null;
    }

    /// <summary>Reads the sums of the period; null when it cannot be read, or ends before it begins.</summary>
    private async Task<Actor?> OpenAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        if (ModelState.IsValid && Filter.From > Filter.To)
            ModelState.AddModelError("tu", words["Backwards"]);
        if (!ModelState.IsValid)
            return null;
        Sums = await query.SumsAsync(Filter.From, Filter.To, actor, cancel);
        symbols = await query.SymbolsAsync(Sums.Select(sum => sum.Series).OfType<Guid>().Distinct(), cancel);
        (Count, Sum) = (Sums.Where(Filter.Has).Sum(sum => sum.Count), Sums.Where(Filter.Has).Sum(sum => sum.Amount));
        return actor;
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Licences;

/// <summary>Sổ giấy phép, to read: what is in force, what ends soon, who held what on a day.</summary>
[ForRegisterReaders]
public sealed class RegisterModel(LicencesQuery query, ProcedureCatalogue catalogue, OfficeClock clock, PageWords<RegisterModel> words) : PageModel
{
    private static readonly string[] Columns = ["Number", "Kind", "Holder", "Subject", "Place", "IssuedOn", "ValidFrom", "ValidTo", "State"];

    /// <summary>So many licences one file may hold.</summary>
    private const int MostExported = 100_000;

    /// <summary>Further ahead nobody asks; a number beyond it is left out.</summary>
    private const int MostDaysAhead = 36_500;

    [BindProperty(SupportsGet = true, Name = "tu-khoa")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "tinh-trang")]
    public LicenceState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public LocalDate? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-het-han")]
    public int? EndsWithin { get; set; }

    [BindProperty(SupportsGet = true, Name = "cap")]
    public LocalDate? AfterDay { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public IReadOnlyList<LicenceRow> Rows { get; private set; } = [];

    public LocalDate Day => On ?? clock.Today;

    public FieldChoice[] Kinds => catalogue.Kinds();

    public FieldChoice[] Fields => catalogue.Fields();

    public FieldChoice[] States => [.. Enum.GetValues<LicenceState>().Select(state => new FieldChoice(state.ToString(), words[$"State.{state}"]))];

    public string? More =>
        Rows.Count == LicencesQuery.Size ? Here.Add("cap", VietnameseDate.Print(Rows[^1].RegisterDay)).Add("after", Rows[^1].Id.ToString()).ToString() : null;

    public string Csv => Here.Add("handler", "Csv").ToString();

    public string Excel => Here.Add("handler", "Excel").ToString();

    private IEnumerable<string> Header => Columns.Select(column => words[column]);

    private QueryString Here =>
        QueryString.Create(
            new Dictionary<string, string?>
            {
                ["tu-khoa"] = Text,
                ["loai"] = Kind,
                ["linh-vuc"] = Field,
                ["tinh-trang"] = State?.ToString(),
                ["ngay"] = On is { } day ? VietnameseDate.Print(day) : null,
                ["sap-het-han"] = EndsWithin?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }.Where(part => part.Value is not null)
        );

    private LicenceFilter Filter => new(Text, Wanted(), State, Day, EndsWithin is >= 0 and <= MostDaysAhead ? EndsWithin : null);

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = await query.ReadAsync(Filter, After is { } id && AfterDay is { } day ? new LicencePlace(day, id) : null, LicencesQuery.Size, cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        var rows = await query.ReadAsync(Filter, null, MostExported, cancel);
        return File(CsvOutput.Write(Header, rows.Select(row => Cells(row).Select(Printed))), CsvOutput.ContentType, "so-giay-phep.csv");
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancel)
    {
        var rows = await query.ReadAsync(Filter, null, MostExported, cancel);
        return File(await ExcelOutput.WriteAsync(words["Title"], Header, rows.Select(Cells), cancel), ExcelOutput.ContentType, "so-giay-phep.xlsx");
    }

    public string KindName(string kind) => catalogue.KindName(kind);

    private static string Printed(object? cell) => cell is LocalDate day ? VietnameseDate.Print(day) : (string?)cell ?? "";

    private IEnumerable<object?> Cells(LicenceRow row) =>
        [row.Number, KindName(row.Kind), row.Holder, row.Subject, row.Place, row.IssuedOn, row.ValidFrom, row.ValidTo, words[$"State.{row.StateOn(Day)}"]];

    private IReadOnlyList<string>? Wanted() =>
        !string.IsNullOrEmpty(Kind) ? [Kind]
        : !string.IsNullOrEmpty(Field) ? catalogue.KindsOf(Field)
        : null;
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.PastRecords;

/// <summary>Nhập dữ liệu cũ: a file is chosen and read on trial; below, the files so far.</summary>
[RequestSizeLimit(ImportTable.MostPosted)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportTable.MostPosted)]
[ForRoles(StaffRole.Administrator)]
public sealed class PastRecordsModel(
    ReadPastRecords read,
    PastImportsQuery query,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<PastRecordsModel> words
) : PageModel
{
    public const string Address = "/quan-tri/nhap-du-lieu";

    [BindProperty(Name = "kind")]
    public PastKind? Kind { get; set; }

    [BindProperty(Name = "procedure")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public IReadOnlyList<PastImport> Imports { get; private set; } = [];

    public string? More => Imports.Count == PastImportsQuery.Size ? QueryString.Create("after", Imports[^1].Id.ToString()).ToString() : null;

    public FieldChoice[] Kinds => [.. Enum.GetValues<PastKind>().Select(kind => new FieldChoice(kind.ToString(), words[$"Kind.{kind}"]))];

    public FieldChoice[] Procedures =>
        [
            new("", words["EachLine"]),
            .. catalogue
                .All(clock.Today)
                .OrderByDescending(procedure => procedure.Licence?.Act == LicenceAct.New)
                .ThenBy(procedure => procedure.ShortName, StringComparer.Ordinal)
                .Select(procedure => new FieldChoice(procedure.Slug, catalogue.KindName(procedure.Slug))),
        ];

    public static string Say(Instant moment) => VietnameseDate.Print(OfficeClock.ToLocal(moment));

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    /// <summary>An empty list with its headers and one line as an example.</summary>
    public IActionResult OnGetTemplate(PastKind kind)
    {
        var columns = PastColumns.Of(kind).Where(column => column != PastColumns.EitherNumber).ToList();
        return File(
            CsvOutput.Write(columns.Select(column => column.Name), [columns.Select(column => column.Example)]),
            CsvOutput.ContentType,
            kind == PastKind.Licences ? "mau-giay-phep-cu.csv" : "mau-ho-so-cu.csv"
        );
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        await using var content = file?.OpenReadStream();
        var trial = await read.DoAsync(new PastRecordsFile(Kind, file?.FileName ?? "", content, Procedure), await current.GetAsync(cancel), cancel);
        if (trial.Import is { } import)
            return Redirect($"{Address}/{import.Id}");
        FormRefusals.Add(ModelState, trial.Refusals);
        Response.StatusCode = FormRefusals.StatusOf(trial.Refusals);
        await ShowAsync(cancel);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancel) => Imports = await query.ReadAsync(After, cancel);
}

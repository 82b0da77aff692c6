using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Places;

/// <summary>Nhập danh sách địa điểm: a register is brought as a file and read on trial; every import with what became of it.</summary>
[RequestSizeLimit(ImportTable.MostPosted)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportTable.MostPosted)]
[ForRoles(StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Administrator)]
public sealed class PlaceImportsModel(PlaceImportsQuery query, ReadPlaceImport read, CurrentActor current) : PageModel
{
    [BindProperty]
    public PlaceKind? Kind { get; set; }

    [BindProperty]
    public IFormFile? Register { get; set; }

    public IReadOnlyList<PlaceImportRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await query.ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        List<Refusal> missing = [];
        if (Kind is null)
            missing.Add(new Refusal(nameof(RefusalCode.PlaceKindRequired), nameof(Kind)));
        if (Register is not { Length: > 0 })
            missing.Add(new Refusal(nameof(RefusalCode.PlaceFileRequired), nameof(Register)));
        if (missing.Count > 0)
            return await RefusedAsync(missing, cancel);
        await using var content = Register!.OpenReadStream();
        var result = await read.DoAsync(Kind!.Value, Path.GetFileName(Register.FileName), content, await current.GetAsync(cancel), cancel);
        return result.Import is { } import ? Redirect($"/ban-do/nhap/{import.Id}") : await RefusedAsync(result.Refusals, cancel);
    }

    /// <summary>An empty register with one example line.</summary>
    public IActionResult OnGetTemplate([FromQuery(Name = "loai")] PlaceKind kind)
    {
        var columns = PlaceColumns.Of(kind).Where(column => column.Key != PlaceColumns.Position).ToList();
        return File(
            CsvOutput.Write(columns.Select(column => column.Name), [columns.Select(column => PlaceColumns.Example(kind, column.Key))]),
            CsvOutput.ContentType,
            $"mau-{kind}.csv"
        );
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        FormRefusals.Add(
            ModelState,
            refusals.Select(refusal => refusal.Field == "file" ? new Refusal(refusal.Code, nameof(Register), [.. refusal.Args]) : refusal)
        );
        Rows = await query.ReadAsync(cancel);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }
}

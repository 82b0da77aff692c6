using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Books;

/// <summary>Sổ theo dõi hồ sơ of any period and unit: on screen, as the printed form, and as a workbook.</summary>
[ForRoles(
    StaffRole.CounterClerk,
    StaffRole.DivisionHead,
    StaffRole.Leader,
    StaffRole.RegistryClerk,
    StaffRole.Inspector,
    StaffRole.CentreLeader,
    StaffRole.Administrator
)]
public sealed class DossierBookModel(
    DossierBookQuery query,
    ReadableRowsQuery readable,
    SheetPress press,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<DossierBookModel> words
) : PageModel
{
    public const string Address = "/so-theo-doi";

    /// <summary>What one printed volume, or one workbook, holds at most.</summary>
    public const int MostPrinted = 1_000;

    private const int MostExported = 20_000;

    private const int PageSize = 50;

    private static readonly string[] Columns =
    [
        "Number",
        "Code",
        "Procedure",
        "Sets",
        "Applicant",
        "Contact",
        "Agency",
        "ReceivedOn",
        "DueOn",
        "ReturnedOn",
        "ReturnMethod",
        "SignedBy",
        "Note",
    ];

    [BindProperty(SupportsGet = true, Name = "tu")]
    public LocalDate? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public LocalDate? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    public LocalDate First => From ?? Last.With(DateAdjusters.StartOfMonth);

    public LocalDate Last => To ?? clock.Today;

    public IReadOnlyList<FieldChoice> Units { get; private set; } = [];

    public BookPage Book { get; private set; } = new([], null);

    /// <summary>How many lines the book has for the period.</summary>
    public int Count { get; private set; }

    private Actor Actor { get; set; } = Actor.System;

    private BookPart Part => new(First, Last, Unit is { Length: > 0 } ? Unit : null);

    public string? More => Book.Next is { } next ? Here(("sau", next)) : null;

    /// <summary>The address of the book as it is asked for, with further parts.</summary>
    public string Here(params IEnumerable<(string Name, string? Value)> further) =>
        Address
        + QueryString.Create([
            KeyValuePair.Create("tu", (string?)VietnameseDate.Print(First)),
            KeyValuePair.Create("den", (string?)VietnameseDate.Print(Last)),
            KeyValuePair.Create("don-vi", Part.Unit),
            .. further.Select(part => KeyValuePair.Create(part.Name, part.Value)),
        ]);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (await OpenAsync(cancel))
            Book = await query.ReadAsync(Part, Actor, After, PageSize, cancel);
    }

    /// <summary>The printed form, A4 landscape.</summary>
    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancel)
    {
        var isReadable = await OpenAsync(cancel);
        if (isReadable && Count is 0 or > MostPrinted)
            ModelState.AddModelError("tu", words[Count == 0 ? "NothingToPrint" : "TooMuchToPrint", Count, MostPrinted]);
        if (!ModelState.IsValid)
            return await AgainAsync(isReadable, cancel);
        // A paper is in Vietnamese, whatever the page is in.
        CultureInfo.CurrentUICulture = DeadlineTexts.Official;
        var lines = (await query.ReadAsync(Part, Actor, null, MostPrinted, cancel)).Lines;
        try
        {
            var pdf = press.Register(
                catalogue.Organisation.Heading(Part.Unit, Actor, LocalDate.Min(Last, clock.Today)),
                First,
                Last,
                [.. lines.Select(line => line.Row)],
                clock.Now
            );
            Response.Headers.CacheControl = "private, no-store";
            Response.Headers.ContentDisposition = $"inline; filename={FileName}.pdf";
            return File(pdf, "application/pdf");
        }
        catch (SlipMissingException slip)
        {
            FormRefusals.Add(ModelState, [new Refusal(nameof(RefusalCode.SlipMissing), null, slip.File)]);
            return await AgainAsync(isReadable, cancel);
        }
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancel)
    {
        var isReadable = await OpenAsync(cancel);
        if (isReadable && Count > MostExported)
            ModelState.AddModelError("tu", words["TooMuchToPrint", Count, MostExported]);
        if (!ModelState.IsValid)
            return await AgainAsync(isReadable, cancel);
        var lines = (await query.ReadAsync(Part, Actor, null, MostExported, cancel)).Lines;
        var content = await ExcelOutput.WriteAsync(words["Title"], Columns.Select(column => words[column]), lines.Select(line => Cells(line.Row)), cancel);
        return File(content, ExcelOutput.ContentType, $"{FileName}.xlsx");
    }

    private string FileName => $"so-theo-doi-{First:yyyyMMdd}-{Last:yyyyMMdd}";

    private static IEnumerable<object?> Cells(RegisterRow row) =>
        [
            row.Number.ToString(CultureInfo.InvariantCulture),
            row.Code,
            row.Procedure,
            row.Sets.ToString(CultureInfo.InvariantCulture),
            row.Applicant,
            row.Contact,
            row.Agency,
            row.ReceivedOn,
            row.DueOn,
            row.ReturnedOn,
            row.ReturnMethod,
            row.SignedBy,
            row.Note,
        ];

    /// <summary>False when the period cannot be read, or ends before it begins.</summary>
    private async Task<bool> OpenAsync(CancellationToken cancel)
    {
        Actor = await current.GetAsync(cancel);
        var (organisation, today) = (catalogue.Organisation, clock.Today);
        Units =
        [
            .. catalogue
                .Versions.Select(version => organisation.KeyOn(version.DivisionKey, today))
                .Distinct(StringComparer.Ordinal)
                .Where(unit => readable.ReadsAllOf(Actor, unit))
                .Select(unit => new FieldChoice(unit, organisation.NameOf(unit)))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];
        AskedChoice.IsKnown(ModelState, "don-vi", Unit, Units.Select(unit => unit.Value));
        if (ModelState.IsValid && First > Last)
            ModelState.AddModelError("den", words["Backwards"]);
        if (!ModelState.IsValid)
            return false;
        Count = await query.CountAsync(Part, Actor, cancel);
        return true;
    }

    private async Task<IActionResult> AgainAsync(bool isReadable, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (isReadable)
            Book = await query.ReadAsync(Part, Actor, null, PageSize, cancel);
        return Page();
    }
}

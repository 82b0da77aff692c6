using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Books;

/// <summary>Sổ đăng ký văn bản đến: entered and struck by the registry clerk, read by those of the department.</summary>
[ForRoles(StaffRole.RegistryClerk, StaffRole.Leader, StaffRole.Inspector, StaffRole.Administrator)]
public sealed class IncomingBookModel(
    IncomingBookQuery query,
    RegisterIncoming register,
    StrikeIncoming strike,
    ReadableRowsQuery readable,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    PageWords<IncomingBookModel> words
) : PageModel
{
    public const string Address = "/so-van-ban/den";

    private static readonly string[] Columns =
    [
        "Serial",
        "ReceivedOn",
        "Sender",
        "Number",
        "DatedOn",
        "Summary",
        "Unit",
        "Dossier",
        "Note",
        "EnteredBy",
        "Cancelled",
    ];

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? WantedYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? WantedOffice { get; set; }

    [BindProperty(SupportsGet = true, Name = "truoc")]
    public long? Before { get; set; }

    /// <summary>The whole book on one page, to be printed.</summary>
    [BindProperty(SupportsGet = true, Name = "ca-so")]
    public bool IsWhole { get; set; }

    [BindProperty]
    public LocalDate? ReceivedOn { get; set; }

    [BindProperty]
    public string? Sender { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public LocalDate? DatedOn { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Office> Offices { get; private set; } = [];

    public Office? Office { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public int Year => WantedYear ?? clock.Today.Year;

    public IReadOnlyList<IncomingLine> Lines { get; private set; } = [];

    /// <summary>The dossiers of its lines that open to the reader.</summary>
    public IReadOnlySet<Guid> Opening { get; private set; } = new HashSet<Guid>();

    /// <summary>The department in whose book the person enters; null for whoever only reads.</summary>
    public Office? Own { get; private set; }

    /// <summary>Where the line is that the entry may be a second of, right after it was asked.</summary>
    public (long Serial, string Address)? Duplicate => register.Asked is { } line ? (line.Serial, AddressOf(line)) : null;

    public bool MayEnter => Own is not null && Own == Office && Year == clock.Today.Year;

    public string Today => VietnameseDate.Print(clock.Today);

    public IReadOnlyList<FieldChoice> Units => [.. (Own?.Units ?? []).Select(unit => new FieldChoice(unit.Key, unit.Name))];

    public string? More =>
        Lines.Count == IncomingBookQuery.Size && !IsWhole ? Here(("truoc", Lines[^1].Document.Serial.ToString(CultureInfo.InvariantCulture))) : null;

    /// <summary>The address of the book as it is open, with further parts.</summary>
    public string Here(params IEnumerable<(string Name, string? Value)> further) =>
        PageAddress.Of(Address, [("nam", Year.ToString(CultureInfo.InvariantCulture)), ("co-quan", Office?.Key), .. further]);

    public async Task OnGetAsync(CancellationToken cancel) => await OpenAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var entry = new IncomingEntry(
            ReceivedOn,
            VietnameseText.Clean(Sender ?? ""),
            VietnameseText.Clean(Number ?? ""),
            DatedOn,
            VietnameseText.Clean(Summary ?? ""),
            Unit ?? "",
            null,
            VietnameseText.Clean(Note ?? "") is { Length: > 0 } note ? note : null
        );
        var (serial, refusals) = await register.DoAsync(new RegisterIncomingRequest(entry, Code?.Trim() ?? ""), await current.GetAsync(cancel), cancel);
        return await AnswerAsync(refusals, words["Done", serial], cancel);
    }

    public async Task<IActionResult> OnPostStrikeAsync(int year, long serial, CancellationToken cancel) =>
        await AnswerAsync(await strike.DoAsync(year, serial, Reason ?? "", await current.GetAsync(cancel), cancel), words["Struck", serial], cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await OpenAsync(cancel);
        if (Office is not { } office)
            return NotFound();
        var lines = await query.ReadAsync(office.Key, Year, null, int.MaxValue, cancel);
        return File(CsvOutput.Write(Columns.Select(column => words[column]), lines.Reverse().Select(Cells)), CsvOutput.ContentType, $"van-ban-den-{Year}.csv");
    }

    /// <summary>Where a line of a book stands.</summary>
    public static string AddressOf(IncomingDocument line)
    {
        string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
        return $"{PageAddress.Of(Address, ("nam", Say(line.Year)), ("co-quan", line.Office), ("truoc", Say(line.Serial + 1)))}#den-{line.Serial}";
    }

    public string UnitName(string key) => catalogue.Organisation.NameOf(key);

    public string CancelledBy(IncomingDocument line) =>
        line.CancelledAt is { } at ? words["CancelledBy", line.CancelledBy!, VietnameseDate.Print(OfficeClock.ToLocal(at)), line.CancelReason!] : "";

    private IEnumerable<string> Cells(IncomingLine line) =>
        [
            line.Document.Serial.ToString(CultureInfo.InvariantCulture),
            VietnameseDate.Print(line.Document.ReceivedOn),
            line.Document.Sender,
            line.Document.Number,
            line.Document.DatedOn is { } dated ? VietnameseDate.Print(dated) : "",
            line.Document.Summary,
            UnitName(line.Document.Unit),
            line.Code ?? "",
            line.Document.Note ?? "",
            line.Document.EnteredBy,
            CancelledBy(line.Document),
        ];

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Refusal> refusals, string good, CancellationToken cancel)
    {
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, good);
            return Redirect(Address);
        }

        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await OpenAsync(cancel);
        return Page();
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        Own = RegisterIncoming.OfficeOf(actor, catalogue.Organisation, clock.Today);
        Offices = [.. actor.Roles.Select(held => catalogue.Organisation.OfficeWith(held.Unit)).OfType<Office>().Distinct()];
        Office = WantedOffice is { } wanted ? Offices.FirstOrDefault(office => office.Key == wanted) : Own ?? (Offices.Count > 0 ? Offices[0] : null);
        AskedChoice.IsKnown(ModelState, Offices.Count > 1 ? "co-quan" : "", WantedOffice, Offices.Select(office => office.Key));
        if (Office is not { } shown)
            return;
        Years = [.. (await query.YearsAsync(shown.Key, cancel)).Append(clock.Today.Year).Distinct().OrderDescending()];
        Lines = await query.ReadAsync(shown.Key, Year, IsWhole ? null : Before, IsWhole ? int.MaxValue : IncomingBookQuery.Size, cancel);
        Opening = await readable.OpeningAsync(actor, Lines.Select(line => line.Document.DossierId), cancel);
        if (IsWhole)
            Lines = [.. Lines.Reverse()];
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Books;

/// <summary>Sổ văn bản của cơ quan: every number of a class and year in order, the cancelled ones too; read by those of the department.</summary>
[ForRoles(StaffRole.RegistryClerk, StaffRole.Leader, StaffRole.Inspector, StaffRole.Administrator)]
public sealed class NumberBookModel(
    NumberBookQuery query,
    ReadableRowsQuery readable,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    PageWords<NumberBookModel> words
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "so")]
    public string? Wanted { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public long After { get; set; }

    /// <summary>The whole book on one page, to be printed.</summary>
    [BindProperty(SupportsGet = true, Name = "ca-so")]
    public bool IsWhole { get; set; }

    public IReadOnlyList<NumberBook> Books { get; private set; } = [];

    public NumberBook? Book { get; private set; }

    public NumberBookPage Lines { get; private set; } = new([], [], 0);

    /// <summary>The dossiers of its lines that open to the reader.</summary>
    public IReadOnlySet<Guid> Opening { get; private set; } = new HashSet<Guid>();

    public FieldChoice[] Choices => [.. Books.Select(book => new FieldChoice(book.Text, $"{book.Class} · {book.Year} · {OfficeName(book.Office)}"))];

    public string? More =>
        Book is { } book && !IsWhole && Lines.Lines.Count == NumberBookQuery.Size
            ? QueryString.Create("so", book.Text).Add("after", Lines.Lines[^1].Serial.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToString()
            : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ChooseAsync(cancel);
        if (Book is not { } book)
            return;
        Lines = await (IsWhole ? query.ReadAsync(book, 0, int.MaxValue, cancel) : query.ReadAsync(book, After, NumberBookQuery.Size, cancel));
        Opening = await readable.OpeningAsync(await current.GetAsync(cancel), Lines.Lines.Select(line => (Guid?)line.DossierId), cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await ChooseAsync(cancel);
        if (Book is not { } book)
            return NotFound();
        var lines = (await query.ReadAsync(book, 0, int.MaxValue, cancel)).Lines;
        string[] columns = ["Number", "Date", "Addressee", "Summary", "Signer", "NumberedBy", "Cancelled"];
        var content = CsvOutput.Write(columns.Select(column => words[column]), lines.Select(Cells));
        return File(content, CsvOutput.ContentType, $"so-{book.Class}-{book.Year}.csv");
    }

    public string OfficeName(string key) => catalogue.Organisation.Offices.FirstOrDefault(office => office.Key == key)?.Name ?? key;

    public string CancelledBy(NumberedDocument line) =>
        line.CancelledAt is { } at ? words["CancelledBy", line.CancelledBy!, VietnameseDate.Print(OfficeClock.ToLocal(at)), line.CancelReason!] : "";

    private IEnumerable<string> Cells(NumberedDocument line) =>
        [line.Number, VietnameseDate.Print(line.IssuedOn), line.Addressee, line.Summary, line.Signer, line.NumberedBy, CancelledBy(line)];

    private async Task ChooseAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        var offices = actor.Roles.Select(held => catalogue.Organisation.OfficeWith(held.Unit)?.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Books = await query.BooksAsync(offices, cancel);
        AskedChoice.IsKnown(ModelState, "so", Wanted, Books.Select(book => book.Text));
        Book = Books.FirstOrDefault(book => book.Text == Wanted) ?? (Wanted is null && Books.Count > 0 ? Books[0] : null);
    }
}

using System.Globalization;
using HaiDuong.Licensing.Domain.Books;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Sổ văn bản: an office's book of a document class and a year, and the last number that it gave.</summary>
public sealed record NumberBook(string Office, string Class, int Year, long Last)
{
    /// <summary>As it stands in an address.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Office}/{Class}/{Year}");
}

/// <summary>
/// Dãy số: gives the next number of a series inside the act's transaction. A rolled-back act gives its number back, and no number is given
/// twice or left out. Taking a number keeps others from the series until the commit, so a paper is first made with the number that comes next
/// and that number taken last; whoever finds it gone does the act again, and then takes the number before the paper.
/// </summary>
public sealed class NumberSeries(OfficeDbContext db)
{
    /// <summary>The serial of a day has four digits; at 10,000 the series stops with an error and never wraps (one-stop rules §5).</summary>
    private const int LastSerialOfDay = 9999;

    /// <summary>How the series of books are called: prefix, office, class, year.</summary>
    private const string BookPrefix = "book/";

    /// <summary>How the series of hand-over lists are called: prefix, office, year.</summary>
    private const string TransferPrefix = "transfer/";

    /// <summary>How the series of incoming documents are called: prefix, office, year.</summary>
    private const string IncomingPrefix = "incoming/";

    /// <summary>Bàn giao.</summary>
    private const string TransferBook = "BG";

    private (Guid Transaction, string Series, long Value)? expected;
    private bool holdsFromTheStart;

    /// <summary>Mã hồ sơ: unit code, local date of acceptance, serial in the day (Thông tư 01/2018/TT-VPCP, Điều 19).</summary>
    public async Task<string> NextDossierCodeAsync(string unitCode, LocalDate date, CancellationToken cancel)
    {
        var day = date.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var serial = await NextAsync($"dossier/{unitCode}/{day}", cancel);
        if (serial > LastSerialOfDay)
            throw new InvalidOperationException($"All {LastSerialOfDay} dossier serials of {unitCode} on {day} are used.");
        return string.Create(CultureInfo.InvariantCulture, $"{unitCode}-{day}-{serial:0000}");
    }

    /// <summary>
    /// Số văn bản: the next number of an office's book of a document class and a year; below ten it has a leading zero. A new office begins its books.
    /// </summary>
    public async Task<DocumentNumber> NextDocumentNumberAsync(string office, string book, int year, string symbol, CancellationToken cancel)
    {
        var serial = await NextAsync(BookSeries(office, book, year), cancel);
        return new DocumentNumber(office, book, year, serial, string.Create(CultureInfo.InvariantCulture, $"{serial:00}/{symbol}"));
    }

    /// <summary>
    /// Số danh sách bàn giao: the next number of a department's hand-over lists of a year. Taken at once: whoever makes a list of the same department waits for
    /// the end of this one, and then sees what is on it.
    /// </summary>
    public async Task<DocumentNumber> NextTransferNumberAsync(string office, int year, string symbol, CancellationToken cancel)
    {
        var serial = await TakeAsync(string.Create(CultureInfo.InvariantCulture, $"{TransferPrefix}{office}/{year}"), cancel);
        return new DocumentNumber(office, TransferBook, year, serial, string.Create(CultureInfo.InvariantCulture, $"{serial:00}/{TransferBook}-{symbol}"));
    }

    /// <summary>Số đến: the next number of an office's book of incoming documents of a year.</summary>
    public Task<long> NextIncomingNumberAsync(string office, int year, CancellationToken cancel) =>
        TakeAsync(string.Create(CultureInfo.InvariantCulture, $"{IncomingPrefix}{office}/{year}"), cancel);

    /// <summary>Số thứ tự: the next number of a counter on a day.</summary>
    public async Task<int> NextQueueNumberAsync(string counter, LocalDate day, CancellationToken cancel) =>
        (int)await TakeAsync($"queue/{counter}/{day.ToString("yyMMdd", CultureInfo.InvariantCulture)}", cancel);

    /// <summary>Every book of every office, also of those that have ended: closed, and still readable. The newest year first.</summary>
    public async Task<IReadOnlyList<NumberBook>> BooksAsync(CancellationToken cancel)
    {
        var series = await db
            .Database.SqlQuery<SeriesRow>($"SELECT series, last FROM number_series WHERE series LIKE {BookPrefix + "%"} ORDER BY series")
            .ToListAsync(cancel);
        return
        [
            .. series
                .Select(row => (Parts: row.Series.Split('/'), row.Last))
                .Where(row => row.Parts.Length == 4)
                .Select(row => new NumberBook(row.Parts[1], row.Parts[2], int.Parse(row.Parts[3], CultureInfo.InvariantCulture), row.Last))
                .OrderByDescending(book => book.Year),
        ];
    }

    /// <summary>
    /// Takes the number that was expected: just before the paper that carries it is kept, at the latest with the save. Throws
    /// <see cref="NumberGoneException"/> when somebody else has it by now.
    /// </summary>
    public async Task TakeExpectedAsync(CancellationToken cancel)
    {
        if (expected is not { } number)
            return;
        expected = null;
        // An act that was refused leaves its number to others.
        if (db.Database.CurrentTransaction?.TransactionId != number.Transaction)
            return;
        holdsFromTheStart = await TakeAsync(number.Series, cancel) != number.Value;
        if (holdsFromTheStart)
            throw new NumberGoneException(number.Series);
    }

    private static string BookSeries(string office, string book, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{BookPrefix}{office}/{book}/{year}");

    private async Task<long> NextAsync(string series, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not { } transaction)
            throw new InvalidOperationException("A number is taken only inside the act's transaction.");
        if (holdsFromTheStart)
        {
            holdsFromTheStart = false;
            return await TakeAsync(series, cancel);
        }

        var last = await db.Database.SqlQuery<long>($"""SELECT last AS "Value" FROM number_series WHERE series = {series}""").ToListAsync(cancel);
        var number = last.Count == 0 ? 1 : last[0] + 1;
        expected = (transaction.TransactionId, series, number);
        return number;
    }

    private async Task<long> TakeAsync(string series, CancellationToken cancel)
    {
        var taken = await db
            .Database.SqlQuery<long>(
                $"""
                INSERT INTO number_series (series, last) VALUES ({series}, 1)
                ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1
                RETURNING last AS "Value"
                """
            )
            .ToListAsync(cancel);
        return taken[0];
    }

    private sealed record SeriesRow(string Series, long Last);
}

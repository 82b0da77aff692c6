using System.Globalization;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Features.Books;

/// <summary>A number book: office, document class, year.</summary>
public sealed record NumberBookKey(string Office, string Book, int Year)
{
    /// <summary>As it stands in an address.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Office}/{Book}/{Year}");
}

/// <summary>A page of a number book.</summary>
/// <param name="Lines">The numbers in order.</param>
/// <param name="Missing">Numbers that were given and stand nowhere: there must be none.</param>
/// <param name="Last">The last number that was given.</param>
public sealed record NumberBookPage(IReadOnlyList<NumberedDocument> Lines, IReadOnlyList<long> Missing, long Last);

/// <summary>Sổ văn bản: which books there are, and what stands in one.</summary>
public sealed class NumberBookQuery(OfficeDbContext db, NumberSeries numbers)
{
    /// <summary>Lines of a page.</summary>
    public const int Size = 100;

    private const int MostMissing = 50;

    public async Task<IReadOnlyList<NumberBookKey>> BooksAsync(IReadOnlyCollection<string> offices, CancellationToken cancel)
    {
        var books = await db.NumberedDocuments.Where(line => offices.Contains(line.Office))
            .Select(line => new { line.Office, line.Book, line.Year }).Distinct().ToListAsync(cancel);
        return [.. books.OrderByDescending(book => book.Year).ThenBy(book => book.Office, StringComparer.Ordinal).ThenBy(book => book.Book, StringComparer.Ordinal)
            .Select(book => new NumberBookKey(book.Office, book.Book, book.Year))];
    }

    public async Task<NumberBookPage> ReadAsync(NumberBookKey book, long after, int most, CancellationToken cancel)
    {
        var lines = await Of(book).Where(line => line.Serial > after).OrderBy(line => line.Serial).Take(most).ToListAsync(cancel);
        var last = await numbers.LastOfBookAsync(book.Office, book.Book, book.Year, cancel);
        var missing = await db.Database.SqlQuery<long>(
            $"""
             SELECT serial AS "Value" FROM generate_series(1, {last}) AS serial
             WHERE NOT EXISTS (SELECT FROM numbered_documents AS line
                 WHERE line.office = {book.Office} AND line.book = {book.Book} AND line.year = {book.Year} AND line.serial = serial.serial)
             ORDER BY serial LIMIT {MostMissing}
             """).ToListAsync(cancel);
        return new NumberBookPage(lines, missing, last);
    }

    private IQueryable<NumberedDocument> Of(NumberBookKey book) =>
        db.NumberedDocuments.AsNoTracking().Where(line => line.Office == book.Office && line.Book == book.Book && line.Year == book.Year);
}

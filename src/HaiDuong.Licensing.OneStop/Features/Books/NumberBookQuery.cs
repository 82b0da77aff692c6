using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Books;

/// <summary>A page of a number book.</summary>
/// <param name="Lines">The numbers in order.</param>
/// <param name="Missing">Numbers that were given and stand nowhere: there must be none; the first of them.</param>
/// <param name="MissingCount">How many they are.</param>
public sealed record NumberBookPage(IReadOnlyList<NumberedDocument> Lines, IReadOnlyList<long> Missing, long MissingCount);

/// <summary>Sổ văn bản: which books there are, and what stands in one.</summary>
public sealed class NumberBookQuery(OfficeDbContext db, NumberSeries numbers)
{
    /// <summary>Lines of a page.</summary>
    public const int Size = 100;

    private const int MostMissingShown = 50;

    public async Task<IReadOnlyList<NumberBook>> BooksAsync(IReadOnlySet<string> offices, CancellationToken cancel) =>
        [.. (await numbers.BooksAsync(cancel)).Where(book => offices.Contains(book.Office))];

    public async Task<NumberBookPage> ReadAsync(NumberBook book, long after, int most, CancellationToken cancel)
    {
        var lines = await Of(book).Where(line => line.Serial > after).OrderBy(line => line.Serial).Take(most).ToListAsync(cancel);
        var missing = book.Last - await Of(book).LongCountAsync(cancel);
        return new NumberBookPage(lines, missing > 0 ? await MissingAsync(book, cancel) : [], missing);
    }

    private Task<List<long>> MissingAsync(NumberBook book, CancellationToken cancel) =>
        db
            .Database.SqlQuery<long>(
                $"""
                SELECT serial AS "Value" FROM generate_series(1, {book.Last}) AS serial
                WHERE NOT EXISTS (SELECT FROM numbered_documents AS line
                    WHERE line.office = {book.Office} AND line.book = {book.Class} AND line.year = {book.Year} AND line.serial = serial.serial)
                ORDER BY serial LIMIT {MostMissingShown}
                """
            )
            .ToListAsync(cancel);

    private IQueryable<NumberedDocument> Of(NumberBook book) =>
        db.NumberedDocuments.AsNoTracking().Where(line => line.Office == book.Office && line.Book == book.Class && line.Year == book.Year);
}

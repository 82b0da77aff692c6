using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Features.Succession;

/// <summary>A number book of an office: its class, its year and how many numbers it has given.</summary>
public sealed record NumberBook(string Office, string Class, int Year, long Last);

/// <summary>Sổ văn bản of every office, also of those that have ended: closed, and still readable.</summary>
public sealed class NumberBooksQuery(OfficeDbContext db)
{
    public async Task<ILookup<string, NumberBook>> ReadAsync(CancellationToken cancel)
    {
        var series = await db.Database.SqlQuery<SeriesRow>($"SELECT series, last FROM number_series WHERE series LIKE {NumberSeries.BookPrefix + "%"} ORDER BY series").ToListAsync(cancel);
        return series.Select(row => (Parts: row.Series.Split('/'), row.Last)).Where(row => row.Parts.Length == 4)
            .Select(row => new NumberBook(row.Parts[1], row.Parts[2], int.Parse(row.Parts[3], System.Globalization.CultureInfo.InvariantCulture), row.Last))
            .ToLookup(book => book.Office, StringComparer.Ordinal);
    }

    private sealed record SeriesRow(string Series, long Last);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Storage;

/// <summary>
/// Dãy số: takes the next number of a series inside the caller's transaction. Parallel callers wait for each other, a rolled-back act gives
/// its number back, and no number is ever given twice.
/// </summary>
public sealed class NumberSeries(OfficeDbContext db)
{
    /// <summary>The serial of a day has four digits; at 10,000 the series stops with an error and never wraps (one-stop rules §5).</summary>
    private const int LastSerialOfDay = 9999;

    /// <summary>Mã hồ sơ: unit code, local date of acceptance, serial in the day (Thông tư 01/2018/TT-VPCP, Điều 19).</summary>
    public async Task<string> NextDossierCodeAsync(string unitCode, LocalDate date, CancellationToken cancel)
    {
        var day = date.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var serial = await NextAsync($"dossier/{unitCode}/{day}", cancel);
        if (serial > LastSerialOfDay)
            throw new InvalidOperationException($"All {LastSerialOfDay} dossier serials of {unitCode} on {day} are used.");
        return string.Create(CultureInfo.InvariantCulture, $"{unitCode}-{day}-{serial:0000}");
    }

    /// <summary>Số văn bản: the next number of a document class's book of a year; below ten it has a leading zero.</summary>
    public async Task<string> NextDocumentNumberAsync(string book, int year, string symbol, CancellationToken cancel)
    {
        var number = await NextAsync(string.Create(CultureInfo.InvariantCulture, $"book/{book}/{year}"), cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{number:00}/{symbol}");
    }

    private async Task<long> NextAsync(string series, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is taken only inside the act's transaction.");
        var taken = await db.Database.SqlQuery<long>(
            $"""
             INSERT INTO number_series (series, last) VALUES ({series}, 1)
             ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1
             RETURNING last AS "Value"
             """).ToListAsync(cancel);
        return taken[0];
    }
}

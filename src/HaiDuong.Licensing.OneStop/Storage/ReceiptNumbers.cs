using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fees;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>A series with the last number that it gave, one before its first while it gave none.</summary>
public sealed record SeriesInUse(Guid Id, string Form, string Symbol, long Last, long Given)
{
    public long Next => Given + 1;

    public bool IsUsedUp => Given >= Last;
}

/// <summary>
/// Số biên lai: the next number of the oldest series of an office that is in force and not used up. It is taken in the act's transaction and keeps others from
/// the series until the commit: no number is given twice, and an act that is refused gives its number back.
/// </summary>
public sealed class ReceiptNumbers(OfficeDbContext db)
{
    private const int Attempts = 5;

    /// <summary>Where a series counts, as <see cref="NumberSeries"/> counts every other.</summary>
    private static string CounterOf(Guid series) => $"receipt/{series}";

    /// <summary>Lays out the counter of a new series, in the transaction that registers it.</summary>
    public Task BeginAsync(ReceiptSeries series, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO number_series (series, last) VALUES ({CounterOf(series.Id)}, {series.First - 1})", cancel);

    /// <summary>The series whose number comes next on a day; where none is left the one that was used up last, null where there never was one.</summary>
    public async Task<SeriesInUse?> OpenAsync(string office, LocalDate day, CancellationToken cancel) =>
        (
            await db
                .Database.SqlQuery<SeriesInUse>(
                    $"""
                    SELECT series.id, series.form, series.symbol, series.last, counter.last AS given
                    FROM receipt_series AS series JOIN number_series AS counter ON counter.series = 'receipt/' || series.id
                    WHERE series.office = {office} AND series.in_force_from <= {day} AND series.stopped_at IS NULL
                    ORDER BY counter.last >= series.last, CASE WHEN counter.last < series.last THEN series.in_force_from END,
                        CASE WHEN counter.last < series.last THEN series.registered_at END, series.registered_at DESC
                    LIMIT 1
                    """
                )
                .ToListAsync(cancel)
        ).FirstOrDefault();

    /// <summary>Whether a typed number is one of a series of an office, however it was typed.</summary>
    public async Task<bool> IsOfSeriesAsync(string office, string typed, CancellationToken cancel)
    {
        var bare = VietnameseText.Bare(typed);
        var symbols = await db.ReceiptSeries.Where(series => series.Office == office).Select(series => series.Symbol).Distinct().ToListAsync(cancel);
        return symbols.Select(VietnameseText.Bare).Any(symbol => bare.StartsWith(symbol, StringComparison.Ordinal) && bare[symbol.Length..].All(char.IsDigit));
    }

    /// <summary>Takes the next number; null where no series is left.</summary>
    public async Task<IssuedReceipt?> TakeAsync(string office, LocalDate day, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await OpenAsync(office, day, cancel) is not { IsUsedUp: false } series)
                return null;
            var taken = await db
                .Database.SqlQuery<long>(
                    $"""
                    UPDATE number_series SET last = last + 1 WHERE series = {CounterOf(series.Id)} AND last < {series.Last} RETURNING last AS "Value"
                    """
                )
                .ToListAsync(cancel);
            // Somebody else took its last number meanwhile: the next series is asked.
            if (taken is [var number])
                return new IssuedReceipt(series.Id, series.Form, series.Symbol, number);
        }

        return null;
    }
}

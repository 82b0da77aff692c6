using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>Quyển biên lai of a demo office: one, from which every fee of its stories is receipted.</summary>
internal static class DemoReceipts
{
    private const int Numbers = 5000;

    /// <summary>Registers it in the transaction that makes the office.</summary>
    public static async Task WriteAsync(OfficeDbContext db, ReceiptNumbers numbers, string office, Actor accountant, Instant now, LocalDate today)
    {
        var symbol = FormattableString.Invariant($"AA-{today.Year % 100:00}E");
        var series = ReceiptSeries.Of(new ReceiptSeriesEntry(office, "01BLP2-001", symbol, 1, Numbers, today.PlusYears(-2)), accountant, now);
        db.ReceiptSeries.Add(series);
        await db.SaveChangesAsync();
        await numbers.BeginAsync(series, CancellationToken.None);
    }
}

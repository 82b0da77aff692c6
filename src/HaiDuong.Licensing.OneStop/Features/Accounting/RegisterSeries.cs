using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>
/// Đăng ký quyển biên lai: by the accountant of the department or the administrator. Refused: ReceiptSeriesNotYours, what
/// <see cref="ReceiptSeriesEntry.Check"/> refuses, ReceiptRangeOverlaps.
/// </summary>
public sealed class RegisterSeries(OfficeDbContext db, OncePerForm frame, ReceiptNumbers numbers, ReceiptSeriesQuery series, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(ReceiptSeriesEntry entry, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => RegisterAsync(entry, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> RegisterAsync(ReceiptSeriesEntry entry, Actor actor, CancellationToken cancel)
    {
        if (series.OfficesOf(actor).All(office => office.Key != entry.Office))
            return [new Refusal(nameof(RefusalCode.ReceiptSeriesNotYours))];
        if (entry.Check() is { Count: > 0 } refusals)
            return refusals;
        // Two who register the same range at once come here one after the other.
        await db.Database.ExecuteSqlAsync($"LOCK TABLE receipt_series IN SHARE ROW EXCLUSIVE MODE", cancel);
        var registered = await db.ReceiptSeries.AsNoTracking().Where(one => one.Form == entry.Form && one.Symbol == entry.Symbol).ToListAsync(cancel);
        if (registered.Find(one => one.Overlaps(entry)) is { } other)
            return [new Refusal(nameof(RefusalCode.ReceiptRangeOverlaps), "First", other.Symbol, other.First, other.Last)];
        var made = ReceiptSeries.Of(entry, actor, clock.Now);
        db.ReceiptSeries.Add(made);
        await db.SaveChangesAsync(cancel);
        await numbers.BeginAsync(made, cancel);
        return [];
    }
}

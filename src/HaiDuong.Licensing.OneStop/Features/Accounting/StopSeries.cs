using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>
/// Ngừng sử dụng quyển biên lai: what is left of its numbers is given to nobody. Refused: ReceiptSeriesNotYours, ReceiptSeriesUnknown, and what
/// <see cref="Domain.Fees.ReceiptSeries.Stop"/> refuses.
/// </summary>
public sealed class StopSeries(OfficeDbContext db, OncePerForm frame, ReceiptSeriesQuery offices, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(Guid id, string reason, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => StopAsync(id, reason, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> StopAsync(Guid id, string reason, Actor actor, CancellationToken cancel)
    {
        string[] own = [.. offices.OfficesOf(actor).Select(office => office.Key)];
        if (own.Length == 0)
            return [new Refusal(nameof(RefusalCode.ReceiptSeriesNotYours))];
        if (await db.ReceiptSeries.SingleOrDefaultAsync(one => one.Id == id && own.Contains(one.Office), cancel) is not { } series)
            return [new Refusal(nameof(RefusalCode.ReceiptSeriesUnknown))];
        if (series.Stop(reason, actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        await db.SaveChangesAsync(cancel);
        return [];
    }
}

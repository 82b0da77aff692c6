using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>
/// Mở lại sổ ngày, with a reason, by the accountant of the department. Refused: CashDayNotYours, CashDayOpen, ReasonRequired.
/// </summary>
public sealed class ReopenCashDay(OfficeDbContext db, OncePerForm frame, CashDays days, CashDaysQuery query, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(Guid cashier, LocalDate day, string reason, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => ReopenAsync(cashier, day, reason, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> ReopenAsync(Guid cashier, LocalDate day, string reason, Actor actor, CancellationToken cancel)
    {
        if (!query.MayReopen(actor) || !await query.MayCloseAsync(cashier, day, actor, cancel))
            return [new Refusal(nameof(RefusalCode.CashDayNotYours))];
        await days.HoldAsync(cashier, day, cancel);
        var closing = await db.CashClosings.SingleOrDefaultAsync(one => one.CashierId == cashier && one.Day == day && one.ReopenedAt == null, cancel);
        if (closing is null)
            return [new Refusal(nameof(RefusalCode.CashDayOpen))];
        if (closing.Reopen(reason, actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        await db.SaveChangesAsync(cancel);
        return [];
    }
}

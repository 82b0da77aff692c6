using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <param name="Cashier">Whose day.</param>
/// <param name="Day">Which day.</param>
/// <param name="Counted">The cash that was counted, đồng.</param>
/// <param name="Explanation">Why it is another than the receipts say.</param>
public sealed record CloseCashDayRequest(Guid Cashier, LocalDate Day, long? Counted, string? Explanation);

/// <summary>
/// Chốt sổ ngày: by whoever took the money, or the accountant. Refused: CashDayNotYours, CashDayClosed, and what <see cref="CashClosing.Check"/> refuses.
/// </summary>
public sealed class CloseCashDay(OfficeDbContext db, OncePerForm frame, CashDays days, CashDaysQuery query, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(CloseCashDayRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => CloseAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> CloseAsync(CloseCashDayRequest request, Actor actor, CancellationToken cancel)
    {
        var isTaker = request.Cashier == actor.AccountId && (actor.Is(StaffRole.CounterClerk) || actor.Is(StaffRole.Accountant));
        if (!isTaker && !(query.MayReopen(actor) && await query.MayCloseAsync(request.Cashier, request.Day, actor, cancel)))
            return [new Refusal(nameof(RefusalCode.CashDayNotYours))];
        if (await days.IsClosedAsync(request.Cashier, request.Day, cancel))
            return [new Refusal(nameof(RefusalCode.CashDayClosed))];
        var day = await query.DayAsync(request.Cashier, request.Day, cancel);
        if (CashClosing.Check(day, request.Counted, request.Explanation) is { Count: > 0 } refusals)
            return refusals;
        db.CashClosings.Add(CashClosing.Of(day!, request.Counted!.Value, request.Explanation, actor, clock.Now));
        await db.SaveChangesAsync(cancel);
        return [];
    }
}

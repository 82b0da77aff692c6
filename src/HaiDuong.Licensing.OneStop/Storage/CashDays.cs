using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Whether a person's day is closed; asked in the act's transaction, which keeps whoever closes or opens the day waiting until its end.</summary>
public sealed class CashDays(OfficeDbContext db)
{
    public async Task<bool> IsClosedAsync(Guid cashier, LocalDate day, CancellationToken cancel)
    {
        await HoldAsync(cashier, day, cancel);
        return await db.CashClosings.AnyAsync(closing => closing.CashierId == cashier && closing.Day == day && closing.ReopenedAt == null, cancel);
    }

    /// <summary>Lets acts on one person's day pass one after the other.</summary>
    public Task HoldAsync(Guid cashier, LocalDate day, CancellationToken cancel)
    {
        var name = FormattableString.Invariant($"cash-day/{cashier}/{day:uuuuMMdd}");
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
    }
}

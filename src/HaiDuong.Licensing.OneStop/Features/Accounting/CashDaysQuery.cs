using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>A person's day, and how it was closed; null while it is open.</summary>
public sealed record CashDayLine(CashDay Day, CashClosing? Closing);

/// <summary>Sổ thu theo ngày và người thu, of an accountant's department and of the person themselves.</summary>
public sealed class CashDaysQuery(OfficeDbContext db, FeeBookQuery book, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private const string InCash = "cash";

    /// <summary>Whether somebody opens closed days again: the accountant of a department.</summary>
    public bool MayReopen(Actor actor) => SearchScope.DivisionsOf(actor, catalogue.Organisation, clock.Today, StaffRole.Accountant).Any();

    /// <summary>The days of a period on which anything was taken, the newest first, each with its closing.</summary>
    public async Task<IReadOnlyList<CashDayLine>> ReadAsync(LocalDate from, LocalDate to, Actor actor, CancellationToken cancel)
    {
        var entries = new FeeFilter(from, to).Of(book.Of(actor)).Where(entry => entry.CashierId != null);
        var days = await DaysAsync(entries, cancel);
        Guid[] cashiers = [.. days.Select(day => day.CashierId).Distinct()];
        var closings = await db
            .CashClosings.AsNoTracking()
            .Where(closing => closing.Day >= from && closing.Day <= to && closing.ReopenedAt == null && cashiers.Contains(closing.CashierId))
            .ToListAsync(cancel);
        return
        [
            .. days.OrderByDescending(day => day.Day)
                .ThenBy(day => day.Cashier, StringComparer.CurrentCulture)
                .Select(day => new CashDayLine(day, closings.Find(closing => closing.CashierId == day.CashierId && closing.Day == day.Day))),
        ];
    }

    /// <summary>What somebody took on a day everywhere, as the closing counts it; null where it was nothing.</summary>
    public async Task<CashDay?> DayAsync(Guid cashier, LocalDate day, CancellationToken cancel)
    {
        var entries = new FeeFilter(day, day).Of(db.FeeEntries.AsNoTracking()).Where(entry => entry.CashierId == cashier);
        return await DaysAsync(entries, cancel) is [var found, ..] ? found : null;
    }

    /// <summary>Whether a day of somebody is this person's to close: their own, or one of the department whose accountant they are.</summary>
    public Task<bool> MayCloseAsync(Guid cashier, LocalDate day, Actor actor, CancellationToken cancel) =>
        new FeeFilter(day, day).Of(book.Of(actor)).AnyAsync(entry => entry.CashierId == cashier, cancel);

    private static async Task<IReadOnlyList<CashDay>> DaysAsync(IQueryable<FeeEntry> entries, CancellationToken cancel)
    {
        var found = await entries
            .GroupBy(entry => new { entry.CashierId, Day = entry.At.Date })
            .Select(group => new
            {
                group.Key.CashierId,
                group.Key.Day,
                Cashier = group.Max(entry => entry.Cashier),
                Receipts = group.Count(),
                Cash = group.Sum(entry => entry.CancelledAt == null && entry.Method == InCash ? entry.Amount : 0),
                Other = group.Sum(entry => entry.CancelledAt == null && entry.Method != InCash ? entry.Amount : 0),
            })
            .ToListAsync(cancel);
        return [.. found.Select(one => new CashDay(one.CashierId!.Value, one.Cashier!, one.Day, one.Receipts, one.Cash, one.Other))];
    }
}

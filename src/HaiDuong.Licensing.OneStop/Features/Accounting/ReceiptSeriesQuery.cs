using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>A series with the last number that it gave, and how many of its receipts were cancelled.</summary>
public sealed record SeriesLine(ReceiptSeries Series, long Given, int Cancelled)
{
    /// <summary>How many numbers were given.</summary>
    public long Used => Given - Series.First + 1;

    /// <summary>How many numbers are left.</summary>
    public long Left => Series.Last - Given;
}

/// <summary>Quyển biên lai of the departments whose accountant somebody is; of every one for the administrator.</summary>
public sealed class ReceiptSeriesQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>The departments for which somebody registers and stops series.</summary>
    public IReadOnlyList<Office> OfficesOf(Actor actor)
    {
        var own = actor.Wide.Where(held => held.Role == StaffRole.Accountant).Select(held => catalogue.Organisation.OfficeWith(held.Unit)?.Key).ToHashSet();
        return
        [
            .. catalogue.Organisation.Offices.Where(office =>
                office.IsDepartment && office.Exists(clock.Today) && (actor.Is(StaffRole.Administrator) || own.Contains(office.Key))
            ),
        ];
    }

    public async Task<IReadOnlyList<SeriesLine>> ReadAsync(Actor actor, CancellationToken cancel)
    {
        string[] offices = [.. OfficesOf(actor).Select(office => office.Key)];
        var series = await db
            .ReceiptSeries.AsNoTracking()
            .Where(one => offices.Contains(one.Office))
            .OrderByDescending(one => one.InForceFrom)
            .ThenByDescending(one => one.RegisteredAt)
            .ToListAsync(cancel);
        var given = await db
            .Database.SqlQuery<Counter>($"SELECT series, last FROM number_series WHERE series LIKE 'receipt/%'")
            .ToDictionaryAsync(counter => counter.Series, counter => counter.Last, cancel);
        var cancelled = await db
            .FeeEntries.Where(entry => entry.SeriesId != null && entry.CancelledAt != null)
            .GroupBy(entry => entry.SeriesId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key!.Value, group => group.Count, cancel);
        return [.. series.Select(one => new SeriesLine(one, given.GetValueOrDefault($"receipt/{one.Id}", one.First - 1), cancelled.GetValueOrDefault(one.Id)))];
    }

    private sealed record Counter(string Series, long Last);
}

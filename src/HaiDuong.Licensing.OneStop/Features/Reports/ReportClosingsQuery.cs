using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>Các lần chốt of a period.</summary>
public sealed class ReportClosingsQuery(OfficeDbContext db)
{
    /// <summary>Every closing of a period, the newest first; all but the first were opened again.</summary>
    public async Task<IReadOnlyList<ReportClosing>> ReadAsync(LocalDate first, LocalDate last, CancellationToken cancel) =>
        await db
            .ReportClosings.AsNoTracking()
            .Where(closing => closing.Last == last && closing.First == first)
            .OrderByDescending(closing => closing.ClosedAt)
            .ToListAsync(cancel);

    /// <summary>The closing that holds, held until the end of the act so that two people do not close or open one period at once.</summary>
    public async Task<ReportClosing?> HoldAsync(LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var name = FormattableString.Invariant($"report/{first:uuuuMMdd}/{last:uuuuMMdd}");
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
        return await db.ReportClosings.SingleOrDefaultAsync(one => one.First == first && one.Last == last && one.ReopenedAt == null, cancel);
    }
}

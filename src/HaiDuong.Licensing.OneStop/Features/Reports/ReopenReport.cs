using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>Mở lại kỳ báo cáo, with a reason; what was kept stays kept. Refused: ReportNotYours, ReportOpen, ReasonRequired.</summary>
public sealed class ReopenReport(OfficeDbContext db, OncePerForm frame, ReportClosingsQuery closings, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(LocalDate first, LocalDate last, string reason, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => ReopenAsync(first, last, reason, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> ReopenAsync(LocalDate first, LocalDate last, string reason, Actor actor, CancellationToken cancel)
    {
        if (!ReportClosing.MayClose(actor))
            return [new Refusal(nameof(RefusalCode.ReportNotYours))];
        if (await closings.HoldAsync(first, last, cancel) is not { } closing)
            return [new Refusal(nameof(RefusalCode.ReportOpen))];
        if (closing.Reopen(reason, actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        await db.SaveChangesAsync(cancel);
        return [];
    }
}

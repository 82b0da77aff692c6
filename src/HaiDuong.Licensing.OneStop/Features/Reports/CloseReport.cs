using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>
/// Chốt kỳ báo cáo: keeps the figures of a period that is over, of every form and unit. Refused: ReportNotYours, ReportPeriodRuns, ReportClosed.
/// </summary>
public sealed class CloseReport(OfficeDbContext db, OncePerForm frame, ReportFiguresQuery figures, ReportClosingsQuery closings, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(LocalDate first, LocalDate last, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => CloseAsync(first, last, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> CloseAsync(LocalDate first, LocalDate last, Actor actor, CancellationToken cancel)
    {
        if (!ReportClosing.MayClose(actor))
            return [new Refusal(nameof(RefusalCode.ReportNotYours))];
        if (ReportClosing.Check(first, last, clock.Today) is { Count: > 0 } refusals)
            return refusals;
        if (await closings.HoldAsync(first, last, cancel) is not null)
            return [new Refusal(nameof(RefusalCode.ReportClosed))];
        var counted = StoredJson.Write(await figures.ReadAsync(first, last, cancel));
        db.ReportClosings.Add(ReportClosing.Of(first, last, counted, actor, clock.Now));
        await db.SaveChangesAsync(cancel);
        return [];
    }
}

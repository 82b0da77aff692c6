using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Books;

/// <summary>
/// Gạch dòng vào sổ nhầm, by the registry clerk of the department; the number stays. Refused: IncomingNotYours, IncomingUnknown, NumberCancelled,
/// ReasonRequired.
/// </summary>
public sealed class StrikeIncoming(OfficeDbContext db, OncePerForm frame, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(int year, long serial, string reason, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => StrikeAsync(year, serial, reason, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> StrikeAsync(int year, long serial, string reason, Actor actor, CancellationToken cancel)
    {
        if (RegisterIncoming.OfficeOf(actor, catalogue.Organisation, clock.Today) is not { } office)
            return [new Refusal(nameof(RefusalCode.IncomingNotYours))];
        if (
            await db.IncomingDocuments.SingleOrDefaultAsync(one => one.Office == office.Key && one.Year == year && one.Serial == serial, cancel) is not { } line
        )
            return [new Refusal(nameof(RefusalCode.IncomingUnknown))];
        if (line.Cancel(reason, actor, clock.Now) is { Count: > 0 } refusals)
            return refusals;
        await db.SaveChangesAsync(cancel);
        return [];
    }
}

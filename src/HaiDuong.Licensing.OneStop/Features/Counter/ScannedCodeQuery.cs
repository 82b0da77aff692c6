using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>
/// Mã quét tại quầy: where the counter goes on with a scanned or typed code. What the clerk may not read is not told apart from what there is not; of a
/// dossier that hides its sender the reference alone opens the page that takes in a supplement, also to print its receipt again.
/// </summary>
public sealed class ScannedCodeQuery(OfficeDbContext db, CounterDeskQuery desk, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Null when there is nothing that this person may open.</summary>
    public async Task<string?> HrefAsync(string code, Actor actor, CancellationToken cancel)
    {
        var typed = TypedCode.Read(code);
        var dossier = await db.DossiersOf(typed)
            .AsNoTracking()
            .Include(dossier => dossier.Work)
            .FirstOrDefaultAsync(dossier => dossier.Status != DossierStatus.Draft, cancel);
        if (dossier is null)
            return null;
        if (AccessTable.MayRead(actor, dossier, catalogue.Organisation, clock.Today))
            return desk.HrefOf(dossier);
        var mayTakeIn = AccessTable.MayTakeInFor(actor, dossier, typed.Printed, catalogue.Organisation, clock.Today);
        return mayTakeIn ? StepPaths.TakeSupplement(dossier.Id, typed.Printed!) : null;
    }
}

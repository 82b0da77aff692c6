using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Letters;

namespace HaiDuong.Licensing.Web.Features.Supplements;

/// <summary>Hết hạn bổ sung: done by the system on the day after the last day; a second run finds nothing to do.</summary>
public sealed class ExpireSupplement(ActDesk desk, SlipPress press)
{
    public Task<ActResult> DoAsync(Guid dossierId, CancellationToken cancel) =>
        desk.DoAsync(dossierId, null, Actor.System, async (dossier, act) =>
        {
            var refusals = dossier.ExpireSupplement(act);
            if (refusals.Count == 0 && dossier.Status == DossierStatus.Stopped)
                await press.PrintAsync(SlipKind.Stop, dossier, act, cancel);
            return refusals;
        }, cancel);
}

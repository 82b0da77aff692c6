using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Supplements;

/// <summary>Hết hạn bổ sung: done by the system on the day after the last day; a second run finds nothing to do.</summary>
public sealed class ExpireSupplement(ActDesk desk)
{
    public Task<ActResult> DoAsync(Guid dossierId, CancellationToken cancel) =>
        desk.DoAsync(dossierId, null, Actor.System, (dossier, act) => dossier.ExpireSupplement(act), cancel);
}

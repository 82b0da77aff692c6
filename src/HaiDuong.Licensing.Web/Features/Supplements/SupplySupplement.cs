using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Storage;

namespace HaiDuong.Licensing.Web.Features.Supplements;

public sealed record SupplySupplementRequest(Guid DossierId, int? SeenRevision, FormData Form);

/// <summary>Nộp bổ sung: exactly what was asked; a corrected licence number is looked up again.</summary>
public sealed class SupplySupplement(ActDesk desk, LicenceRegister licences)
{
    public Task<ActResult> DoAsync(SupplySupplementRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, async (dossier, act) =>
        {
            var asksForLicence = dossier.OpenSupplement?.Items.Any(item => item.Target == SupplementTarget.Field && act.Rules.Procedure.Licence?.Names(item.Key) == true) == true;
            var refusals = dossier.Supply(request.Form, act);
            return refusals.Count == 0 && asksForLicence ? await licences.CheckRequestAsync(dossier, act, cancel) : refusals;
        }, cancel);
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

/// <summary>Nhận việc của nhiều hồ sơ chưa giao ai.</summary>
public sealed class ClaimMany(ClaimDossier claim) : IBatchAct
{
    public BatchKind Kind => BatchKind.Claim;

    public ForRolesAttribute Door { get; } = new(StaffRole.Specialist);

    public DossierAct Act => DossierAct.Claim;

    public StepKind? Step => null;

    public Task<ActResult> DoOneAsync(Batch batch, BatchItem item, Actor actor, CancellationToken cancel) =>
        claim.DoAsync(new ClaimDossierRequest(item.DossierId, item.Revision), actor, cancel);
}

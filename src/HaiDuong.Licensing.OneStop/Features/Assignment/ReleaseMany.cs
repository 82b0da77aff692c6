using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

/// <summary>Trả việc của nhiều hồ sơ về phòng.</summary>
public sealed class ReleaseMany(ReleaseDossier release) : IBatchAct
{
    public BatchKind Kind => BatchKind.Release;

    public ForRolesAttribute Door { get; } = new(StaffRole.Specialist, StaffRole.DivisionHead);

    public DossierAct Act => DossierAct.Release;

    public StepKind? Step => null;

    public Task<ActResult> DoOneAsync(Batch batch, BatchItem item, Actor actor, CancellationToken cancel) =>
        release.DoAsync(new ReleaseDossierRequest(item.DossierId, item.Revision, batch.Note ?? ""), actor, cancel);
}

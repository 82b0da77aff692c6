using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

/// <summary>Phân công nhiều hồ sơ cho một chuyên viên.</summary>
public sealed class AssignMany(AssignDossier assign) : IBatchAct
{
    public BatchKind Kind => BatchKind.Assign;

    public ForRolesAttribute Door { get; } = new(StaffRole.DivisionHead);

    public DossierAct Act => DossierAct.Assign;

    public StepKind? Step => null;

    public Task<ActResult> DoOneAsync(Batch batch, BatchItem item, Actor actor, CancellationToken cancel) =>
        assign.DoAsync(new AssignDossierRequest(item.DossierId, item.Revision, batch.SpecialistId ?? Guid.Empty, batch.Note), actor, cancel);
}

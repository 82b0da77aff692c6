using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

public sealed record AssignDossierRequest(Guid DossierId, int? SeenRevision, Guid SpecialistId, string? Note);

/// <summary>Phân công chuyên viên; may be done again later to move the work.</summary>
public sealed class AssignDossier(ActDesk desk, StaffDirectory staff)
{
    public Task<ActResult> DoAsync(AssignDossierRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var specialist = await staff.FindAsync(request.SpecialistId, StaffRole.Specialist, dossier.DivisionKey, cancel);
                return specialist is null ? [new Refusal(nameof(RefusalCode.SpecialistRequired), "specialist")] : dossier.Assign(specialist, request.Note, act);
            },
            cancel
        );
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;

namespace HaiDuong.Licensing.OneStop.Features.Denounced;

public sealed record NameDenouncedRequest(Guid DossierId, int? SeenRevision, Guid? Person);

/// <summary>Ghi người bị tố cáo, khiếu nại: a member of staff whom the dossier is about no longer finds it; their work on it goes to others.</summary>
public sealed class NameDenounced(ActDesk desk, StaffDirectory staff)
{
    public Task<ActResult> DoAsync(NameDenouncedRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                if (dossier.WhyNot(DossierAct.NameDenounced, act) is { Count: > 0 } refused)
                    return refused;
                var members = await staff.MembersAsync(cancel);
                return members.FirstOrDefault(member => member.AccountId == request.Person) is { } person
                    ? dossier.NameDenounced(
                        new DenouncedPerson(request.Person!.Value, person.Name, person.Holds(StaffRole.DivisionHead, dossier.DivisionKey)),
                        act
                    )
                    : [new Refusal(nameof(RefusalCode.DenouncedPersonRequired), "person")];
            },
            cancel
        );
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Licences;

/// <param name="Id">The licence.</param>
/// <param name="SeenRevision">As it was shown.</param>
/// <param name="DecisionNumber">The number of the decision, where it has one.</param>
/// <param name="Ground">Căn cứ pháp lý.</param>
/// <param name="Reason">Lý do.</param>
/// <param name="On">From this day.</param>
public sealed record RevokeLicenceRequest(Guid Id, int SeenRevision, string? DecisionNumber, string Ground, string Reason, LocalDate On);

/// <summary>Thu hồi giấy phép: by a leader of the department that answers for it; the holder is told, and its places on the map are no longer valid.</summary>
public sealed class RevokeLicence(OfficeDbContext db, OncePerForm once, PlaceStore places, ProcedureCatalogue catalogue, OfficeClock clock, OutboxBell bell)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(RevokeLicenceRequest request, Actor actor, CancellationToken cancel)
    {
        var refusals = await once.DoAsync(actor, () => RevokeAsync(request, actor, cancel), cancel);
        if (refusals.Count == 0)
            bell.Ring();
        return refusals;
    }

    private async Task<IReadOnlyList<Refusal>> RevokeAsync(RevokeLicenceRequest request, Actor actor, CancellationToken cancel)
    {
        var licence = await db.Licences.Include(one => one.Events).SingleAsync(one => one.Id == request.Id, cancel);
        if (!MayRevoke(actor, licence))
            return [new Refusal(nameof(RefusalCode.StepNotYours), null, catalogue.Organisation.For(licence.DivisionKey, clock.Today).Name)];
        if (licence.Revision != request.SeenRevision)
            return [new Refusal(nameof(RefusalCode.LicenceChangedSince), null, licence.Number)];
        if (
            licence.Revoke(request.DecisionNumber, request.Ground, request.Reason, request.On, new LicenceEntry(actor, clock.Now, clock.Today)) is
            { Count: > 0 } refusals
        )
            return refusals;
        try
        {
            await db.SaveChangesAsync(cancel);
            await places.RevokeAsync(licence, request.On, cancel);
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return [new Refusal(nameof(RefusalCode.LicenceChangedSince), null, licence.Number)];
        }
    }

    /// <summary>Whether somebody leads the department that answers for the licence today.</summary>
    public bool MayRevoke(Actor actor, Licence licence) =>
        actor.Wide.Any(held =>
            held.Role == StaffRole.Leader
            && catalogue.Organisation.OfficeWith(catalogue.Organisation.KeyOn(held.Unit, clock.Today))
                == catalogue.Organisation.For(licence.DivisionKey, clock.Today)
        );
}

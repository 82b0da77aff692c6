using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>What the administrator announces: which unit ends, who follows, from which day, by which document.</summary>
public sealed record SuccessionRequest(string Unit, string Successor, NodaTime.LocalDate? From, string Source);

/// <summary>Công bố thay đổi tổ chức: adds an announcement. Nothing moves before its day; then everything open does.</summary>
public sealed class AnnounceSuccession(OfficeDbContext db, OncePerForm once, AnnouncedSuccessions announced, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Every reason why it is not announced; empty when it could be.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(SuccessionRequest request, CancellationToken cancel)
    {
        await announced.RefreshAsync(cancel);
        return Made(request, null, "").Check(catalogue.Organisation, clock.Today);
    }

    public async Task<IReadOnlyList<Refusal>> DoAsync(SuccessionRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal(nameof(RefusalCode.SuccessionAdministratorOnly))];
        var refusals = await once.DoAsync(actor, () => AnnounceAsync(request, actor, cancel), cancel);
        await announced.RefreshAsync(cancel);
        return refusals;
    }

    private async Task<IReadOnlyList<Refusal>> AnnounceAsync(SuccessionRequest request, Actor actor, CancellationToken cancel)
    {
        if (await CheckAsync(request, cancel) is { Count: > 0 } refusals)
            return refusals;
        db.UnitSuccessions.Add(Made(request, actor.AccountId, actor.Name));
        await db.SaveChangesAsync(cancel);
        return [];
    }

    private UnitSuccession Made(SuccessionRequest request, Guid? by, string name) =>
        new()
        {
            Unit = request.Unit,
            Successor = request.Successor,
            From = request.From ?? clock.Today,
            Source = request.Source.Trim(),
            PublishedAt = clock.Local,
            PublishedById = by,
            PublishedBy = name,
        };
}

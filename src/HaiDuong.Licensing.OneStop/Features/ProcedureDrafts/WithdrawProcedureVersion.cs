using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <param name="Slug">The procedure.</param>
/// <param name="Day">The first day of the version.</param>
/// <param name="SeenEdition">Which of the versions of that day was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawProcedureVersionRequest(string Slug, LocalDate Day, int SeenEdition, string? Reason);

/// <summary>
/// Rút lại phiên bản chưa áp dụng: the last version never comes to hold, and the one before it runs on. What was published stays as it was. Refused:
/// AdministratorOnly, ReasonRequired, ProcedureVersionGone, ProcedureVersionHolds, ProcedureVersionFollowed, ProcedureVersionOnly.
/// </summary>
public sealed class WithdrawProcedureVersion(
    OfficeDbContext db,
    OncePerForm once,
    ProcedureVersions versions,
    ProcedureCatalogue catalogue,
    SecurityLog log,
    OfficeClock clock
)
{
    /// <summary>So long before its first day every process must have heard that it does not hold.</summary>
    private static readonly Duration Hearing = Duration.FromMinutes(1);

    public async Task<IReadOnlyList<Refusal>> DoAsync(WithdrawProcedureVersionRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal(nameof(RefusalCode.AdministratorOnly))];
        var refusals = await once.DoAsync(actor, () => WithdrawAsync(request, actor, cancel), cancel);
        if (refusals.Count == 0)
            catalogue.Withdraw(request.Slug, request.Day, request.SeenEdition);
        return refusals;
    }

    private async Task<IReadOnlyList<Refusal>> WithdrawAsync(WithdrawProcedureVersionRequest request, Actor actor, CancellationToken cancel)
    {
        var (slug, day) = (request.Slug, request.Day);
        await versions.HoldAsync(slug, cancel);
        var last = await versions.LastOfAsync(slug, day, cancel);
        if (last.Edition != request.SeenEdition || last.IsWithdrawn)
            return [new Refusal(nameof(RefusalCode.ProcedureVersionGone))];
        if (OfficeClock.StartOf(day)!.Value - clock.Now < Hearing)
            return [new Refusal(nameof(RefusalCode.ProcedureVersionHolds), null, day)];
        var newest = catalogue.Newest(slug)!.InForceFrom;
        if (newest != day)
            return [new Refusal(nameof(RefusalCode.ProcedureVersionFollowed), null, newest)];
        if (catalogue.Versions.Count(version => version.Slug == slug) == 1)
            return [new Refusal(nameof(RefusalCode.ProcedureVersionOnly))];
        if (VietnameseText.Clean(request.Reason ?? "") is not { Length: > 0 } reason)
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "Reason")];
        if (await db.Dossiers.AnyAsync(dossier => dossier.ProcedureSlug == slug && dossier.ProcedureVersion == day, cancel))
            throw new InvalidOperationException($"A dossier relies on '{slug}' from {day:uuuu-MM-dd}, which does not hold yet.");
        var version = LocalDatePattern.Iso.Format(day);
        db.WithdrawnVersions.Add(
            new WithdrawnVersion
            {
                Kind = PublishedKind.Procedure,
                Key = slug,
                Version = version,
                Edition = last.Edition,
                Reason = reason,
                WithdrawnAt = clock.Now,
                WithdrawnBy = actor.Name,
            }
        );
        await db.SaveChangesAsync(cancel);
        await log.NoteAsync(SecurityEventKind.ProcedureVersionWithdrawn, actor.AccountId, actor.Name, $"{slug} {version}: {reason}", cancel);
        return [];
    }
}

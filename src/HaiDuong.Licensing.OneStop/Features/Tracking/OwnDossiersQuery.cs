using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>A line of the list of one's own dossiers.</summary>
public sealed record OwnDossier(
    Guid Id,
    string Reference,
    string? Code,
    string ProcedureSlug,
    LocalDate ProcedureVersion,
    DossierStatus Status,
    Instant CreatedAt,
    DueState Due
);

/// <summary>The dossiers and drafts of one account, newest first, a page at a time.</summary>
public sealed class OwnDossiersQuery(OfficeDbContext db)
{
    public const int PageSize = 50;

    /// <summary>Ids grow with time, so they are the key to page by.</summary>
    public async Task<IReadOnlyList<OwnDossier>> ListAsync(Guid accountId, Guid? after, CancellationToken cancel) =>
        await db
            .Dossiers.AsNoTracking()
            .Where(dossier => dossier.OwnerAccountId == accountId && (after == null || dossier.Id < after))
            .OrderByDescending(dossier => dossier.Id)
            .Take(PageSize)
            .Select(dossier => new OwnDossier(
                dossier.Id,
                dossier.Reference,
                dossier.Code,
                dossier.ProcedureSlug,
                dossier.ProcedureVersion,
                dossier.Status,
                dossier.CreatedAt,
                new DueState(
                    dossier.Clock,
                    dossier.FinishClass,
                    dossier.PromisedDue ?? dossier.AnswerDue,
                    dossier.ReportDue ?? dossier.AnswerDue,
                    dossier.WarnAt,
                    dossier.LateFrom,
                    dossier.WaitOverFrom
                )
            ))
            .ToListAsync(cancel);
}

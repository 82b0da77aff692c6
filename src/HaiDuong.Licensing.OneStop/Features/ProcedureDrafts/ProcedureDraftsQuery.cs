using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>A procedure in the list: the version that holds today, the next one, and its draft with how much is wrong with it.</summary>
public sealed record ProcedureRow(string Slug, Procedure Shown, Procedure? InForce, Procedure? Next, ProcedureDraft? Draft, int Faults);

/// <summary>A version of one procedure; who published it is known of what an administrator published.</summary>
public sealed record ProcedureVersionRow(Procedure Version, Instant? PublishedAt, string? PublishedBy, int OpenDossiers);

/// <summary>What is open of a procedure: its draft, or what a draft would begin with.</summary>
/// <param name="Slug">The procedure.</param>
/// <param name="Base">The version that the draft is compared with: the one in force, else the newest.</param>
/// <param name="Shown">The same as it is shown to who is served now.</param>
/// <param name="Draft">The draft; null when there is none.</param>
/// <param name="Files">The files of the draft, or those that it would begin with.</param>
public sealed record OpenProcedure(string Slug, Procedure Base, Procedure Shown, ProcedureDraft? Draft, IReadOnlyDictionary<string, string> Files)
{
    public int Revision => Draft?.Revision ?? 0;
}

/// <summary>What administrators see of procedures, their versions and drafts.</summary>
public sealed class ProcedureDraftsQuery(OfficeDbContext db, ProcedureCatalogue catalogue, ProcedureDraftCheck check, OfficeClock clock)
{
    public async Task<IReadOnlyList<ProcedureRow>> ListAsync(CancellationToken cancel)
    {
        var drafts = await db.ProcedureDrafts.AsNoTracking().ToDictionaryAsync(draft => draft.Slug, StringComparer.Ordinal, cancel);
        var today = clock.Today;
        return
        [
            .. catalogue
                .Versions.GroupBy(version => version.Slug, StringComparer.Ordinal)
                .Select(versions =>
                {
                    var draft = drafts.GetValueOrDefault(versions.Key);
                    return new ProcedureRow(
                        versions.Key,
                        catalogue.Shown(BaseOf(versions.Key)!),
                        catalogue.InForce(versions.Key, today),
                        versions.Where(version => version.InForceFrom > today).MinBy(version => version.InForceFrom),
                        draft,
                        draft is null ? 0 : check.Check(versions.Key, draft.Files, today).Count(finding => !finding.IsAdvice)
                    );
                })
                .OrderBy(row => row.Shown.Field, StringComparer.Ordinal)
                .ThenBy(row => row.Shown.CatalogueId, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null when there is no such procedure.</summary>
    public async Task<OpenProcedure?> OpenAsync(string slug, CancellationToken cancel)
    {
        if (BaseOf(slug) is not { } version)
            return null;
        var draft = await db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(known => known.Slug == slug, cancel);
        return new OpenProcedure(slug, version, catalogue.Shown(version), draft, draft?.Files ?? DraftFiles.Begin(catalogue, version, clock.Today.PlusDays(1)));
    }

    /// <summary>The versions, the newest first. How many open dossiers each has is read by the index of procedures and versions.</summary>
    public async Task<IReadOnlyList<ProcedureVersionRow>> VersionsAsync(string slug, CancellationToken cancel)
    {
        var counts = await db
            .Dossiers.AsNoTracking()
            .Where(dossier => dossier.ProcedureSlug == slug && LifeCycle.Open.Contains(dossier.Status))
            .GroupBy(dossier => dossier.ProcedureVersion)
            .Select(group => new { Day = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Day, group => group.Count, cancel);
        var published = await db
            .PublishedVersions.AsNoTracking()
            .Where(version => version.Kind == PublishedKind.Procedure && version.Key == slug)
            .Select(version => new
            {
                version.Version,
                version.PublishedAt,
                version.PublishedBy,
            })
            .ToDictionaryAsync(version => version.Version, StringComparer.Ordinal, cancel);
        return
        [
            .. catalogue
                .Versions.Where(version => version.Slug == slug)
                .OrderByDescending(version => version.InForceFrom)
                .Select(version =>
                {
                    var row = published.GetValueOrDefault(LocalDatePattern.Iso.Format(version.InForceFrom));
                    return new ProcedureVersionRow(version, row?.PublishedAt, row?.PublishedBy, counts.GetValueOrDefault(version.InForceFrom));
                }),
        ];
    }

    private Procedure? BaseOf(string slug) => catalogue.InForce(slug, clock.Today) ?? catalogue.Newest(slug);
}

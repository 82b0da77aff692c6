using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>A procedure in the list: the version that holds today, those that are to follow, and its draft with how much is wrong with it.</summary>
public sealed record ProcedureRow(string Slug, Procedure Shown, Procedure? InForce, IReadOnlyList<Procedure> Next, ProcedureDraft? Draft, int Faults);

/// <summary>A version of one procedure; who published it is known of what an administrator published.</summary>
/// <param name="Version">As it was published.</param>
/// <param name="Edition">Which of those that were published from its day.</param>
/// <param name="PublishedAt">When; null of a file that nobody has published yet.</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="OpenDossiers">How many open dossiers were received under it.</param>
/// <param name="MayBeWithdrawn">It is the last one, does not hold yet, and another one is there to run on.</param>
public sealed record ProcedureVersionRow(Procedure Version, int Edition, Instant? PublishedAt, string? PublishedBy, int OpenDossiers, bool MayBeWithdrawn);

/// <summary>What is open of a procedure: its draft, or what a draft would begin with.</summary>
/// <param name="Slug">The procedure.</param>
/// <param name="Base">The newest published version, which a draft begins from and is compared with; it may be one that does not hold yet.</param>
/// <param name="Shown">The same as it is shown to who is served now.</param>
/// <param name="BaseFiles">The files of that version.</param>
/// <param name="Draft">The draft; null when there is none.</param>
/// <param name="Files">The files of the draft, or those that it would begin with.</param>
public sealed record OpenProcedure(
    string Slug,
    Procedure Base,
    Procedure Shown,
    IReadOnlyDictionary<string, string> BaseFiles,
    ProcedureDraft? Draft,
    IReadOnlyDictionary<string, string> Files
)
{
    public int Revision => Draft?.Revision ?? 0;

    public string BaseHash => field ??= PublishedVersion.HashOf(BaseFiles);

    /// <summary>Whether the draft was begun from another version than the one that is the newest now.</summary>
    public bool IsOvertaken => Draft is { } draft && draft.BaseHash != BaseHash;
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
                        catalogue.Shown(catalogue.Newest(versions.Key)!),
                        catalogue.InForce(versions.Key, today),
                        [.. versions.Where(version => version.InForceFrom > today).OrderBy(version => version.InForceFrom)],
                        draft,
                        draft is null ? 0 : check.Check(versions.Key, draft.Files, today).Count(finding => !finding.IsAdvice)
                    );
                })
                .OrderBy(row => row.Shown.Field, StringComparer.Ordinal)
                .ThenBy(row => row.Shown.CatalogueId, StringComparer.Ordinal),
        ];
    }

    public Task<ProcedureDraft?> DraftAsync(string slug, CancellationToken cancel) =>
        db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(known => known.Slug == slug, cancel);

    /// <summary>Null when there is no such procedure.</summary>
    public async Task<OpenProcedure?> OpenAsync(string slug, CancellationToken cancel)
    {
        if (catalogue.Newest(slug) is not { } newest)
            return null;
        var draft = await DraftAsync(slug, cancel);
        var files = catalogue.FilesOf(newest);
        return new OpenProcedure(
            slug,
            newest,
            catalogue.Shown(newest),
            files,
            draft,
            draft?.Files ?? DraftFiles.Begin(files, LocalDate.Max(clock.Today, newest.InForceFrom).PlusDays(1))
        );
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
                version.Edition,
                version.PublishedAt,
                version.PublishedBy,
            })
            .ToListAsync(cancel);
        var versions = catalogue.Versions.Where(version => version.Slug == slug).OrderByDescending(version => version.InForceFrom).ToList();
        return
        [
            .. versions.Select(version =>
            {
                var row = published.Where(one => one.Version == LocalDatePattern.Iso.Format(version.InForceFrom)).MaxBy(one => one.Edition);
                return new ProcedureVersionRow(
                    version,
                    row?.Edition ?? 1,
                    row?.PublishedAt,
                    row?.PublishedBy,
                    counts.GetValueOrDefault(version.InForceFrom),
                    row is not null && version == versions[0] && version.InForceFrom > clock.Today && versions.Count > 1
                );
            }),
        ];
    }

    /// <summary>What was withdrawn before it held, the last one first.</summary>
    public async Task<IReadOnlyList<WithdrawnVersion>> WithdrawnAsync(string slug, CancellationToken cancel) =>
        await db
            .WithdrawnVersions.AsNoTracking()
            .Where(version => version.Kind == PublishedKind.Procedure && version.Key == slug)
            .OrderByDescending(version => version.WithdrawnAt)
            .ToListAsync(cancel);
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <param name="Slug">The procedure.</param>
/// <param name="From">The day from which the version holds.</param>
/// <param name="SeenRevision">The save that was looked at: nobody publishes what nobody saw.</param>
public sealed record PublishProcedureRequest(string Slug, LocalDate? From, int SeenRevision);

/// <summary>
/// Công bố thủ tục: the draft becomes the version that holds from a day on; what was received before keeps its own. Refused: AdministratorOnly,
/// ProcedureDraftChanged, ProcedureDraftGone, ProcedureDayMissing, ProcedureHasFaults.
/// </summary>
public sealed class PublishProcedure(OfficeDbContext db, OncePerForm once, ProcedureDraftCheck check, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Everything that is wrong with the draft once it begins on the day; empty when it was published or refused for something else.</summary>
    public async Task<(IReadOnlyList<DraftFinding> Findings, IReadOnlyList<Refusal> Refusals)> DoAsync(
        PublishProcedureRequest request,
        Actor actor,
        CancellationToken cancel
    )
    {
        if (!actor.Is(StaffRole.Administrator))
            return ([], [new Refusal(nameof(RefusalCode.AdministratorOnly))]);
        if (request.From is not { } day)
            return ([], [new Refusal(nameof(RefusalCode.ProcedureDayMissing), "From")]);
        IReadOnlyList<DraftFinding> findings = [];
        var (_, refusals) = await once.DoAsync<bool?>(actor, Publish, cancel);
        if (refusals.Count == 0)
            catalogue.Version(request.Slug, day);
        return (findings, refusals);

        async Task<(bool?, IReadOnlyList<Refusal>)> Publish()
        {
            await db.Database.ExecuteSqlAsync($"SELECT FROM procedure_drafts WHERE slug = {request.Slug} FOR UPDATE", cancel);
            var draft = await db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(known => known.Slug == request.Slug, cancel);
            if (draft is null || draft.Revision != request.SeenRevision)
                return (null, [SaveProcedureDraft.Changed(draft)]);
            var files = DraftFiles.On(draft.Files, day);
            findings = [.. check.Check(draft.Slug, files, clock.Today).Where(finding => !finding.IsAdvice)];
            if (findings.Count > 0)
                return (null, [new Refusal(nameof(RefusalCode.ProcedureHasFaults))]);
            db.PublishedVersions.Add(
                new PublishedVersion
                {
                    Kind = PublishedKind.Procedure,
                    Key = draft.Slug,
                    Version = LocalDatePattern.Iso.Format(day),
                    Hash = PublishedVersion.HashOf(files),
                    Files = files,
                    PublishedAt = clock.Now,
                    PublishedBy = actor.Name,
                }
            );
            await db.ProcedureDrafts.Where(known => known.Slug == draft.Slug).ExecuteDeleteAsync(cancel);
            await db.SaveChangesAsync(cancel);
            return (true, []);
        }
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Identity;
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
/// ProcedureDraftChanged, ProcedureDraftGone, ProcedureBaseOvertaken, ProcedureDayMissing, ProcedureDayWrong, ProcedureHasFaults.
/// </summary>
public sealed class PublishProcedure(
    OfficeDbContext db,
    OncePerForm once,
    ProcedureVersions versions,
    ProcedureDraftsQuery drafts,
    ProcedureDraftCheck check,
    ProcedureCatalogue catalogue,
    SecurityLog log,
    OfficeClock clock
)
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
            await versions.HoldAsync(request.Slug, cancel);
            await db.Database.ExecuteSqlAsync($"SELECT FROM procedure_drafts WHERE slug = {request.Slug} FOR UPDATE", cancel);
            if (await drafts.OpenAsync(request.Slug, cancel) is not { Draft: { } draft } open || draft.Revision != request.SeenRevision)
                return (null, [SaveProcedureDraft.Changed(await drafts.DraftAsync(request.Slug, cancel))]);
            if (open.IsOvertaken)
                return (null, [SaveProcedureDraft.Overtaken(draft.Base, open.Base)]);
            var files = DraftFiles.On(draft.Files, day);
            var wrong = check
                .Check(draft.Slug, files, clock.Today)
                .Where(finding => !finding.IsAdvice)
                .ToLookup(finding => finding.Path == ProcedureDraftCheck.Day);
            findings = [.. wrong[false]];
            List<Refusal> refused = [.. wrong[true].Select(finding => new Refusal(nameof(RefusalCode.ProcedureDayWrong), "From", finding.Problem.Sentence()))];
            if (findings.Count > 0)
                refused.Add(new Refusal(nameof(RefusalCode.ProcedureHasFaults)));
            if (refused.Count > 0)
                return (null, refused);
            await KeepAsync(draft, files, day, actor, cancel);
            return (true, []);
        }
    }

    private async Task KeepAsync(ProcedureDraft draft, IReadOnlyDictionary<string, string> files, LocalDate day, Actor actor, CancellationToken cancel)
    {
        var version = LocalDatePattern.Iso.Format(day);
        db.PublishedVersions.Add(
            new PublishedVersion
            {
                Kind = PublishedKind.Procedure,
                Key = draft.Slug,
                Version = version,
                Edition = (await versions.LastOfAsync(draft.Slug, day, cancel)).Edition + 1,
                Hash = PublishedVersion.HashOf(files),
                Files = files,
                PublishedAt = clock.Now,
                PublishedBy = actor.Name,
            }
        );
        await db.ProcedureDrafts.Where(known => known.Slug == draft.Slug).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await log.NoteAsync(SecurityEventKind.ProcedurePublished, actor.AccountId, actor.Name, $"{draft.Slug} {version}", cancel);
    }
}

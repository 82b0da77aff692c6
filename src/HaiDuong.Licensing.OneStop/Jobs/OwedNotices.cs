using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>
/// Owes the notices that no act owes. The key names dossier, kind, occasion and addressee: however often a job runs, and on however many
/// servers, each is owed once.
/// </summary>
public sealed class OwedNotices(OfficeDbContext db, Rulebooks rulebooks, OfficeClock clock, OutboxBell bell)
{
    /// <summary>Gives 1 when the notice is newly owed, 0 when it was before.</summary>
    public async Task<int> OweAsync(
        Dossier dossier,
        NoticeKind kind,
        string occasion,
        Addressee to,
        IReadOnlyDictionary<string, string> facts,
        CancellationToken cancel
    )
    {
        var all = new Dictionary<string, string>(facts, StringComparer.Ordinal)
        {
            ["code"] = dossier.Code ?? dossier.Reference,
            ["reference"] = dossier.Reference,
            ["procedure"] = rulebooks.For(dossier).Procedure.Name,
            ["applicant"] = dossier.ApplicantFor(to),
            ["office"] = OfficeOf(dossier.DivisionKey),
        };
        return await OweAsync(Notice.KeyOf(dossier.Id, kind, occasion, to), dossier.Id, null, kind, to, all, cancel);
    }

    /// <summary>The same about a licence that no dossier of this software gave.</summary>
    public async Task<int> OweAsync(
        Licence licence,
        NoticeKind kind,
        string occasion,
        Addressee to,
        IReadOnlyDictionary<string, string> facts,
        CancellationToken cancel
    )
    {
        var all = new Dictionary<string, string>(facts, StringComparer.Ordinal)
        {
            ["procedure"] = rulebooks.Catalogue.Newest(licence.Kind)?.Name ?? licence.Kind,
            ["applicant"] = licence.Holder.Name,
            ["office"] = OfficeOf(licence.DivisionKey),
        };
        return await OweAsync(Notice.KeyOf(licence.Id, kind, occasion, to), null, licence.Id, kind, to, all, cancel);
    }

    private string OfficeOf(string division) => rulebooks.Catalogue.Organisation.For(division, clock.Today).Name;

    private async Task<int> OweAsync(
        string key,
        Guid? dossier,
        Guid? licence,
        NoticeKind kind,
        Addressee to,
        Dictionary<string, string> facts,
        CancellationToken cancel
    )
    {
        var owed = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO notices (id, key, dossier_id, licence_id, kind, email, account_id, unit, facts, owed_at, attempts)
            VALUES ({Guid.CreateVersion7()}, {key}, {dossier}, {licence}, {kind.ToString()}, {to.Email}, {to.AccountId}, {to.Unit}, {StoredJson.Write(
                facts
            )}::jsonb, {clock.Now}, 0)
            ON CONFLICT (key) DO NOTHING
            """,
            cancel
        );
        if (owed > 0)
            bell.Ring();
        return owed;
    }
}

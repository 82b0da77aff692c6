using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>
/// Owes the notices that no act owes. The key names dossier, kind, occasion and addressee: however often a job runs, and on however many
/// servers, each is owed once.
/// </summary>
public sealed class OwedNotices(OfficeDbContext db, Rulebooks rulebooks, OfficeClock clock, OutboxBell bell)
{
    /// <summary>Gives 1 when the notice is newly owed, 0 when it was before.</summary>
    public async Task<int> OweAsync(
        Dossier dossier, NoticeKind kind, string occasion, Addressee to, IReadOnlyDictionary<string, string> facts, CancellationToken cancel)
    {
        var key = $"{dossier.Id:N}/{kind}/{occasion}/{to.Key}";
        var all = StoredJson.Write(new Dictionary<string, string>(facts, StringComparer.Ordinal)
        {
            ["code"] = dossier.Code ?? dossier.Reference,
            ["reference"] = dossier.Reference,
            ["procedure"] = rulebooks.For(dossier).Procedure.Name,
            ["applicant"] = dossier.ApplicantFor(to),
            ["office"] = rulebooks.Catalogue.Organisation.For(dossier.DivisionKey, clock.Today).Name,
        });
        var owed = await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO notices (id, key, dossier_id, kind, email, account_id, unit, facts, owed_at, attempts)
             VALUES ({Guid.CreateVersion7()}, {key}, {dossier.Id}, {kind.ToString()}, {to.Email}, {to.AccountId}, {to.Unit}, {all}::jsonb, {clock.Now}, 0)
             ON CONFLICT (key) DO NOTHING
             """, cancel);
        if (owed > 0)
            bell.Ring();
        return owed;
    }
}

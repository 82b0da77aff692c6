using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>An open page of a draft's answers, and its how manieth sending this is.</summary>
/// <param name="Page">Minted when the page is shown; it stays while the page answers for itself.</param>
/// <param name="Number">Grows with everything that the page sends, so that what was overtaken on the way is known.</param>
public sealed record SendingPage(Guid Page, int Number);

/// <summary>The last page that saved a draft's answers, and the revision that came of it.</summary>
public sealed record SentDraft(Guid Page, int Number, int Revision);

/// <summary>Which page saved the answers of a draft last, kept in the transaction of the save.</summary>
public sealed class SentDrafts(OfficeDbContext db)
{
    public async Task<SentDraft?> LastAsync(Guid dossierId, CancellationToken cancel) =>
        await db.Database.SqlQuery<SentDraft>($"SELECT page, number, revision FROM sent_drafts WHERE dossier_id = {dossierId}").SingleOrDefaultAsync(cancel);

    public Task KeepAsync(Guid dossierId, SendingPage sent, int revision, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sent_drafts (dossier_id, page, number, revision) VALUES ({dossierId}, {sent.Page}, {sent.Number}, {revision})
            ON CONFLICT (dossier_id) DO UPDATE SET page = excluded.page, number = excluded.number, revision = excluded.revision
            """,
            cancel
        );
}

using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>What the office told somebody who works here.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Kind">What it says.</param>
/// <param name="DossierId">The dossier that it is about; null where it is about none that they may find.</param>
/// <param name="Code">How the dossier is called.</param>
/// <param name="At">When it was owed.</param>
/// <param name="IsNew">Whether it came after they last looked.</param>
public sealed record OwnNotice(Guid Id, NoticeKind Kind, Guid? DossierId, string? Code, Instant At, bool IsNew);

/// <summary>
/// Thông báo cho tôi: what was mailed to somebody, or to whom they stand in for, kept here beside the mail; what is new is counted in the menu.
/// </summary>
public sealed class OwnNoticesQuery(OfficeDbContext db, OfficeClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>Whoever never looked is told of so much.</summary>
    private static readonly Duration First = Duration.FromDays(7);

    public async Task<IReadOnlyList<OwnNotice>> ReadAsync(Actor actor, Guid? before, CancellationToken cancel)
    {
        var own = Of(actor);
        if (before is { } id && await own.SingleOrDefaultAsync(notice => notice.Id == id, cancel) is { } last)
            own = own.Where(notice => notice.OwedAt <= last.OwedAt && (notice.OwedAt < last.OwedAt || notice.Id < last.Id));
        var seen = await SeenAsync(actor, cancel);
        var rows = await own.AsNoTracking()
            .OrderByDescending(notice => notice.OwedAt)
            .ThenByDescending(notice => notice.Id)
            .Take(Size)
            .Select(notice => new
            {
                Notice = notice,
                Dossier = db.DossierRows.Where(row => row.DossierId == notice.DossierId).Select(row => new { row.DossierId, row.Code }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new OwnNotice(
                row.Notice.Id,
                row.Notice.Kind,
                row.Dossier?.DossierId,
                row.Dossier is { } dossier ? dossier.Code ?? HiddenApplicant.NoCode : null,
                row.Notice.OwedAt,
                row.Notice.OwedAt > seen
            )),
        ];
    }

    /// <summary>What came since somebody last looked.</summary>
    public IQueryable<Notice> New(Actor actor)
    {
        var (person, first) = (actor.AccountId, clock.Now - First);
        return Of(actor).Where(notice => notice.OwedAt > (db.NoticesSeen.Where(seen => seen.AccountId == person).Max(seen => (Instant?)seen.SeenAt) ?? first));
    }

    /// <summary>Everything up to a moment was looked at; one window never takes back what another has seen.</summary>
    public Task SawAsync(Actor actor, Instant until, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO notices_seen (account_id, seen_at) VALUES ({actor.AccountId}, {until})
            ON CONFLICT (account_id) DO UPDATE SET seen_at = greatest(notices_seen.seen_at, excluded.seen_at)
            """,
            cancel
        );

    private async Task<Instant> SeenAsync(Actor actor, CancellationToken cancel) =>
        await db.NoticesSeen.Where(seen => seen.AccountId == actor.AccountId).Select(seen => (Instant?)seen.SeenAt).SingleOrDefaultAsync(cancel)
        ?? clock.Now - First;

    /// <summary>A code that opens something once is no news.</summary>
    private IQueryable<Notice> Of(Actor actor)
    {
        Guid[] people = [.. actor.StandsInFor, .. actor.AccountId is { } own ? new[] { own } : []];
        return db.Notices.Where(notice => notice.AccountId != null && people.Contains(notice.AccountId.Value) && notice.Kind != NoticeKind.OneTimeCode);
    }
}

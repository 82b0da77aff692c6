using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access.Sessions;

/// <summary>Các phiên đăng nhập đang mở: begins them, says at each request whether one still lives, and ends them.</summary>
public sealed class OpenSessions(OfficeDbContext db, TimeProvider time)
{
    private const int LongestBrowser = 200;
    private static readonly Duration SeenStep = Duration.FromMinutes(1);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task<Session> BeginAsync(Guid accountId, bool remembered, string address, string browser)
    {
        var now = Now;
        var isStaff = await db.RoleAssignments.AnyAsync(held => held.AccountId == accountId);
        var term = SessionTerm.Of(isStaff, remembered);
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            AccountId = accountId,
            BegunAt = now,
            SeenAt = now,
            IdleEndsAt = now + term.Idle,
            EndsAt = now + term.Whole,
            Address = address,
            Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        return session;
    }

    /// <summary>The session while it lives, with its idle end moved on; null once it was ended or ran out.</summary>
    public async Task<Session?> FindLivingAsync(Guid id, Guid accountId, CancellationToken cancel)
    {
        var now = Now;
        var session = await Living(now).SingleOrDefaultAsync(one => one.Id == id && one.AccountId == accountId, cancel);
        if (session is not null && now - session.SeenAt >= SeenStep)
        {
            var idleEnd = now + (session.IdleEndsAt - session.SeenAt);
            await db
                .Sessions.Where(one => one.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.SeenAt, now).SetProperty(one => one.IdleEndsAt, idleEnd), cancel);
        }

        return session;
    }

    /// <summary>Somebody's living sessions, the last used first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(Guid accountId, CancellationToken cancel) =>
        await Living(Now).Where(one => one.AccountId == accountId).OrderByDescending(one => one.SeenAt).Take(100).ToListAsync(cancel);

    /// <summary>Ends one of somebody's sessions.</summary>
    public Task EndAsync(Guid id, Guid accountId, CancellationToken cancel) =>
        EndAsync(db.Sessions.Where(one => one.Id == id && one.AccountId == accountId), cancel);

    /// <summary>Ends all of somebody's sessions; within the transaction that is open.</summary>
    public Task EndAllAsync(Guid accountId, CancellationToken cancel) => EndAsync(db.Sessions.Where(one => one.AccountId == accountId), cancel);

    /// <summary>Notes that the password was given again.</summary>
    public Task ProvedAsync(Guid id, CancellationToken cancel)
    {
        var now = Now;
        return db.Sessions.Where(one => one.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.ProvedAt, now), cancel);
    }

    private IQueryable<Session> Living(Instant now) => db.Sessions.AsNoTracking().Where(one => one.EndedAt == null && one.EndsAt > now && one.IdleEndsAt > now);

    private Task<int> EndAsync(IQueryable<Session> sessions, CancellationToken cancel)
    {
        var now = Now;
        return sessions.Where(one => one.EndedAt == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now), cancel);
    }
}

using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>What of the security log is looked for; null means all.</summary>
public sealed record SecurityEventFilter(SecurityEventKind? Kind, string? UserName, string? About, Instant? From, Instant? Until);

/// <summary>The security log, the newest first, a page at a time.</summary>
public sealed class SecurityEventsQuery(OfficeDbContext db)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    public async Task<IReadOnlyList<SecurityEvent>> ReadAsync(SecurityEventFilter filter, long? before, CancellationToken cancel)
    {
        var events = db.SecurityEvents.AsNoTracking();
        if (filter.Kind is { } kind)
            events = events.Where(one => one.Kind == kind);
        if (filter.UserName is { Length: > 0 } name)
        {
            var wanted = name.ToUpperInvariant();
            var accounts = await db
                .Users.Where(account => account.NormalizedUserName == wanted || account.NormalizedEmail == wanted)
                .Select(account => (Guid?)account.Id)
                .ToListAsync(cancel);
            events = events.Where(one => accounts.Contains(one.AccountId));
        }

        if (filter.About is { Length: > 0 } about)
            events = events.Where(one => one.About.Contains(about));
        if (filter.From is { } from)
            events = events.Where(one => one.At >= from);
        if (filter.Until is { } until)
            events = events.Where(one => one.At < until);
        if (before is { } last)
            events = events.Where(one => one.Id < last);
        return await events.OrderByDescending(one => one.Id).Take(Size).ToListAsync(cancel);
    }
}

using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access.Security;

/// <summary>Ghi nhật ký an ninh: writes a line at once, and within the transaction that is open when there is one.</summary>
public sealed class SecurityLog(OfficeDbContext db, IHttpContextAccessor http, TimeProvider time)
{
    private const int LongestAbout = 300;

    public Task NoteAsync(SecurityEventKind kind, Account? account, CancellationToken cancel, string about = "") =>
        NoteAsync(kind, account?.Id, account?.DisplayName ?? "", about, cancel);

    public Task NoteAsync(SecurityEventKind kind, Guid? accountId, string name, string about, CancellationToken cancel)
    {
        var at = Instant.FromDateTimeOffset(time.GetUtcNow());
        var address = VisitorAddress.Of(http.HttpContext);
        var cut = about.Length > LongestAbout ? about[..LongestAbout] : about;
        return db.Database.ExecuteSqlAsync(
            $"INSERT INTO security_events (at, kind, account_id, name, address, about) VALUES ({at}, {kind.ToString()}, {accountId}, {name}, {address}, {cut})",
            cancel
        );
    }

    /// <summary>Removes what is older than two years; gives how many.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel)
    {
        var old = Instant.FromDateTimeOffset(time.GetUtcNow()) - Duration.FromDays(2 * 365);
        return db.Database.ExecuteSqlAsync($"DELETE FROM security_events WHERE at < {old}", cancel);
    }
}

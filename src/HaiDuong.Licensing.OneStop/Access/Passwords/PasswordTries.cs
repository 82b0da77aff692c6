using System.Security.Cryptography;
using System.Text;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access.Passwords;

/// <summary>Whose password is tried, and by whom.</summary>
/// <param name="Account">The account, or the name that was typed when there is none: both look the same from outside.</param>
/// <param name="Address">Where the try comes from.</param>
/// <param name="OwnDevice">The device or session that is known to be the account's own; null of a stranger.</param>
public sealed record PasswordTry(string Account, string Address, Guid? OwnDevice);

/// <summary>
/// Slows whoever tries passwords, and never the owner: a wrong try makes the same address wait for the same account, longer each time; many
/// accounts from one address make it wait for all of them. A device on which the owner has logged in before counts for itself alone, and an
/// address that has not failed on an account has its try, so that nobody can shut somebody else out (OWASP ASVS 5, 6.3).
/// </summary>
public sealed class PasswordTries(OfficeDbContext db, TimeProvider time)
{
    /// <summary>Wrong tries without a wait; fewer from each address once many addresses try the account.</summary>
    public const int Free = 5;

    /// <summary>Tries of one address on whatever accounts without a wait.</summary>
    public const int FreeOfAddress = 20;

    private const int ManyStrangers = 20;
    private const int LongestOfAccount = 15 * 60;
    private const int LongestOfAddress = 60;
    private static readonly Duration Forgotten = Duration.FromHours(1);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Counts a try before the password is looked at, so that many at once are not all let through; null, or how long to wait.</summary>
    public async Task<Duration?> BeginAsync(PasswordTry one, CancellationToken cancel)
    {
        if (one.OwnDevice is { } device)
            return await CountAsync(OfDevice(one.Account, device), Free, LongestOfAccount, cancel) is null
                ? await WaitAsync(OfDevice(one.Account, device), cancel)
                : null;
        if (await CountAsync(OfAddress(one.Address), FreeOfAddress, LongestOfAddress, cancel) is null)
            return await WaitAsync(OfAddress(one.Address), cancel);
        var strangers = await CountAsync(OfAccount(one.Account), int.MaxValue, 0, cancel) ?? 0;
        var free = strangers > ManyStrangers ? 1 : Free;
        return await CountAsync(OfPair(one), free, LongestOfAccount, cancel) is null ? await WaitAsync(OfPair(one), cancel) : null;
    }

    /// <summary>Takes back what a right password should not have counted.</summary>
    public async Task WasRightAsync(PasswordTry one, CancellationToken cancel)
    {
        string[] own = [OfPair(one), one.OwnDevice is { } device ? OfDevice(one.Account, device) : ""];
        string[] shared = one.OwnDevice is null ? [OfAddress(one.Address), OfAccount(one.Account)] : [];
        await db.Database.ExecuteSqlAsync($"DELETE FROM password_tries WHERE key = ANY ({own})", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE password_tries SET tries = GREATEST(tries - 1, 0) WHERE key = ANY ({shared})", cancel);
    }

    /// <summary>Removes what counts no more; gives how many.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel)
    {
        var old = Now - Forgotten;
        return db.Database.ExecuteSqlAsync($"DELETE FROM password_tries WHERE last_at < {old}", cancel);
    }

    /// <summary>One statement that counts unless it is too early: after the free tries the wait is 1, 2, 4, … seconds. Null when too early.</summary>
    private async Task<int?> CountAsync(string key, int free, int longest, CancellationToken cancel)
    {
        var (now, old) = (Now, Now - Forgotten);
        var counted = await db
            .Database.SqlQuery<int>(
                $"""
                INSERT INTO password_tries AS t (key, tries, last_at, next_at) VALUES ({key}, 1, {now}, {now})
                ON CONFLICT (key) DO UPDATE SET
                    tries = CASE WHEN t.last_at < {old} THEN 1 ELSE t.tries + 1 END,
                    last_at = {now},
                    next_at = {now} + make_interval(secs => CASE WHEN t.last_at < {old} OR t.tries + 1 < {free} THEN 0
                        ELSE LEAST({longest}, power(2, LEAST(t.tries + 1 - {free}, 16))) END)
                WHERE t.last_at < {old} OR t.next_at <= {now}
                RETURNING tries AS "Value"
                """
            )
            .ToListAsync(cancel);
        return counted.Count > 0 ? counted[0] : null;
    }

    private async Task<Duration> WaitAsync(string key, CancellationToken cancel)
    {
        var next = await db.Database.SqlQuery<Instant>($"""SELECT next_at AS "Value" FROM password_tries WHERE key = {key}""").ToListAsync(cancel);
        return next.Count > 0 && next[0] > Now ? next[0] - Now : Duration.FromSeconds(1);
    }

    private static string OfDevice(string account, Guid device) => $"device:{device:N}:{Short(account)}";

    private static string OfAddress(string address) => $"address:{address}";

    private static string OfAccount(string account) => $"account:{Short(account)}";

    private static string OfPair(PasswordTry one) => $"pair:{one.Address}:{Short(one.Account)}";

    private static string Short(string account) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..32];
}

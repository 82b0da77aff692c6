using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access.Passwords;

/// <summary>What came of a log-in's name and password: the account, or nothing, with the wait when it was tried too often.</summary>
public sealed record NamedProof(Account? Account, Duration? Wait = null);

/// <summary>
/// The one place where a password is compared: at the log-in, before a new password and before signing. A wrong name, a wrong password and
/// a locked account look the same and take the same time, so that nobody learns which accounts exist.
/// </summary>
public sealed class PasswordProof(
    UserManager<Account> accounts,
    IPasswordHasher<Account> hasher,
    PasswordTries tries,
    OwnDevice device,
    IHttpContextAccessor http,
    SecurityLog log
)
{
    private static readonly Account Nobody = new() { DisplayName = "" };
    private static string? hashOfNobody;

    public async Task<NamedProof> OfNameAsync(string name, string password, CancellationToken cancel)
    {
        var account = name.Length is > 0 and <= 256 ? await accounts.FindByNameAsync(name) ?? await accounts.FindByEmailAsync(name) : null;
        var one = new PasswordTry(
            account?.Id.ToString() ?? accounts.NormalizeName(name),
            VisitorAddress.Of(http.HttpContext),
            account is null ? null : device.Of(account.Id)
        );
        if (await tries.BeginAsync(one, cancel) is { } wait)
        {
            await log.NoteAsync(SecurityEventKind.LogInTooOften, account, cancel);
            return new NamedProof(null, wait);
        }

        if (account is null || password.Length > PasswordStrength.Longest || await accounts.IsLockedOutAsync(account))
        {
            hashOfNobody ??= hasher.HashPassword(Nobody, nameof(Nobody));
            hasher.VerifyHashedPassword(Nobody, hashOfNobody, password.Length > PasswordStrength.Longest ? "" : password);
            await log.NoteAsync(SecurityEventKind.LogInFailed, account, cancel);
            return new NamedProof(null);
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await log.NoteAsync(SecurityEventKind.LogInFailed, account, cancel);
            return new NamedProof(null);
        }

        await tries.WasRightAsync(one, cancel);
        device.Remember(account.Id);
        return new NamedProof(account);
    }

    /// <summary>The password of whoever is logged in, given again; the refusal when it is wrong or was tried too often.</summary>
    public async Task<Refusal?> OfOwnerAsync(Account account, Guid? session, string password, string field, CancellationToken cancel)
    {
        var one = new PasswordTry(account.Id.ToString(), VisitorAddress.Of(http.HttpContext), session);
        if (await tries.BeginAsync(one, cancel) is { } wait)
            return new Refusal(nameof(RefusalCode.PasswordTriedTooOften), field, Math.Ceiling(wait.TotalSeconds));
        if (password.Length <= PasswordStrength.Longest && await accounts.CheckPasswordAsync(account, password))
        {
            await tries.WasRightAsync(one, cancel);
            await log.NoteAsync(SecurityEventKind.PasswordGivenAgain, account, cancel);
            return null;
        }

        await log.NoteAsync(SecurityEventKind.PasswordWrong, account, cancel);
        return new Refusal(nameof(RefusalCode.PasswordWrong), field);
    }
}

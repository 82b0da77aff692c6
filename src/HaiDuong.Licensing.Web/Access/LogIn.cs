using Microsoft.AspNetCore.Identity;

namespace HaiDuong.Licensing.Web.Access;

/// <summary>
/// Đăng nhập: by user name or e-mail address and password. A wrong name, a wrong password and a locked account all look the same and take
/// the same time, so that nobody learns which accounts exist.
/// </summary>
public sealed class LogIn(SignInManager<Account> signIn, UserManager<Account> accounts, IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new() { DisplayName = "" };
    private static string? hashOfNobody;

    /// <summary>The account that is logged in now; null when it was not.</summary>
    public async Task<Account?> TryAsync(string name, string password, bool remember)
    {
        var account = await accounts.FindByNameAsync(name) ?? await accounts.FindByEmailAsync(name);
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            hashOfNobody ??= hasher.HashPassword(Nobody, nameof(Nobody));
            hasher.VerifyHashedPassword(Nobody, hashOfNobody, password);
            return null;
        }

        var result = await signIn.PasswordSignInAsync(account, password, remember, lockoutOnFailure: true);
        return result.Succeeded ? account : null;
    }

    /// <summary>Logs a new account in without asking for the password again.</summary>
    public Task EnterAsync(Account account) => signIn.SignInAsync(account, isPersistent: false);

    /// <summary>Keeps this session after a change that ended all others.</summary>
    public async Task StayAsync(Guid accountId)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is { } account)
            await signIn.RefreshSignInAsync(account);
    }

    public Task LeaveAsync() => signIn.SignOutAsync();
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Access.Passwords;

/// <summary>Đổi mật khẩu của mình: asks for the present one, and ends every session that the old one began.</summary>
public sealed class OwnPassword(OfficeDbContext db, UserManager<Account> accounts, PasswordProof proof, OpenSessions sessions, OfficeClock clock)
{
    public async Task<IReadOnlyList<Refusal>> ChangeAsync(Guid accountId, Guid? session, string old, string password, string again, CancellationToken cancel)
    {
        var account = await db.Users.SingleAsync(user => user.Id == accountId, cancel);
        if (password != again)
            return [new Refusal(nameof(RefusalCode.PasswordsDiffer), "passwordAgain")];
        if (password == old)
            return [new Refusal(nameof(RefusalCode.PasswordUnchanged), "password")];
        if (await proof.OfOwnerAsync(account, session, old, "old", cancel) is { } refusal)
            return [refusal];
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (PasswordRules.Refusals(await accounts.ChangePasswordAsync(account, old, password)) is { Count: > 0 } weak)
            return weak;
        account.PasswordIsTemporary = false;
        db.AccessChanges.Add(
            new AccessChange
            {
                At = clock.Now,
                AccountId = accountId,
                ByName = account.DisplayName,
                What = AccessChangeKind.PasswordChanged,
            }
        );
        await db.SaveChangesAsync(cancel);
        await sessions.EndAllAsync(accountId, cancel);
        await transaction.CommitAsync(cancel);
        return [];
    }
}

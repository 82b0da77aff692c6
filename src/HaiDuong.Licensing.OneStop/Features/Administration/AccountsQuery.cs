using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>A role that an account holds or held.</summary>
public sealed record HeldRole(StaffRole Role, string Unit, LocalDate From, LocalDate? To);

/// <summary>A staff account with its roles.</summary>
public sealed record AccountRow(Guid Id, string UserName, string Name, bool Locked, IReadOnlyList<HeldRole> Roles);

/// <summary>The staff accounts by user name, a page at a time.</summary>
public sealed class AccountsQuery(OfficeDbContext db, IClock clock)
{
    private const int Size = 50;

    public async Task<IReadOnlyList<AccountRow>> ReadAsync(string? after, CancellationToken cancel)
    {
        var accounts = db.Users.AsNoTracking().Where(account => db.RoleAssignments.Any(held => held.AccountId == account.Id));
        if (after is { Length: > 0 })
            accounts = accounts.Where(account => account.NormalizedUserName!.CompareTo(after) > 0);
        var found = await accounts
            .OrderBy(account => account.NormalizedUserName)
            .Take(Size)
            .Select(account => new
            {
                account.Id,
                account.UserName,
                account.DisplayName,
                account.LockoutEnd,
            })
            .ToListAsync(cancel);
        List<Guid> ids = [.. found.Select(account => account.Id)];
        var roles = (await db.RoleAssignments.AsNoTracking().Where(held => ids.Contains(held.AccountId)).ToListAsync(cancel)).ToLookup(held => held.AccountId);
        var now = clock.GetCurrentInstant().ToDateTimeOffset();
        return
        [
            .. found.Select(account => new AccountRow(
                account.Id,
                account.UserName ?? "",
                account.DisplayName,
                account.LockoutEnd > now,
                [.. roles[account.Id].OrderBy(held => held.ValidFrom).Select(held => new HeldRole(held.Role, held.Unit, held.ValidFrom, held.ValidTo))]
            )),
        ];
    }

    public static bool IsFull(IReadOnlyList<AccountRow> rows) => rows.Count == Size;
}

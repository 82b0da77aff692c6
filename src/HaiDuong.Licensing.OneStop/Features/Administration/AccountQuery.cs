using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>A role of an account that can be ended.</summary>
public sealed record AccountRole(Guid Id, StaffRole Role, string Unit, LocalDate From, LocalDate? To);

/// <summary>A staff account as its page shows it; the newest change first.</summary>
public sealed record AccountDetails(
    string UserName,
    string Name,
    string? Email,
    string? Phone,
    bool IsLocked,
    IReadOnlyList<AccountRole> Roles,
    IReadOnlyList<AccessChange> Changes
);

/// <summary>One staff account; an applicant's account is not found.</summary>
public sealed class AccountQuery(OfficeDbContext db, OfficeClock clock)
{
    public async Task<AccountDetails?> ReadAsync(Guid id, CancellationToken cancel)
    {
        var roles = await db
            .RoleAssignments.AsNoTracking()
            .Where(held => held.AccountId == id)
            .OrderBy(held => held.ValidFrom)
            .Select(held => new AccountRole(held.Id, held.Role, held.Unit, held.ValidFrom, held.ValidTo))
            .ToListAsync(cancel);
        var account = roles.Count == 0 ? null : await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancel);
        if (account is null)
            return null;
        var changes = await db.AccessChanges.AsNoTracking().Where(change => change.AccountId == id).OrderByDescending(change => change.Id).ToListAsync(cancel);
        return new AccountDetails(
            account.UserName ?? "",
            account.DisplayName,
            account.Email,
            account.PhoneNumber,
            account.LockoutEnd > clock.Now.ToDateTimeOffset(),
            roles,
            changes
        );
    }
}

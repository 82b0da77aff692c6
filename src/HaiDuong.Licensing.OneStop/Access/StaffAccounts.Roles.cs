using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Vai trò: which desks somebody holds, from when until when.</summary>
public sealed partial class StaffAccounts
{
    public Task<StaffAccountResult> GiveRoleAsync(Guid accountId, RoleHolding holding, LocalDate from, Actor by, CancellationToken cancel) =>
        OnceAsync(
            accountId,
            by,
            async () =>
            {
                var refusals = CheckHolding(holding, from).ToList();
                if (
                    await db.RoleAssignments.AnyAsync(
                        held =>
                            held.AccountId == accountId
                            && held.Role == holding.Role
                            && held.Unit == holding.Unit
                            && (held.ValidTo == null || held.ValidTo >= from),
                        cancel
                    )
                )
                    refusals.Add(new Refusal(nameof(RefusalCode.RoleHeldAlready), "role"));
                if (refusals.Count > 0)
                    return new StaffAccountResult(accountId, refusals);
                Give(accountId, holding, from, by.Name);
                await SaveAsync(accountId, by.Name, AccessChangeKind.RoleGiven, cancel);
                return new StaffAccountResult(accountId, []);
            },
            cancel
        );

    /// <summary>Ends a role after its last day, which is not before yesterday: what somebody could do on a day gone by stays true.</summary>
    public Task<StaffAccountResult> EndRoleAsync(Guid accountId, Guid assignmentId, LocalDate lastDay, Actor by, CancellationToken cancel) =>
        OnceAsync(
            accountId,
            by,
            async () =>
            {
                var held = await db.RoleAssignments.SingleOrDefaultAsync(role => role.Id == assignmentId && role.AccountId == accountId, cancel);
                if (held is null)
                    return new StaffAccountResult(accountId, [new Refusal(nameof(RefusalCode.RoleRequired), "role")]);
                if (held.ValidTo is { } ended)
                    return new StaffAccountResult(accountId, [new Refusal(nameof(RefusalCode.RoleEndedAlready), "role", ended)]);
                if (lastDay < clock.Today.PlusDays(-1))
                    return new StaffAccountResult(accountId, [new Refusal(nameof(RefusalCode.RoleEndsInPast), "lastDay", clock.Today.PlusDays(-1))]);
                if (held.Role == StaffRole.Administrator && !await OtherAdministratorAsync(accountId, cancel))
                    return new StaffAccountResult(accountId, [new Refusal(nameof(RefusalCode.LastAdministrator))]);
                held.ValidTo = lastDay;
                Note(accountId, AccessChangeKind.RoleEnded, by.Name, new RoleHolding(held.Role, held.Unit), lastDay);
                await SaveAsync(accountId, by.Name, AccessChangeKind.RoleEnded, cancel);
                return new StaffAccountResult(accountId, []);
            },
            cancel
        );

    /// <summary>Lets the roles of ended units go on in their successors, from one to the next, each with its days; gives how many moved.</summary>
    public async Task<int> MoveRolesAsync(IReadOnlyList<string> ended, CancellationToken cancel)
    {
        var today = clock.Today;
        var held = await db.RoleAssignments.Where(role => role.ValidTo == null || role.ValidTo >= today).ToListAsync(cancel);
        var moved = 0;
        foreach (var role in held.Where(role => ended.Contains(role.Unit)).ToList())
        {
            if (RoleSuccession.Of(role, catalogue.Organisation, today) is not { Count: > 0 } terms)
                continue;
            var last = catalogue.Organisation.Find(role.Unit)!.ValidTo!.Value;
            Note(role.AccountId, AccessChangeKind.RoleEnded, Actor.System.Name, new RoleHolding(role.Role, role.Unit), last);
            if (role.ValidFrom > last)
                db.RoleAssignments.Remove(role);
            else
                role.ValidTo = last;
            foreach (
                var term in terms.Where(term =>
                    !held.Exists(other =>
                        other.AccountId == term.AccountId
                        && other.Role == term.Role
                        && other.Unit == term.Unit
                        && other.ValidFrom <= term.ValidFrom
                        && other.ValidTo == term.ValidTo
                    )
                )
            )
            {
                held.Add(term);
                db.RoleAssignments.Add(term);
                Note(term.AccountId, AccessChangeKind.RoleGiven, Actor.System.Name, new RoleHolding(term.Role, term.Unit), term.ValidFrom);
            }

            moved++;
        }

        await db.SaveChangesAsync(cancel);
        return moved;
    }

    private IEnumerable<Refusal> CheckHolding(RoleHolding holding, LocalDate from)
    {
        foreach (var refusal in RolePlaces.Check(holding, catalogue.Organisation, Agencies().Keys.ToHashSet(StringComparer.Ordinal), from))
            yield return refusal;
        if (from < clock.Today)
            yield return new Refusal(nameof(RefusalCode.RoleBeginsInPast), "from", clock.Today);
    }

    private void Give(Guid accountId, RoleHolding holding, LocalDate from, string byName)
    {
        db.RoleAssignments.Add(
            new RoleAssignment
            {
                Id = Guid.CreateVersion7(),
                AccountId = accountId,
                Role = holding.Role,
                Unit = holding.Unit,
                TitleKey = holding.Role == StaffRole.Leader ? holding.TitleKey : null,
                ValidFrom = from,
            }
        );
        Note(accountId, AccessChangeKind.RoleGiven, byName, holding, from);
    }

    private async Task<bool> OtherAdministratorAsync(Guid accountId, CancellationToken cancel)
    {
        var today = clock.Today;
        var now = clock.Now.ToDateTimeOffset();
        return await db.RoleAssignments.AnyAsync(
            held =>
                held.Role == StaffRole.Administrator
                && held.AccountId != accountId
                && held.ValidFrom <= today
                && held.ValidTo == null
                && db.Users.Any(user => user.Id == held.AccountId && (user.LockoutEnd == null || user.LockoutEnd < now)),
            cancel
        );
    }
}

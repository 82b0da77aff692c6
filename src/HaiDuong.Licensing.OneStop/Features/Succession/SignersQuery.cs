using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Succession;

/// <summary>Người ký: who signed for an office on a day, under which block, since when and until when.</summary>
public sealed record Signer(string Unit, string Name, string? TitleKey, LocalDate From, LocalDate? To);

/// <summary>The leaders of every office on a day.</summary>
public sealed class SignersQuery(OfficeDbContext db)
{
    public async Task<IReadOnlyList<Signer>> ReadAsync(LocalDate day, CancellationToken cancel) =>
        await db
            .RoleAssignments.AsNoTracking()
            .Where(held => held.Role == StaffRole.Leader && held.ValidFrom <= day && (held.ValidTo == null || held.ValidTo >= day))
            .Join(
                db.Users,
                held => held.AccountId,
                account => account.Id,
                (held, account) => new Signer(held.Unit, account.DisplayName, held.TitleKey, held.ValidFrom, held.ValidTo)
            )
            .ToListAsync(cancel);
}

using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Người giữ vai trò: somebody who holds a role between two days, as it was given to them or in another person's place.</summary>
public sealed class DeskHolder
{
    public required Guid AccountId { get; init; }

    public required string Role { get; init; }

    public required string Unit { get; init; }

    public string? TitleKey { get; init; }

    public required LocalDate ValidFrom { get; init; }

    public LocalDate? ValidTo { get; init; }

    /// <summary>The fact by which it is held for another; null for one's own.</summary>
    public long? StandInId { get; init; }

    /// <summary>All that is held on a day.</summary>
    public static IQueryable<DeskHolder> On(LocalDate day, OfficeDbContext db) =>
        db
            .Database.SqlQuery<DeskHolder>($"SELECT account_id, role, unit, title_key, valid_from, valid_to, stand_in_id FROM held_roles")
            .Where(held => held.ValidFrom <= day && (held.ValidTo == null || held.ValidTo >= day));
}

using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>Vai trò đang giữ: a role of somebody between two days, as the office gave it.</summary>
public sealed record DatedRole(Guid AccountId, RoleHolding Holding, LocalDate From, LocalDate? To)
{
    public bool IsOn(LocalDate day) => From <= day && (To is null || day <= To);
}

/// <summary>Các lần vắng mặt và giao thay: what stands of all that was recorded, on any day, as it was known at any moment.</summary>
public sealed class StandIns(IReadOnlyList<StandIn> recorded)
{
    /// <summary>What stands: no later fact replaced it, and it does not say that there was nothing.</summary>
    /// <param name="known">As it was known at that moment; null is now.</param>
    public IEnumerable<StandIn> Standing(LocalDateTime? known = null)
    {
        var seen = recorded.Where(fact => known is null || fact.RecordedAt <= known).ToList();
        var replaced = seen.Select(fact => fact.Replaces).OfType<long>().ToHashSet();
        return seen.Where(fact => !fact.IsWithdrawn && !replaced.Contains(fact.Id));
    }

    public IEnumerable<StandIn> On(LocalDate day, LocalDateTime? known = null) => Standing(known).Where(fact => fact.IsOn(day));

    /// <summary>Ai làm được gì trong một ngày: what somebody held on a day, their own roles first, then those of others.</summary>
    public IReadOnlyList<RoleHolding> HeldBy(Guid account, IReadOnlyList<DatedRole> given, LocalDate day, LocalDateTime? known = null) =>
        [
            .. given.Where(role => role.AccountId == account && role.IsOn(day)).Select(role => role.Holding),
            .. from fact in On(day, known)
            where fact.SubstituteId == account
            from role in given
            where role.AccountId == fact.PersonId && role.IsOn(day) && fact.Concerns(role.Holding.Role)
            select role.Holding with
            {
                By = fact.ToMandate(),
            },
        ];
}

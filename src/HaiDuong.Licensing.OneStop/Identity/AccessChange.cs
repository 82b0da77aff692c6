using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Identity;

/// <summary>What was done to an account.</summary>
public enum AccessChangeKind
{
    Opened,
    RoleGiven,
    RoleEnded,
    PasswordReset,
    PasswordChanged,
    Locked,
    Unlocked,
}

/// <summary>Nhật ký tài khoản: one line of who changed whose access; only added to.</summary>
public sealed class AccessChange
{
    public long Id { get; init; }

    public required Instant At { get; init; }

    public required Guid AccountId { get; init; }

    public required string ByName { get; init; }

    public required AccessChangeKind What { get; init; }

    public StaffRole? Role { get; init; }

    public string? Unit { get; init; }

    /// <summary>The first day of a role given, the last day of a role ended.</summary>
    public LocalDate? Day { get; init; }
}

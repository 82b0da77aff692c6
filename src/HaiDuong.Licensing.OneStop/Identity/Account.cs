using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Identity;

/// <summary>Tài khoản: somebody who can log in, staff or applicant. What they may do follows from their role assignments.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary>For applicants: prefilled into their dossiers.</summary>
    public string? IdentityNumber { get; set; }

    /// <summary>For applicants: who the number names.</summary>
    public ApplicantKind? ApplicantKind { get; set; }

    public string? Address { get; set; }

    /// <summary>The language that the person chose last for the pages, in which mails go to them: <c>en</c>; null is Vietnamese.</summary>
    public string? Language { get; set; }

    /// <summary>The administrator made the password; it is changed at the next log-in.</summary>
    public bool PasswordIsTemporary { get; set; }
}

/// <summary>Phân vai: a role held by an account in one unit between two dates; dated, so that what somebody could do on a day can be told later.</summary>
public sealed class RoleAssignment
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required StaffRole Role { get; init; }

    public required string Unit { get; init; }

    /// <summary>For leaders: the signature block they sign under.</summary>
    public string? TitleKey { get; init; }

    public required LocalDate ValidFrom { get; init; }

    public LocalDate? ValidTo { get; set; }
}

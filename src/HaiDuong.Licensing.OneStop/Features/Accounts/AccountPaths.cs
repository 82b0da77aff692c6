using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.OneStop.Features.Accounts;

/// <summary>Where people go first after they have logged in.</summary>
internal static class AccountPaths
{
    public const string ApplicantHome = "/ho-so-cua-toi";

    /// <summary>The desk of the one role somebody holds; whoever holds several sees all their work by its due date.</summary>
    public static string HomeOf(Actor actor) =>
        actor.Roles.Select(held => held.Role).Distinct().ToList() switch
        {
            [StaffRole.Applicant] => ApplicantHome,
            [StaffRole.CounterClerk] => "/mot-cua",
            [StaffRole.Leader] => "/ky",
            [StaffRole.RegistryClerk] => "/phat-hanh",
            [StaffRole.Administrator] => "/quan-tri",
            _ => "/viec-cua-toi",
        };
}

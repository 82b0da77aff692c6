namespace HaiDuong.Licensing.Web.Features.Accounts;

/// <summary>Where people go first after they have logged in.</summary>
internal static class AccountPaths
{
    public const string StaffHome = "/viec-cua-toi";
    public const string ApplicantHome = "/ho-so-cua-toi";
}

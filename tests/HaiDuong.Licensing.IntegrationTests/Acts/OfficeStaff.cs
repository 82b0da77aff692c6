using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>An account for every desk that a publishing permit passes; accounts are named by their role.</summary>
internal static class OfficeStaff
{
    public const string Division = Units.Press;
    public const string Address = "to-chuc@example.vn";

    public static readonly Actor Clerk = Holder(1, "First clerk", StaffRole.CounterClerk, Units.Counter);
    public static readonly Actor OtherClerk = Holder(2, "Second clerk", StaffRole.CounterClerk, Units.Counter);
    public static readonly Actor Head = Holder(3, "Division head", StaffRole.DivisionHead, Division);
    public static readonly Actor Specialist = Holder(4, "Specialist", StaffRole.Specialist, Division);
    public static readonly Actor Accountant = Holder(5, "Accountant", StaffRole.Accountant, Units.Finance);
    public static readonly Actor Leader = Holder(6, "Director", StaffRole.Leader, Units.Leadership, "director");
    public static readonly Actor Registry = Holder(7, "Registry clerk", StaffRole.RegistryClerk, Units.Bureau);

    public static IReadOnlyList<Actor> All { get; } = [Clerk, OtherClerk, Head, Specialist, Accountant, Leader, Registry];

    public static async Task EngageAsync(OfficeDbContext db)
    {
        foreach (var actor in All)
        {
            var id = actor.AccountId!.Value;
            var account = new Account
            {
                Id = id,
                DisplayName = actor.Name,
                UserName = $"staff{id.ToString()[^1]}",
                SecurityStamp = id.ToString("N"),
            };
            account.NormalizedUserName = account.UserName.ToUpperInvariant();
            db.Users.Add(account);
            db.RoleAssignments.AddRange(
                actor.Roles.Select(held => new RoleAssignment
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = id,
                    Role = held.Role,
                    Unit = held.Unit,
                    TitleKey = held.TitleKey,
                    ValidFrom = new LocalDate(2020, 1, 1),
                })
            );
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The visitor who filed this dossier.</summary>
    public static Actor ApplicantOf(Guid id) => Actor.ApplicantOf(id, "Applicant");

    private static Actor Holder(byte number, string name, StaffRole role, string unit, string? titleKey = null) =>
        new(new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number), name, [new RoleHolding(role, unit, titleKey)]);
}

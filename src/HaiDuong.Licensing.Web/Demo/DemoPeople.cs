using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Demo;

/// <summary>One account of the demo office: its name is its role, and so is its display name (in SampleTexts).</summary>
public sealed record DemoPerson(string UserName, RoleHolding? Holding, string? IdentityNumber = null)
{
    public string DisplayName => SampleTexts.Get($"person.{UserName}");
}

/// <summary>The accounts of the demo office, all with one password that everybody may know.</summary>
public static class DemoPeople
{
    public const string Password = "mot-cua-dien-tu";
    public const string Applicant = "nguoi-nop";
    public const string Enterprise = "doanh-nghiep";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("mot-cua", new(StaffRole.CounterClerk, OfficeUnits.Counter)),
        new("mot-cua-2", new(StaffRole.CounterClerk, OfficeUnits.Counter)),
        new("chuyen-vien-bao-chi", new(StaffRole.Specialist, "press-publishing")),
        new("truong-phong-bao-chi", new(StaffRole.DivisionHead, "press-publishing")),
        new("chuyen-vien-vien-thong", new(StaffRole.Specialist, "post-telecom")),
        new("truong-phong-vien-thong", new(StaffRole.DivisionHead, "post-telecom")),
        new("chuyen-vien-cong-nghe", new(StaffRole.Specialist, "information-technology")),
        new("truong-phong-cong-nghe", new(StaffRole.DivisionHead, "information-technology")),
        new("thanh-tra-vien", new(StaffRole.Specialist, "inspectorate")),
        new("chanh-thanh-tra", new(StaffRole.DivisionHead, "inspectorate")),
        new("giam-doc", new(StaffRole.Leader, OfficeUnits.Leadership, "director")),
        new("pho-giam-doc", new(StaffRole.Leader, OfficeUnits.Leadership, "deputyDirector")),
        new("van-thu", new(StaffRole.RegistryClerk, OfficeUnits.Bureau)),
        new("ke-toan", new(StaffRole.Accountant, OfficeUnits.Finance)),
        new("thanh-tra", new(StaffRole.Inspector, "inspectorate")),
        new("trung-tam", new(StaffRole.CentreLeader, OfficeUnits.Counter)),
        new("quan-tri", new(StaffRole.Administrator, OfficeUnits.Bureau)),
        new("huyen", new(StaffRole.ConsultedAgency, "district")),
        new("so-xay-dung", new(StaffRole.ConsultedAgency, "construction")),
        new("quan-su", new(StaffRole.ConsultedAgency, "military")),
        new("so-ngoai-vu", new(StaffRole.ConsultedAgency, "foreignAffairs")),
        new("uy-ban-tinh", new(StaffRole.ConsultedAgency, "province")),
        new("tuyen-giao", new(StaffRole.ConsultedAgency, "propaganda")),
        new("hoi-nha-bao", new(StaffRole.ConsultedAgency, "journalists")),
        new("so-tai-chinh", new(StaffRole.ConsultedAgency, "finance")),
        new("so-ke-hoach", new(StaffRole.ConsultedAgency, "planning")),
        new("cong-an", new(StaffRole.ConsultedAgency, "police")),
        new(Applicant, null, "030085001234"),
        new(Enterprise, null, "0899526013"),
    ];

    /// <summary>Makes all accounts at once; their roles hold since a year before <paramref name="today"/>.</summary>
    public static async Task CreateAsync(IServiceProvider desk, LocalDate today, CancellationToken cancel)
    {
        var db = desk.GetRequiredService<OfficeDbContext>();
        var names = desk.GetRequiredService<ILookupNormalizer>();
        string? hash = null;
        foreach (var person in All)
        {
            var account = AccountOf(person, names);
            // One password, so hashed once: twenty times would be felt at the first start.
            account.PasswordHash = hash ??= desk.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password);
            db.Users.Add(account);
            if (person.Holding is { } held)
                db.RoleAssignments.Add(new RoleAssignment { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = held.Role, Unit = held.Unit, TitleKey = held.TitleKey, ValidFrom = today.PlusYears(-1) });
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Everybody by user name, as they act.</summary>
    public static async Task<IReadOnlyDictionary<string, Actor>> ActorsAsync(OfficeDbContext db, CancellationToken cancel)
    {
        var ids = await db.Users.AsNoTracking().ToDictionaryAsync(account => account.UserName!, account => account.Id, StringComparer.Ordinal, cancel);
        return All.ToDictionary(
            person => person.UserName,
            person => person.Holding is { } held
                ? new Actor(ids[person.UserName], person.DisplayName, [held])
                : Actor.ApplicantNamed(person.DisplayName, ids[person.UserName]),
            StringComparer.Ordinal);
    }

    private static Account AccountOf(DemoPerson person, ILookupNormalizer names)
    {
        var email = $"{person.UserName}@mot-cua.example";
        return new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = person.UserName,
            NormalizedUserName = names.NormalizeName(person.UserName),
            Email = email,
            NormalizedEmail = names.NormalizeEmail(email),
            EmailConfirmed = true,
            DisplayName = person.DisplayName,
            IdentityNumber = person.IdentityNumber,
            PhoneNumber = person.IdentityNumber is null ? null : SampleTexts.Get("phone.default"),
            Address = person.IdentityNumber is null ? null : SampleTexts.Get("address.default"),
            LockoutEnabled = true,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
        };
    }
}

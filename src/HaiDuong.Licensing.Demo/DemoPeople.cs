using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>
/// One account of the demo office: its name is its role, and so is its display name (in SampleTexts). The post is told by the unit of the first
/// department; it is held in whatever unit has that work on a day, and a desk that a department has once is held in every department.
/// </summary>
public sealed record DemoPerson(string UserName, RoleHolding? Post, string? IdentityNumber = null)
{
    public string DisplayName => SampleTexts.Get($"person.{UserName}");
}

/// <summary>The accounts of the demo office, all with one password that everybody may know.</summary>
public static class DemoPeople
{
    public const string Password = "mot-cua-dien-tu";
    public const string Applicant = "nguoi-nop";
    public const string Enterprise = "doanh-nghiep";
    private const string Counter = "service-centre";
    private const string Leadership = "leadership";
    private const string Bureau = "office";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("mot-cua", new(StaffRole.CounterClerk, Counter)),
        new("mot-cua-2", new(StaffRole.CounterClerk, Counter)),
        new("chuyen-vien-bao-chi", new(StaffRole.Specialist, "press-publishing")),
        new("truong-phong-bao-chi", new(StaffRole.DivisionHead, "press-publishing")),
        new("chuyen-vien-vien-thong", new(StaffRole.Specialist, "post-telecom")),
        new("truong-phong-vien-thong", new(StaffRole.DivisionHead, "post-telecom")),
        new("chuyen-vien-cong-nghe", new(StaffRole.Specialist, "information-technology")),
        new("truong-phong-cong-nghe", new(StaffRole.DivisionHead, "information-technology")),
        new("thanh-tra-vien", new(StaffRole.Specialist, "inspectorate")),
        new("chanh-thanh-tra", new(StaffRole.DivisionHead, "inspectorate")),
        new("giam-doc", new(StaffRole.Leader, Leadership, "director")),
        new("pho-giam-doc", new(StaffRole.Leader, Leadership, "deputyDirector")),
        new("van-thu", new(StaffRole.RegistryClerk, Bureau)),
        new("ke-toan", new(StaffRole.Accountant, "planning-finance")),
        new("thanh-tra", new(StaffRole.Inspector, "inspectorate")),
        new("trung-tam", new(StaffRole.CentreLeader, Counter)),
        new("quan-tri", new(StaffRole.Administrator, Bureau)),
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

    /// <summary>
    /// Makes all accounts at once; their roles hold since a year before <paramref name="today"/>, and in whatever units follow up to another day.
    /// </summary>
    public static async Task CreateAsync(IServiceProvider desk, LocalDate today, LocalDate until, CancellationToken cancel)
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
            if (person.Post is { } post)
                db.RoleAssignments.AddRange(Terms(desk.GetRequiredService<ProcedureCatalogue>().Organisation, post, account.Id, today.PlusYears(-1), until));
        }

        db.StandIns.Add(Mandate(db.Users.Local.ToDictionary(account => account.UserName!), today.PlusYears(-1)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The director gives the deputy the signature, as every office does in its rules of work.</summary>
    private static StandIn Mandate(Dictionary<string, Account> accounts, LocalDate day) =>
        new()
        {
            PersonId = accounts["giam-doc"].Id,
            PersonName = accounts["giam-doc"].DisplayName,
            IsAway = false,
            SubstituteId = accounts["pho-giam-doc"].Id,
            SubstituteName = accounts["pho-giam-doc"].DisplayName,
            Role = StaffRole.Leader,
            ValidFrom = day,
            Form = SigningForm.InPlaceOf,
            Position = "PHÓ GIÁM ĐỐC",
            DocumentNumber = "15/QĐ-STTTT",
            DocumentDate = day,
            RecordedAt = day.AtMidnight(),
            RecordedById = null,
            RecordedBy = Actor.System.Name,
        };

    /// <summary>Everybody by user name, as they act.</summary>
    public static async Task<IReadOnlyDictionary<string, Actor>> ActorsAsync(OfficeDbContext db, CancellationToken cancel)
    {
        var ids = await db.Users.AsNoTracking().ToDictionaryAsync(account => account.UserName!, account => account.Id, StringComparer.Ordinal, cancel);
        var given = (await db.RoleAssignments.AsNoTracking().ToListAsync(cancel)).ToLookup(
            held => held.AccountId,
            held => new RoleHolding(held.Role, held.Unit, held.TitleKey)
        );
        var facts = await db.StandIns.AsNoTracking().Where(fact => fact.SubstituteId != null).ToListAsync(cancel);
        var roles = ids
            .Values.SelectMany(id => given[id].Select(held => (Account: id, Held: held)))
            .Concat(
                from fact in facts
                let mandate = fact.ToMandate()
                from held in given[fact.PersonId]
                where fact.Concerns(held.Role)
                select (Account: fact.SubstituteId!.Value, Held: held with { By = mandate })
            )
            .ToLookup(one => one.Account, one => one.Held);
        return All.ToDictionary(
            person => person.UserName,
            person =>
                person.Post is not null
                    ? new Actor(ids[person.UserName], person.DisplayName, [.. roles[ids[person.UserName]].Distinct()])
                    : Actor.ApplicantNamed(person.DisplayName, ids[person.UserName]),
            StringComparer.Ordinal
        );
    }

    /// <summary>The post through the successions of a stretch of time: in each unit from its first to its last day.</summary>
    private static IEnumerable<RoleAssignment> Terms(Organisation organisation, RoleHolding post, Guid account, LocalDate from, LocalDate until)
    {
        LocalDate[] begins = [from, .. organisation.ChangeDays.Where(day => day > from && day <= until)];
        return begins
            .SelectMany(
                (begin, index) =>
                    UnitsOf(organisation, post, begin)
                        .Select(unit => (Unit: unit, From: begin, To: index + 1 < begins.Length ? begins[index + 1].PlusDays(-1) : (LocalDate?)null))
            )
            .GroupBy(term => term.Unit, StringComparer.Ordinal)
            .Select(terms => new RoleAssignment
            {
                Id = Guid.CreateVersion7(),
                AccountId = account,
                Role = post.Role,
                Unit = terms.Key,
                TitleKey = post.TitleKey,
                ValidFrom = terms.First().From,
                ValidTo = terms.Last().To,
            });
    }

    private static List<string> UnitsOf(Organisation organisation, RoleHolding post, LocalDate day)
    {
        var desks = organisation
            .Offices.Where(office => office.Exists(day) && office.Desks.ContainsKey(post.Role))
            .Select(office => office.Desks[post.Role])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return desks.Count > 0 ? desks : [organisation.KeyOn(post.Unit, day)];
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
            ApplicantKind =
                person.IdentityNumber is not { } number ? null
                : IdentityRules.IsIdentityNumber(number) ? ApplicantKind.Individual
                : ApplicantKind.Organisation,
            PhoneNumber = person.IdentityNumber is null ? null : SampleTexts.Get("phone.default"),
            Address = person.IdentityNumber is null ? null : SampleTexts.Get("address.default"),
            LockoutEnabled = true,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
        };
    }
}

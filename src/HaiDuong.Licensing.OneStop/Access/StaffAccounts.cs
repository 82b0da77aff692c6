using System.Security.Cryptography;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>What the administrator tells about a new member of staff.</summary>
public sealed record StaffAccountRequest(string UserName, string Name, string Email, string Phone, RoleHolding Holding, LocalDate From);

/// <summary>What came of a change of an account: every reason why not, or the account, with the password that was made for it where one was.</summary>
public sealed record StaffAccountResult(Guid AccountId, IReadOnlyList<Refusal> Refusals, string? TemporaryPassword = null)
{
    public bool Done => Refusals.Count == 0;
}

/// <summary>
/// Quản lý tài khoản cán bộ: opens accounts, gives and ends roles, makes new passwords, locks. Each change leaves its line in the same transaction.
/// </summary>
public sealed partial class StaffAccounts(
    OfficeDbContext db,
    UserManager<Account> accounts,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    OpenSessions sessions,
    SecurityLog log,
    OncePerForm once
)
{
    // Without the letters and digits that are mistaken for each other on paper.
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    public Task<StaffAccountResult> OpenAsync(StaffAccountRequest request, Actor by, CancellationToken cancel) =>
        OnceAsync(
            Guid.Empty,
            by,
            async () =>
            {
                var refusals = Check(request).Concat(CheckHolding(request.Holding, request.From)).ToList();
                if (await accounts.FindByNameAsync(request.UserName) is not null)
                    refusals.Add(new Refusal(nameof(RefusalCode.UserNameTaken), "userName"));
                if (request.Email.Length > 0 && await accounts.FindByEmailAsync(request.Email) is not null)
                    refusals.Add(new Refusal(nameof(RefusalCode.EmailTaken), "email"));
                if (refusals.Count > 0)
                    return new StaffAccountResult(Guid.Empty, refusals);
                var account = new Account
                {
                    Id = Guid.CreateVersion7(),
                    UserName = request.UserName,
                    DisplayName = request.Name,
                    Email = request.Email.Length > 0 ? request.Email : null,
                    PhoneNumber = request.Phone.Length > 0 ? request.Phone : null,
                    LockoutEnabled = true,
                    PasswordIsTemporary = true,
                };
                var password = NewPassword();
                var made = await accounts.CreateAsync(account, password);
                if (!made.Succeeded)
                    return new StaffAccountResult(Guid.Empty, [new Refusal(nameof(RefusalCode.UserNameTaken), "userName")]);
                Note(account.Id, AccessChangeKind.Opened, by.Name);
                Give(account.Id, request.Holding, request.From, by.Name);
                await SaveAsync(account.Id, by.Name, AccessChangeKind.Opened, cancel);
                return new StaffAccountResult(account.Id, [], password);
            },
            cancel
        );

    public Task<StaffAccountResult> ResetPasswordAsync(Guid accountId, Actor by, CancellationToken cancel) =>
        OnceAsync(
            accountId,
            by,
            async () =>
            {
                var account = await db.Users.SingleAsync(user => user.Id == accountId, cancel);
                var password = NewPassword();
                account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
                account.PasswordIsTemporary = true;
                Note(accountId, AccessChangeKind.PasswordReset, by.Name);
                await accounts.UpdateSecurityStampAsync(account);
                await SaveAsync(accountId, by.Name, AccessChangeKind.PasswordReset, cancel);
                await sessions.EndAllAsync(accountId, cancel);
                return new StaffAccountResult(accountId, [], password);
            },
            cancel
        );

    /// <summary>Locks an account until it is opened again, and ends its sessions; or opens it.</summary>
    public Task<StaffAccountResult> LockAsync(Guid accountId, bool isLocked, Actor by, CancellationToken cancel) =>
        OnceAsync(
            accountId,
            by,
            async () =>
            {
                if (isLocked && !await OtherAdministratorAsync(accountId, cancel))
                    return new StaffAccountResult(accountId, [new Refusal(nameof(RefusalCode.LastAdministrator))]);
                var account = await db.Users.SingleAsync(user => user.Id == accountId, cancel);
                account.LockoutEnabled = true;
                account.LockoutEnd = isLocked ? DateTimeOffset.MaxValue : null;
                account.AccessFailedCount = 0;
                Note(accountId, isLocked ? AccessChangeKind.Locked : AccessChangeKind.Unlocked, by.Name);
                await accounts.UpdateSecurityStampAsync(account);
                await SaveAsync(accountId, by.Name, isLocked ? AccessChangeKind.Locked : AccessChangeKind.Unlocked, cancel);
                await sessions.EndAllAsync(accountId, cancel);
                return new StaffAccountResult(accountId, []);
            },
            cancel
        );

    /// <summary>Ends all of somebody's sessions, or one of them.</summary>
    public Task<StaffAccountResult> EndSessionsAsync(Guid accountId, Guid? session, Actor by, CancellationToken cancel) =>
        OnceAsync(
            accountId,
            by,
            async () =>
            {
                if (session is { } one)
                    await sessions.EndAsync(one, accountId, cancel);
                else
                    await sessions.EndAllAsync(accountId, cancel);
                await log.NoteAsync(SecurityEventKind.SessionEnded, accountId, await NameOfAsync(accountId, cancel), by.Name, cancel);
                return new StaffAccountResult(accountId, []);
            },
            cancel
        );

    /// <summary>Keys of the agencies that the procedures of the office consult.</summary>
    public IReadOnlyDictionary<string, string> Agencies() =>
        catalogue
            .All(clock.Today)
            .Select(catalogue.Shown)
            .SelectMany(procedure => procedure.ConsultedAgencies)
            .GroupBy(agency => agency.Key, StringComparer.Ordinal)
            .ToDictionary(agency => agency.Key, agency => agency.First().Name, StringComparer.Ordinal);

    /// <summary>The name of a unit of the office or of an agency; the key itself when neither has it.</summary>
    public string UnitName(string key) => catalogue.Organisation.Find(key)?.Name ?? Agencies().GetValueOrDefault(key, key);

    private static IEnumerable<Refusal> Check(StaffAccountRequest request)
    {
        if (request.UserName.Length < 3 || !request.UserName.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_'))
            yield return new Refusal(nameof(RefusalCode.UserNameShape), "userName");
        if (request.Name.Length == 0)
            yield return new Refusal(nameof(RefusalCode.StaffNameRequired), "name");
        if (request.Email.Length > 0 && !IdentityRules.IsEmail(request.Email))
            yield return new Refusal(nameof(RefusalCode.ApplicantEmail), "email");
        if (request.Phone.Length > 0 && !IdentityRules.IsPhone(request.Phone))
            yield return new Refusal(nameof(RefusalCode.ApplicantPhone), "phone");
    }

    private void Note(Guid accountId, AccessChangeKind what, string byName, RoleHolding? holding = null, LocalDate? day = null) =>
        db.AccessChanges.Add(
            new AccessChange
            {
                At = clock.Now,
                AccountId = accountId,
                ByName = byName,
                What = what,
                Role = holding?.Role,
                Unit = holding?.Unit,
                Day = day,
            }
        );

    private async Task SaveAsync(Guid accountId, string byName, AccessChangeKind what, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await log.NoteAsync(SecurityEventKind.AccessChanged, accountId, await NameOfAsync(accountId, cancel), $"{what} · {byName}", cancel);
    }

    private async Task<string> NameOfAsync(Guid accountId, CancellationToken cancel) =>
        await db.Users.Where(user => user.Id == accountId).Select(user => user.DisplayName).SingleOrDefaultAsync(cancel) ?? "";

    /// <summary>A password that was made is kept nowhere: the same form sent again names the account alone.</summary>
    private async Task<StaffAccountResult> OnceAsync(Guid account, Actor by, Func<Task<StaffAccountResult>> change, CancellationToken cancel)
    {
        if (!MayManage(by))
            return new StaffAccountResult(account, [new Refusal(nameof(RefusalCode.AdministratorOnly))]);
        string? password = null;
        var (made, refusals) = await once.DoAsync(by, Change, cancel);
        return new StaffAccountResult(made, refusals, password);

        async Task<(Guid, IReadOnlyList<Refusal>)> Change()
        {
            var result = await change();
            password = result.TemporaryPassword;
            return (result.AccountId, result.Refusals);
        }
    }

    /// <summary>The administrator; the system for the first one, by the command.</summary>
    private static bool MayManage(Actor by) => by.Is(StaffRole.Administrator) || by.Is(StaffRole.System);

    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(PasswordLetters, 4)));
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.AspNetCore.Identity;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>What an applicant tells about themselves to get an account.</summary>
public sealed record RegistrationRequest(
    ApplicantKind Kind,
    string Name,
    string IdentityNumber,
    string Phone,
    string Email,
    string Address,
    string Password,
    string PasswordAgain
);

/// <summary>What came of a registration: the account, or every reason why not.</summary>
public sealed record RegistrationResult(Account? Account, IReadOnlyList<Refusal> Refusals);

/// <summary>Đăng ký tài khoản: opens an account for an applicant, who logs in with the e-mail address.</summary>
public sealed class ApplicantRegistration(UserManager<Account> accounts)
{
    public async Task<RegistrationResult> RegisterAsync(RegistrationRequest request)
    {
        var refusals = Check(request);
        if (refusals.Count > 0)
            return new RegistrationResult(null, refusals);
        if (await accounts.FindByNameAsync(request.Email) is not null || await accounts.FindByEmailAsync(request.Email) is not null)
            return new RegistrationResult(null, [new Refusal(nameof(RefusalCode.AccountExists), "email")]);

        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = request.Email,
            Email = request.Email,
            DisplayName = request.Name,
            IdentityNumber = request.IdentityNumber,
            ApplicantKind = request.Kind,
            PhoneNumber = request.Phone,
            Address = request.Address,
            LockoutEnabled = true,
        };
        var made = await accounts.CreateAsync(account, request.Password);
        return made.Succeeded
            ? new RegistrationResult(account, [])
            : new RegistrationResult(null, PasswordRules.Refusals(made) is { Count: > 0 } weak ? weak : [.. made.Errors.Select(Refuse).Distinct()]);
    }

    private static List<Refusal> Check(RegistrationRequest request)
    {
        var refusals = new List<Refusal>();
        Require(request.Name.Length > 0, nameof(RefusalCode.ApplicantNameRequired), "name");
        if (ApplicantRules.CheckNumber(request.Kind, request.IdentityNumber) is { } wrong)
            refusals.Add(OfForm(wrong));
        Require(IdentityRules.IsPhone(request.Phone), nameof(RefusalCode.ApplicantPhone), "phone");
        Require(IdentityRules.IsEmail(request.Email), nameof(RefusalCode.ApplicantEmail), "email");
        Require(request.Address.Length > 0, nameof(RefusalCode.ApplicantAddressRequired), "address");
        refusals.AddRange(
            EntryLimits
                .CheckPeople(new Applicant(request.Kind, request.Name, request.IdentityNumber, request.Address, request.Phone, request.Email), null)
                .Select(OfForm)
        );
        if (request.Password.Length < PasswordStrength.Shortest)
            refusals.Add(new Refusal(nameof(RefusalCode.PasswordTooShort), "password", PasswordStrength.Shortest));
        else
            Require(request.Password == request.PasswordAgain, nameof(RefusalCode.PasswordsDiffer), "passwordAgain");
        return refusals;

        void Require(bool holds, string code, string field)
        {
            if (!holds)
                refusals.Add(new Refusal(code, field));
        }
    }

    private static Refusal OfForm(Refusal refusal) => new(refusal.Code, refusal.Field!["applicant.".Length..], [.. refusal.Args]);

    // Two registrations at once: the second finds the name taken only when it is stored.
    private static Refusal Refuse(IdentityError error) =>
        error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)
            ? new Refusal(nameof(RefusalCode.AccountExists), "email")
            : new Refusal(nameof(RefusalCode.ApplicantEmail), "email");
}

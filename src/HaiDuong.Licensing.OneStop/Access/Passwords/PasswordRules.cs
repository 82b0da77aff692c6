using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Identity;

namespace HaiDuong.Licensing.OneStop.Access.Passwords;

/// <summary>Asked by Identity whenever a password is set: whether it is one that the person may have.</summary>
public sealed class PasswordRules(ProcedureCatalogue catalogue) : IPasswordValidator<Account>
{
    /// <summary>What the office calls itself and what every clerk would think of first.</summary>
    private static readonly string[] WordsOfTheTrade =
    [
        "mot cua",
        "dien tu",
        "dich vu cong",
        "ho so",
        "giay phep",
        "mat khau",
        "quan tri",
        "can bo",
        "password",
        "admin",
        "licensing",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        string?[] person = [user.UserName, user.DisplayName, user.Email, user.PhoneNumber, user.IdentityNumber];
        var office = catalogue.Organisation.Offices.SelectMany(one => new[] { one.Name, one.Place, one.Symbol });
        return Task.FromResult(
            PasswordStrength.Weakness(password ?? "", person.Concat(office).Concat(WordsOfTheTrade)) is { } code
                ? IdentityResult.Failed(new IdentityError { Code = code })
                : IdentityResult.Success
        );
    }

    /// <summary>The refusals of a password among what Identity found wrong; empty when it is about something else.</summary>
    public static IReadOnlyList<Refusal> Refusals(IdentityResult result) =>
        [.. result.Errors.Where(error => error.Code.StartsWith("Password", StringComparison.Ordinal)).Select(error => Refuse(error.Code)).Distinct()];

    private static Refusal Refuse(string code) =>
        code switch
        {
            nameof(RefusalCode.PasswordTooShort) => new Refusal(nameof(RefusalCode.PasswordTooShort), "password", PasswordStrength.Shortest),
            nameof(RefusalCode.PasswordTooLong) => new Refusal(nameof(RefusalCode.PasswordTooLong), "password", PasswordStrength.Longest),
            _ => new Refusal(code, "password"),
        };
}

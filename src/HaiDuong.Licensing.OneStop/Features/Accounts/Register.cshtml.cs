using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HaiDuong.Licensing.OneStop.Features.Accounts;

/// <summary>Đăng ký tài khoản người nộp hồ sơ.</summary>
[EnableRateLimiting(LookupLimits.Policy)]
[AllowAnonymous]
public sealed class RegisterModel(ApplicantRegistration registration, Access.LogIn logIn) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await registration.RegisterAsync(Input.ToRequest());
        if (result.Account is { } account)
        {
            await logIn.EnterAsync(account);
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : AccountPaths.ApplicantHome);
        }

        ModelState.Remove("Input.Password");
        ModelState.Remove("Input.PasswordAgain");
        FormRefusals.Add(ModelState, result.Refusals.Select(InputField));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static Domain.Refusal InputField(Domain.Refusal refusal) =>
        refusal.Field is { } field ? new Domain.Refusal(refusal.Code, $"Input.{char.ToUpperInvariant(field[0])}{field[1..]}", [.. refusal.Args]) : refusal;
}

/// <summary>What the registration form asks.</summary>
public sealed class RegisterInput
{
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? IdentityNumber { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }

    internal RegistrationRequest ToRequest() =>
        new(
            Chosen,
            Clean(Name),
            TypedIdentity.Read(IdentityNumber, Chosen),
            TypedPhone.Read(Phone),
            TypedEmail.Read(Email),
            Clean(Address),
            Password ?? "",
            PasswordAgain ?? ""
        );

    private ApplicantKind Chosen => Enum.GetValues<ApplicantKind>().FirstOrDefault(kind => kind.ToString() == Kind);

    private static string Clean(string? typed) => VietnameseText.Clean(typed ?? "");
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Ui;
using HaiDuong.Licensing.Web.Ui.Fields;
using HaiDuong.Licensing.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.Web.Features.Accounts;

/// <summary>Tài khoản của tôi: who I am here, and a new password.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OwnAccountModel(
    CurrentActor current, StaffAccounts accounts, Access.LogIn logIn, IStringLocalizer<UiText> words, PageWords<OwnAccountModel> sentences) : PageModel
{
    private Actor actor = Actor.System;

    public string Name => actor.Name;

    public bool IsStaff => !actor.Is(StaffRole.Applicant);

    public bool MustChange => current.MustChangePassword;

    public IReadOnlyList<string> Roles =>
        IsStaff ? [.. actor.Roles.Select(held => $"{words[$"Role.{held.Role}"].Value}, {accounts.UnitName(held.Unit)}")] : [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        actor = await current.GetAsync(HttpContext.RequestAborted);
        if (actor.AccountId is null)
            context.Result = Challenge();
        else
            await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? old, string? password, string? passwordAgain, CancellationToken cancel)
    {
        var refusals = await accounts.ChangePasswordAsync(actor.AccountId!.Value, old ?? "", password ?? "", passwordAgain ?? "", cancel);
        if (refusals.Count > 0)
        {
            ModelState.Clear();
            FormRefusals.Add(ModelState, refusals);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await logIn.StayAsync(actor.AccountId.Value);
        Flash.Good(TempData, sentences["Changed"]);
        return LocalRedirect(SitePaths.Start);
    }
}

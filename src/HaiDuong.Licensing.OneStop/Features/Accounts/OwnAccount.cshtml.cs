using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Accounts;

/// <summary>Tài khoản của tôi: who I am here, and a new password.</summary>
[Authorize]
public sealed class OwnAccountModel(
    CurrentActor current,
    StaffAccounts accounts,
    OwnPassword passwords,
    OpenSessions sessions,
    Access.LogIn logIn,
    IStringLocalizer<UiText> words,
    PageWords<OwnAccountModel> sentences
) : PageModel
{
    private Actor actor = Actor.System;

    public string Name => actor.Name;

    public bool IsStaff => !actor.Is(StaffRole.Applicant);

    public bool MustChange => current.MustChangePassword;

    public IReadOnlyList<string> Roles => IsStaff ? [.. actor.Roles.Select(held => RoleAt.Say(words[$"Role.{held.Role}"], accounts.UnitName(held.Unit)))] : [];

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        actor = await current.GetAsync(HttpContext.RequestAborted);
        await next();
    }

    /// <summary>Where this account is logged in, this browser among them.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public SessionList SessionList => new(Sessions, IsThis, "End");

    public async Task OnGetAsync(CancellationToken cancel) => Sessions = await sessions.OfAsync(actor.AccountId!.Value, cancel);

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancel)
    {
        await sessions.EndAsync(session, actor.AccountId!.Value, cancel);
        Flash.Good(TempData, sentences["SessionEnded"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        foreach (var other in (await sessions.OfAsync(actor.AccountId!.Value, cancel)).Where(other => !IsThis(other)))
            await sessions.EndAsync(other.Id, other.AccountId, cancel);
        Flash.Good(TempData, sentences["SessionsEnded"]);
        return RedirectToPage();
    }

    private bool IsThis(Session session) => session.Id == SessionCookie.IdOf(User);

    public async Task<IActionResult> OnPostAsync(string? old, string? password, string? passwordAgain, CancellationToken cancel)
    {
        var refusals = await passwords.ChangeAsync(actor.AccountId!.Value, SessionCookie.IdOf(User), old ?? "", password ?? "", passwordAgain ?? "", cancel);
        if (refusals.Count > 0)
        {
            ModelState.Clear();
            FormRefusals.Add(ModelState, refusals);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await OnGetAsync(cancel);
            return Page();
        }

        await logIn.StayAsync(actor.AccountId.Value);
        Flash.Good(TempData, sentences["Changed"]);
        return LocalRedirect(SitePaths.Start);
    }
}

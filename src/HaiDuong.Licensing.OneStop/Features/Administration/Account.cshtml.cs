using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Ui.Components;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>One staff account: its roles, its access and everything that was done to it.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class AccountModel(
    AccountQuery query,
    StaffAccounts accounts,
    OpenSessions sessions,
    AccountChoicesQuery choices,
    CurrentActor current,
    OfficeClock clock,
    SentForm sent,
    PageWords<AccountModel> words
) : PageModel
{
    internal const string PasswordKey = "account.password";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RoleInput Input { get; set; } = new();

    public AccountDetails Shown { get; private set; } = null!;

    /// <summary>The password just made: this answer is the only place where it can be read.</summary>
    public string? TemporaryPassword { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public SessionList SessionList => new(Sessions, _ => false, "EndSession");

    public AccountChoicesQuery Choices => choices;

    public IReadOnlyList<TimelineEntry> Changes => [.. Shown.Changes.Select(Entry)];

    /// <summary>Shows the password that was made; null says that the same form made it before, which only that answer could show.</summary>
    internal static void Show(ITempDataDictionary tempData, string? password, PageWords<AccountModel> words)
    {
        tempData[PasswordKey] = password;
        if (password is null)
            Flash.Info(tempData, words["PasswordShownBefore"]);
    }

    public static string PathOf(Guid account) => $"/quan-tri/tai-khoan/{account}";

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await query.ReadAsync(Id, HttpContext.RequestAborted) is not { } shown)
        {
            context.Result = NotFound();
            return;
        }

        Shown = shown;
        Sessions = await sessions.OfAsync(Id, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => TemporaryPassword = TempData[PasswordKey] as string;

    public Task<IActionResult> OnPostGiveAsync(CancellationToken cancel) =>
        DoAsync(by => accounts.GiveRoleAsync(Id, Input.ToHolding(), Input.From ?? clock.Today, by, cancel), cancel);

    public Task<IActionResult> OnPostEndAsync(Guid assignment, CancellationToken cancel) =>
        DoAsync(by => accounts.EndRoleAsync(Id, assignment, clock.Today.PlusDays(-1), by, cancel), cancel);

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel) =>
        DoAsync(by => accounts.ResetPasswordAsync(Id, by, cancel), cancel, result => Show(TempData, result.TemporaryPassword, words));

    public Task<IActionResult> OnPostEndSessionAsync(Guid session, CancellationToken cancel) =>
        DoAsync(by => accounts.EndSessionsAsync(Id, session, by, cancel), cancel);

    public Task<IActionResult> OnPostEndSessionsAsync(CancellationToken cancel) => DoAsync(by => accounts.EndSessionsAsync(Id, null, by, cancel), cancel);

    public Task<IActionResult> OnPostLockAsync(CancellationToken cancel) => DoAsync(by => accounts.LockAsync(Id, true, by, cancel), cancel);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancel) => DoAsync(by => accounts.LockAsync(Id, false, by, cancel), cancel);

    private async Task<IActionResult> DoAsync(Func<Actor, Task<StaffAccountResult>> change, CancellationToken cancel, Action<StaffAccountResult>? show = null)
    {
        sent.HasUnread = !ModelState.IsValid;
        var result = await change(await current.GetAsync(cancel));
        if (result.Done)
        {
            show?.Invoke(result);
            return Redirect(PathOf(Id));
        }

        FormRefusals.Add(ModelState, result.Refusals, nameof(Input));
        Response.StatusCode = FormRefusals.StatusOf(result.Refusals);
        return Page();
    }

    private TimelineEntry Entry(AccessChange change)
    {
        var role = change.Role is { } held ? RoleAt.Say(choices.RoleName(held), choices.UnitName(change.Unit!)) : "";
        return new TimelineEntry(
            change.At,
            words[$"Change.{change.What}", role, change.Day is { } day ? VietnameseDate.Print(day) : ""],
            words["By", change.ByName]
        );
    }
}

using HaiDuong.Licensing.Domain.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.Web.Access;

/// <summary>Stands before every page: an area of the access table is entered only by its roles; whoever is not logged in is asked to.</summary>
public sealed class AreaGate(CurrentActor current) : IAsyncPageFilter
{
    /// <summary>Where a password that the administrator made is changed.</summary>
    public const string PasswordPath = "/tai-khoan";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (RolesFor(context.ActionDescriptor) is { } roles)
        {
            var actor = await current.GetAsync(context.HttpContext.RequestAborted);
            if (actor.AccountId is null)
            {
                context.Result = new ChallengeResult();
                return;
            }

            if (current.MustChangePassword)
            {
                context.Result = new LocalRedirectResult(PasswordPath);
                return;
            }

            if (!roles.Any(actor.Is))
            {
                context.Result = new ForbidResult();
                return;
            }
        }

        await next();
    }

    private static IReadOnlyList<StaffRole>? RolesFor(PageActionDescriptor page)
    {
        var folder = page.ViewEnginePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return AccessTable.Areas.GetValueOrDefault(page.ViewEnginePath) ?? AccessTable.Areas.GetValueOrDefault($"/{folder}");
    }
}

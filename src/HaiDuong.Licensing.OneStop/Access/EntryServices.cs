using HaiDuong.Licensing.OneStop.Ui;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>The one gate before everything that answers: closed unless the endpoint itself says to whom it is open.</summary>
public static class EntryServices
{
    public static IServiceCollection AddEntry(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, RolesAtTheGate>().AddSingleton<IAuthorizationMiddlewareResultHandler, AnswerAtTheGate>();
        // What is not there, or not by this method, is no endpoint of ours and keeps its 404 or 405.
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(
                new AuthorizationPolicyBuilder()
                    .RequireAssertion(gate => gate.Resource is HttpContext context && context.GetEndpoint() is not RouteEndpoint)
                    .Build()
            );
        return services;
    }

    /// <summary>A page is opened again after the log-in; a form that was sent would be lost on the way, so its text is shown with what to do.</summary>
    internal static Task AskToLogIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private sealed class RolesAtTheGate(CurrentActor current, IHttpContextAccessor http) : AuthorizationHandler<ForRolesAttribute>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ForRolesAttribute requirement)
        {
            if (requirement.Admits(await current.GetAsync(http.HttpContext!.RequestAborted)))
                context.Succeed(requirement);
        }
    }

    /// <summary>Whoever must change the administrator's password is led there; programs get the status alone.</summary>
    private sealed class AnswerAtTheGate : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler usual = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (!authorizeResult.Succeeded && UiServices.IsForPrograms(context))
            {
                context.Response.StatusCode = authorizeResult.Challenged ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }

            if (authorizeResult.Forbidden && context.RequestServices.GetRequiredService<CurrentActor>().MustChangePassword)
            {
                context.Response.Redirect(SitePaths.Account);
                return Task.CompletedTask;
            }

            return usual.HandleAsync(next, context, policy, authorizeResult);
        }
    }
}

using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using Hangfire;
using Hangfire.Dashboard;

namespace HaiDuong.Licensing.Web.Jobs;

/// <summary>Công việc nền: the jobs' dashboard, for administrators only.</summary>
public static class JobDashboard
{
    // The dashboard is a package of its own with inline styles and scripts; only administrators ever get it.
    private const string Policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    /// <summary>Call after authentication.</summary>
    public static WebApplication UseJobDashboard(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(JobServices.DashboardPath, StringComparison.OrdinalIgnoreCase),
            branch => branch.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return next(context);
            }));
        app.UseHangfireDashboard(JobServices.DashboardPath, new DashboardOptions
        {
            Authorization = [],
            AsyncAuthorization = [new AdministratorsOnly()],
            AppPath = "/",
            DisplayStorageConnectionString = false,
        });
        return app;
    }

    private sealed class AdministratorsOnly : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context)
        {
            var http = context.GetHttpContext();
            var actor = await http.RequestServices.GetRequiredService<CurrentActor>().GetAsync(http.RequestAborted);
            return actor.Is(StaffRole.Administrator);
        }
    }
}

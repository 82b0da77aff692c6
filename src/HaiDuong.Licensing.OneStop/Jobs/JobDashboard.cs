using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using Hangfire;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Công việc nền: the jobs' dashboard, for administrators only.</summary>
public static class JobDashboard
{
    public static readonly ForRolesAttribute Door = new(StaffRole.Administrator);

    // The dashboard is a package of its own with inline styles and scripts; only administrators ever get it.
    private const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    public static WebApplication MapJobDashboard(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(JobServices.DashboardPath, StringComparison.OrdinalIgnoreCase),
            branch =>
                branch.Use(
                    (context, next) =>
                    {
                        context.Response.Headers.ContentSecurityPolicy = Policy;
                        return next(context);
                    }
                )
        );
        app.MapHangfireDashboard(
                JobServices.DashboardPath,
                new DashboardOptions
                {
                    Authorization = [],
                    AppPath = "/",
                    DisplayStorageConnectionString = false,
                }
            )
            .WithMetadata(Door);
        return app;
    }
}

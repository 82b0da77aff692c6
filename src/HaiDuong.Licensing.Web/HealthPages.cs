using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaiDuong.Licensing.Web;

/// <summary>
/// <c>/health/live</c>: the program answers. <c>/health/ready</c>, and <c>/health</c> for short: what the office is able to do, a line a part,
/// in words. 503 when no act can be done (database, disk); 200 and "Degraded" when the office is open and something needs its administrator.
/// </summary>
internal static class HealthPages
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string Short = "/health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddOfficeHealth(this IServiceCollection services)
    {
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", HealthStatus.Unhealthy, [], Patience)
            .AddCheck<DiskHealth>("disk", HealthStatus.Unhealthy, [], Patience)
            .AddCheck<ClockHealth>("clock", HealthStatus.Degraded, [], Patience)
            .AddCheck<JobHealth>("jobs", HealthStatus.Degraded, [], Patience)
            .AddCheck<LawHealth>("workflows", HealthStatus.Degraded, [], Patience)
            .AddCheck<KeyHealth>("keys", HealthStatus.Degraded, [], Patience)
            .AddCheck<ScannerHealth>("virus scanner", HealthStatus.Degraded, [], Patience);
        return services;
    }

    public static WebApplication MapOfficeHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        foreach (var path in (string[])[Ready, Short])
            app.MapHealthChecks(path, new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        return app;
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var lines = report.Entries.Select(entry => $"{entry.Key}: {entry.Value.Status}{(entry.Value.Description is { Length: > 0 } said ? $". {said}" : "")}");
        return context.Response.WriteAsync(string.Join('\n', [report.Status.ToString(), .. lines]) + "\n", context.RequestAborted);
    }
}

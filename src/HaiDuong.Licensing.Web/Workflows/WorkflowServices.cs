using NodaTime;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>The law as data, read once at start.</summary>
public static class WorkflowServices
{
    private const string CalendarName = "vietnam";

    public static IServiceCollection AddWorkflows(this IServiceCollection services, string? configuredFolder)
    {
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<OfficeClock>();
        services.AddSingleton(_ => WorkflowsFolder.Find([.. configuredFolder is null ? [] : new[] { configuredFolder }, Directory.GetCurrentDirectory(), AppContext.BaseDirectory]));
        services.AddSingleton(provider => ProcedureCatalogue.Load(provider.GetRequiredService<WorkflowsFolder>()));
        services.AddSingleton(provider =>
        {
            var folder = provider.GetRequiredService<WorkflowsFolder>();
            return new Rulebooks(provider.GetRequiredService<ProcedureCatalogue>(), RegimeFiles.Load(folder), CalendarFiles.Load(folder)[CalendarName]);
        });
        return services;
    }
}

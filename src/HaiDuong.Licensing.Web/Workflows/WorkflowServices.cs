using NodaTime;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>The law as data, read once at start.</summary>
public static class WorkflowServices
{
    private const string CalendarName = "vietnam";

    public static IServiceCollection AddWorkflows(this IServiceCollection services, string folder)
    {
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<OfficeClock>();
        services.AddSingleton(new WorkflowsFolder(folder));
        services.AddSingleton(provider => ProcedureCatalogue.Load(provider.GetRequiredService<WorkflowsFolder>()));
        services.AddSingleton(provider => new OfficeCalendar(CalendarFiles.Load(provider.GetRequiredService<WorkflowsFolder>()).Single(data => data.Name == CalendarName)));
        services.AddSingleton(provider => new Rulebooks(
            provider.GetRequiredService<ProcedureCatalogue>(), RegimeFiles.Load(provider.GetRequiredService<WorkflowsFolder>()), provider.GetRequiredService<OfficeCalendar>()));
        return services;
    }
}

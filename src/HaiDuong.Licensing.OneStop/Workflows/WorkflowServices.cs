using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>The law as data, read once at start.</summary>
public static class WorkflowServices
{
    private const string CalendarName = "vietnam";

    /// <param name="services">The services.</param>
    /// <param name="folder">The folder <c>workflows/</c>, and where published versions lie that differ from it.</param>
    /// <param name="stored">Reads a published route version from the database.</param>
    /// <param name="storedProcedures">Reads a published procedure version from the database.</param>
    public static IServiceCollection AddWorkflows(
        this IServiceCollection services,
        WorkflowsFolder folder,
        Func<IServiceProvider, Func<string, int, string?>> stored,
        Func<IServiceProvider, Func<string, LocalDate, IReadOnlyDictionary<string, string>?>> storedProcedures
    )
    {
        services.AddSingleton<OfficeClock>();
        services.AddSingleton(folder);
        services.AddSingleton(provider => ProcedureCatalogue.Load(provider.GetRequiredService<WorkflowsFolder>(), storedProcedures(provider)));
        services.AddSingleton(provider => PublicityFiles.Load(provider.GetRequiredService<WorkflowsFolder>()));
        services.AddSingleton(provider => ReportFiles.Load(provider.GetRequiredService<WorkflowsFolder>()));
        services.AddSingleton(provider => MapFiles.Load(provider.GetRequiredService<WorkflowsFolder>()));
        services.AddSingleton(provider => new OfficeCalendar(
            CalendarFiles.Load(provider.GetRequiredService<WorkflowsFolder>()).Single(data => data.Name == CalendarName)
        ));
        services.AddSingleton(provider => new Rulebooks(
            provider.GetRequiredService<ProcedureCatalogue>(),
            RegimeFiles.Load(provider.GetRequiredService<WorkflowsFolder>()),
            provider.GetRequiredService<OfficeCalendar>(),
            stored(provider)
        ));
        return services;
    }
}

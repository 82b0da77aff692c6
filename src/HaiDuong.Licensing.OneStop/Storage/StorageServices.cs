using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage.Files;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>The database and what stands on it.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(ConnectionBudget.ForPages(connectionString));
        builder.UseNodaTime();
        services.AddSingleton(_ => builder.Build());
        // The source is found among the services: named here, each office of a process would learn the model and every question anew.
        services.AddDbContextPool<OfficeDbContext>(options =>
            options.UseNpgsql(npgsql => npgsql.UseNodaTime()).RefuseBrokenLines().AddInterceptors(CommitWatch.Ear).UseSnakeCaseNamingConvention()
        );
        services
            .AddScoped<DossierStore>()
            .AddScoped<DoneActs>()
            .AddScoped<KeptForms>()
            .AddScoped<ChosenLanguages>()
            .AddScoped<SentDrafts>()
            .AddScoped<NumberSeries>()
            .AddScoped<ReceiptNumbers>()
            .AddScoped<CashDays>()
            .AddScoped<LicenceRegister>()
            .AddScoped<PlaceStore>()
            .AddScoped<PastImportStore>()
            .AddScoped<AnnouncedCalendar>()
            .AddScoped<AnnouncedSuccessions>()
            .AddScoped<FilePublication>()
            .AddScoped<ProcedureVersions>()
            .AddScoped<FactConfirmationStore>()
            .AddScoped<DueStateUpgrade>()
            .AddScoped<DossierRows>()
            .AddScoped<NamedFiles>()
            .AddScoped<PaperScans>();
        services
            .AddSingleton<OutboxBell>()
            .AddSingleton<BatchBell>()
            .AddSingleton<PublishedRoutes>()
            .AddSingleton<PublishedProcedures>()
            .AddSingleton<EditedFiles>();
        // Whoever tells another time, as tests and the stories of a demo office do, registers a clock of their own afterwards.
        services
            .AddSingleton(provider => new DatabaseClock(provider.GetRequiredService<NpgsqlDataSource>(), TimeProvider.System))
            .AddSingleton<TimeProvider, OfficeTime>();
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<DatabaseClock>()).AddSingleton<ClockGuard>();
        services.AddSingleton(Papers).AddSingleton(Scanner);
        return services;
    }

    private static FileStore Papers(IServiceProvider provider) =>
        new(Path.Combine(Path.GetFullPath(provider.GetRequiredService<OfficeOptions>().DataFolder), "papers"), provider.GetRequiredService<IClock>());

    /// <summary>
    /// A ClamAV daemon when one is configured (<c>Clamd:Host</c>); otherwise papers are taken unscanned, and the administrator's page says so.
    /// </summary>
    private static VirusScanner Scanner(IServiceProvider provider)
    {
        var settings = (provider.GetService<IConfiguration>() ?? new ConfigurationBuilder().Build()).GetSection("Clamd");
        return new VirusScanner(
            settings["Host"] is { Length: > 0 } host
                ? new ClamdScanner(host, settings.GetValue("Port", 3310), provider.GetRequiredService<ILogger<ClamdScanner>>())
                : null
        );
    }
}

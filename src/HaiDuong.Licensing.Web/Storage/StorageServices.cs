using HaiDuong.Licensing.Web.Storage.Files;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.Web.Storage;

/// <summary>The database and what stands on it.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(ConnectionBudget.ForPages(connectionString));
        builder.UseNodaTime();
        services.AddSingleton(_ => builder.Build());
        services.AddDbContextPool<OfficeDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.UseNodaTime())
            .AddInterceptors(CommitWatch.Ear)
            .UseSnakeCaseNamingConvention());
        services.AddScoped<DossierStore>().AddScoped<DoneActs>().AddScoped<NumberSeries>().AddScoped<LicenceRegister>().AddScoped<PlaceStore>().AddScoped<PastImportStore>().AddScoped<AnnouncedCalendar>().AddScoped<AnnouncedSuccessions>().AddScoped<FilePublication>().AddScoped<FactConfirmationStore>().AddScoped<DueStateUpgrade>().AddScoped<NamedFiles>();
        services.AddSingleton<OutboxBell>().AddSingleton<PublishedRoutes>().AddSingleton<EditedFiles>();
        services.AddSingleton(Papers);
        return services;
    }

    private static FileStore Papers(IServiceProvider provider)
    {
        var scanner = (provider.GetService<IConfiguration>() ?? new ConfigurationBuilder().Build()).GetSection("Clamd");
        return new FileStore(
            Path.Combine(Path.GetFullPath(provider.GetRequiredService<OfficeOptions>().DataFolder), "papers"),
            provider.GetRequiredService<IClock>(),
            scanner["Host"] is { Length: > 0 } host
                ? new ClamdScanner(host, scanner.GetValue("Port", 3310), provider.GetRequiredService<ILogger<ClamdScanner>>())
                : null);
    }
}

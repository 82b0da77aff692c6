using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HaiDuong.Licensing.Web.Storage;

/// <summary>The database and what stands on it.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseNodaTime();
        services.AddSingleton(builder.Build());
        services.AddDbContextPool<OfficeDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.UseNodaTime())
            .UseSnakeCaseNamingConvention());
        services.AddScoped<DossierStore>().AddScoped<NumberSeries>();
        return services;
    }
}

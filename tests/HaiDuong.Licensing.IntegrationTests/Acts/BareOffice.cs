using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>An office without pages, for processes that share a database and a data folder.</summary>
internal static class BareOffice
{
    /// <summary>Nine o'clock of a Monday.</summary>
    public static LocalDateTime Start { get; } = new(2026, 4, 13, 9, 0);

    public static ServiceProvider Services(string connectionString, string dataFolder, IClock clock)
    {
        var options = new OfficeOptions
        {
            Mergers = true,
            DataFolder = dataFolder,
            WorkflowsFolder = WorkflowsFolder.Find(AppContext.BaseDirectory).Root,
        };
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddOffice(options, connectionString)
            .AddSingleton(clock)
            .BuildServiceProvider();
    }

    /// <summary>Makes an empty database an office: schema and accounts.</summary>
    public static async Task FoundAsync(IServiceProvider services)
    {
        await Migrator.MigrateAsync(services.GetRequiredService<NpgsqlDataSource>(), default);
        await using var scope = services.CreateAsyncScope();
        await OfficeStaff.EngageAsync(scope.ServiceProvider.GetRequiredService<OfficeDbContext>());
    }
}

using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Composition;

/// <summary>The office without its pages: what the web program, the jobs and the commands all stand on.</summary>
public static class OfficeServices
{
    public static IServiceCollection AddOffice(this IServiceCollection services, OfficeOptions options, string connectionString)
    {
        PrivateFolders.Prepare(Path.GetFullPath(options.DataFolder));
        return services
            .AddSingleton(options)
            .AddWorkflows(
                new WorkflowsFolder(options.WorkflowsFolder!) { Published = Path.Combine(options.DataFolder, "published"), Mergers = options.Mergers },
                provider => new PublishedRoutes(provider.GetRequiredService<NpgsqlDataSource>()).Read,
                provider => new PublishedProcedures(provider.GetRequiredService<NpgsqlDataSource>()).Read
            )
            .AddStorage(connectionString)
            .AddAccess()
            .AddLetters()
            .AddActs();
    }
}

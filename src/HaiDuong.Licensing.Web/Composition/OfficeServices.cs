using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Letters;
using HaiDuong.Licensing.Web.Settings;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Storage.Files;
using HaiDuong.Licensing.Web.Workflows;
using Npgsql;

namespace HaiDuong.Licensing.Web.Composition;

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
                provider => new PublishedRoutes(provider.GetRequiredService<NpgsqlDataSource>()).Read)
            .AddStorage(connectionString)
            .AddAccess()
            .AddLetters()
            .AddActs();
    }
}

using HaiDuong.Licensing.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>The whole program in this process, over a database and a data folder of its own, asked over HTTP without a browser.</summary>
public sealed class OfficeHost : WebApplicationFactory<Program>
{
    private readonly string connectionString;
    private readonly string dataFolder = Directory.CreateTempSubdirectory("hdl-host-").FullName;

    private OfficeHost(string connectionString) => this.connectionString = connectionString;

    public static async Task<OfficeHost> StartAsync() => new(await TestCluster.CreateDatabaseAsync());

    /// <summary>Somebody with cookies of their own who follows no redirect by themselves.</summary>
    public PageVisitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task<T> ReadAsync<T>(Func<OfficeDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OfficeDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("ConnectionStrings:Default", connectionString)
        .UseSetting("Office:DataFolder", dataFolder)
        .UseSetting("Office:Demo", "false");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await TestCluster.DropDatabaseAsync(connectionString);
        Directory.Delete(dataFolder, recursive: true);
    }
}

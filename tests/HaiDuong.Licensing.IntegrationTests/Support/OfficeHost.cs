using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>The whole program in this process, over a database and a data folder of its own, asked over HTTP without a browser.</summary>
public sealed class OfficeHost : WebApplicationFactory<Program>
{
    private readonly string connectionString;
    private readonly string dataFolder = Directory.CreateTempSubdirectory("hdl-host-").FullName;

    private readonly (string Key, string Value)[] settings;

    private OfficeHost(string connectionString, (string Key, string Value)[] settings) => (this.connectionString, this.settings) = (connectionString, settings);

    public string DataFolder => dataFolder;

    /// <summary>Opens an office with these settings besides its own.</summary>
    public static async Task<OfficeHost> StartAsync(params (string Key, string Value)[] settings) =>
        new(await TestCluster.CreateDatabaseAsync(await TestCluster.TemplateAsync("office-with-law", FoundAsync)), settings);

    /// <summary>The first start of the office, at which its law is published.</summary>
    private static Task FoundAsync(string empty) =>
        TestCluster.FoundAsync(new OfficeHost(empty, []), empty, first => first.ReadAsync(db => db.PublishedVersions.CountAsync()));

    /// <summary>Somebody whose connection comes from this address, who asks for this host and sends these headers.</summary>
    public HttpClient ClientFrom(string address, string host = "localhost", string scheme = "http", params (string Name, string Value)[] headers)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri($"{scheme}://{host}") });
        client.DefaultRequestHeaders.Add(AddressOfATest.Header, address);
        foreach (var (name, value) in headers)
            client.DefaultRequestHeaders.Add(name, value);
        return client;
    }

    /// <summary>Somebody with cookies of their own who follows no redirect by themselves.</summary>
    public PageVisitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task<T> ReadAsync<T>(Func<OfficeDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OfficeDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        settings
            .Aggregate(builder, (next, setting) => next.UseSetting(setting.Key, setting.Value))
            .ConfigureTestServices(services => services.AddSingleton<IStartupFilter, AddressOfATest>())
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

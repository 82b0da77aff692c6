using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace HaiDuong.Licensing.BrowserTests.Support;

/// <summary>The real web application on a free port of this machine, over the given database and settings.</summary>
public sealed class OfficeServer : WebApplicationFactory<Program>
{
    private readonly string dataFolder = Directory.CreateTempSubdirectory("hdl-office-").FullName;
    private readonly Dictionary<string, string?> settings;

    private OfficeServer(string connectionString, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        this.settings = new Dictionary<string, string?>(settings) { ["ConnectionStrings:Default"] = connectionString, ["Office:DataFolder"] = dataFolder };
        UseKestrel(0);
    }

    /// <summary>For example <c>http://127.0.0.1:41233/</c>.</summary>
    public string Address => ClientOptions.BaseAddress.ToString();

    public static OfficeServer Start(string connectionString, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var server = new OfficeServer(connectionString, settings);
        server.StartServer();
        return server;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(dataFolder))
            Directory.Delete(dataFolder, recursive: true);
    }
}

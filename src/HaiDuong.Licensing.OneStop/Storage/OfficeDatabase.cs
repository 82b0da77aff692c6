using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage.Embedded;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>The database of this run: the configured server, or a private one that is started and stopped with the program.</summary>
public sealed class OfficeDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private OfficeDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        this.embedded = embedded;
    }

    public string ConnectionString { get; }

    /// <summary>True when no server was configured and the private one is used.</summary>
    public bool IsPrivate => embedded is not null;

    public static async Task<OfficeDatabase> OpenAsync(IConfiguration configuration, OfficeOptions options, ILogger logger, CancellationToken cancel)
    {
        if (configuration.GetConnectionString("Default") is { Length: > 0 } configured)
            return new OfficeDatabase(configured, null);
        var started = await EmbeddedPostgres.StartAsync(Path.GetFullPath(options.DataFolder), options.PostgresFolder, logger, cancellationToken: cancel);
        return new OfficeDatabase(started.ConnectionString, started);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}

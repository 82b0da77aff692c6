using HaiDuong.Licensing.OneStop.Storage;
using Npgsql;

namespace HaiDuong.Licensing.Demo;

/// <summary>A database of a journey's own on the office's server, made for it and dropped after it, so that the office's dossiers stay untouched.</summary>
public sealed class JourneyDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private JourneyDatabase(string server, string name)
    {
        this.server = server;
        this.name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <exception cref="JourneyException">The server's user may not create databases.</exception>
    public static async Task<JourneyDatabase> CreateAsync(string connectionString, CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        var database = new JourneyDatabase(settings.ConnectionString, $"demo_{Guid.CreateVersion7():N}");
        try
        {
            await RunAsync(database.server, $"CREATE DATABASE {database.name} TEMPLATE template0", cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new JourneyException(
                $"The demo needs a database of its own, and the user '{settings.Username}' may not create one: run ALTER ROLE \"{settings.Username}\" CREATEDB, or unset ConnectionStrings__Default to use the private database.",
                refused
            );
        }

        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await Migrator.MigrateAsync(source, cancel);
        return database;
    }

    public async ValueTask DisposeAsync() => await RunAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);

    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
#pragma warning disable CA2100 // The name is made here of letters and digits.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}

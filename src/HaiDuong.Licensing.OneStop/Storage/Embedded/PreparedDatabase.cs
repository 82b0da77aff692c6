using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>The application's database inside the private cluster, with the extensions that searching Vietnamese names needs.</summary>
internal static class PreparedDatabase
{
    public static async Task<string> CreateAsync(string socketFolder, string database, CancellationToken cancellationToken)
    {
        await using (var server = await OpenAsync(ConnectionString(socketFolder, "postgres", pooling: false), cancellationToken))
        {
            await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", server) { Parameters = { new() { Value = database } } };
            if (await exists.ExecuteScalarAsync(cancellationToken) is null)
            {
                await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", server);
                await create.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        await using var connection = await OpenAsync(ConnectionString(socketFolder, database, pooling: false), cancellationToken);
        foreach (var extension in (string[])["unaccent", "pg_trgm"])
            await CreateExtensionAsync(connection, extension, cancellationToken);
        return ConnectionString(socketFolder, database, pooling: true);
    }

    public static async Task<bool> AnswersAsync(string socketFolder, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(ConnectionString(socketFolder, "postgres", pooling: false), cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task CreateExtensionAsync(NpgsqlConnection connection, string extension, CancellationToken cancellationToken)
    {
        try
        {
            await using var create = new NpgsqlCommand("CREATE EXTENSION IF NOT EXISTS " + extension, connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException problem) when (problem.SqlState is PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL lacks its extension '{extension}'. Install the contrib package (Debian: it is part of postgresql; Red Hat: postgresql-contrib).",
                problem
            );
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string ConnectionString(string socketFolder, string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socketFolder,
            Port = 5432,
            Username = "postgres",
            Database = database,
            Pooling = pooling,
        }.ConnectionString;
}

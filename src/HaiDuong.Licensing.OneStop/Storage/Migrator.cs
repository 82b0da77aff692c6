using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Brings the schema up to date: the SQL files under <c>Migrations</c>, each once, in order, each in a transaction of its own. An applied file
/// never changes (its hash is kept); one that was put in before others is applied when it is met. Several processes may start at once: one
/// migrates, the others wait. Nothing is touched when the database belongs to a newer program.
/// </summary>
public static class Migrator
{
    private const long LockKey = 4_023_001;

    // What a statement says that makes a thing for the second time.
    private static readonly string[] ThereAlready =
    [
        PostgresErrorCodes.DuplicateTable,
        PostgresErrorCodes.DuplicateColumn,
        PostgresErrorCodes.DuplicateObject,
        PostgresErrorCodes.DuplicateFunction,
        PostgresErrorCodes.DuplicateSchema,
    ];

    /// <exception cref="MigrationException">Schema and program do not belong together; the message says what to do.</exception>
    public static async Task MigrateAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        // A migration may take long, and so may the wait for another process that migrates.
        await RunAsync(connection, "SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0", cancel);
        await RunAsync(connection, $"SELECT pg_advisory_lock({LockKey})", cancel);
        try
        {
            await RunAsync(
                connection,
                "CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
                cancel
            );
            var applied = await AppliedAsync(connection, cancel);
            var files = Files().ToList();
            if (applied.Keys.Except(files.Select(file => file.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).LastOrDefault() is { } newest)
                throw new MigrationException(
                    $"The database was brought up to date by a newer program: this one does not know the migration '{newest}'. Start the newer program, or this one on a copy of the database from before."
                );
            foreach (var (name, sql) in files)
                await ApplyAsync(connection, name, sql, applied, cancel);
        }
        finally
        {
            await RunAsync(connection, $"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string name, string sql, Dictionary<string, string> applied, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        if (applied.TryGetValue(name, out var known))
        {
            if (known != hash)
                throw new MigrationException($"Migration {name} was applied to this database and has been changed since; add a new file instead.");
            return;
        }

        try
        {
            await ApplyAsync(connection, name, sql, hash, cancel);
        }
        catch (PostgresException fault) when (ThereAlready.Contains(fault.SqlState))
        {
            throw new MigrationException(
                $"The database does not record the migration '{name}' as applied, and yet holds what it makes ({fault.MessageText}). A row of schema_migrations was lost: restore the database from a backup, or write the row again.",
                fault
            );
        }
        catch (PostgresException fault) when (Outage.Of(fault) is OutageKind.None)
        {
            throw new MigrationException($"The migration '{name}' cannot be applied to this database ({fault.MessageText}); nothing of it was kept.", fault);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string name, string sql, string hash, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await RunAsync(connection, sql, cancel);
        await using (var insert = new NpgsqlCommand("INSERT INTO schema_migrations (name, hash) VALUES ($1, $2)", connection))
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = name });
            insert.Parameters.Add(new NpgsqlParameter { Value = hash });
            await insert.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("SELECT name, hash FROM schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private static IEnumerable<(string Name, string Sql)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (
            var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            yield return (resource.Split('.')[^2], reader.ReadToEnd());
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
#pragma warning disable CA2100 // The text is a constant or an embedded migration file.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}

using System.Collections.Concurrent;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>One PostgreSQL cluster a test run, started when a test first asks for a database and gone at the end of the run.</summary>
public static class TestCluster
{
    private const string TemplatePrefix = "template_";
    private const string Memory = "/dev/shm";

    /// <summary>Bytes that a run may need, several times what it was seen to.</summary>
    private const long Room = 4L << 30;

    private static readonly Lazy<Task<(EmbeddedPostgres Server, string Folder)>> Running = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);
    private static int count;

    /// <summary>A database of the caller's own, empty or a copy of a template, with unaccent and pg_trgm; returns its connection string.</summary>
    public static Task<string> CreateDatabaseAsync(string? template = null) => CreateAsync("test_", template);

    private static async Task<string> CreateAsync(string prefix, string? template = null)
    {
        var server = (await Running.Value).Server.ConnectionString;
        var name = $"{prefix}{Interlocked.Increment(ref count)}";
        // Two copies of one template at once refuse each other.
        await OneCopyAtATime.WaitAsync();
        try
        {
            await RunAsync(server, $"CREATE DATABASE {name} TEMPLATE {template ?? new NpgsqlConnectionStringBuilder(server).Database}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>A template by name, filled once a run (migrations, fixtures); pass the result to <see cref="CreateDatabaseAsync"/>.</summary>
    public static Task<string> TemplateAsync(string name, Func<string, Task> fill) =>
        Templates
            .GetOrAdd(name, _ => new Lazy<Task<string>>(async () =>
            {
                var connectionString = await CreateAsync(TemplatePrefix);
                await fill(connectionString);
                return await CloseAsync(connectionString);
            }))
            .Value;

    /// <summary>The template of an office that nobody has worked in: the schema, as the program makes it at its first start.</summary>
    public static Task<string> OfficeTemplateAsync() => TemplateAsync("office", async empty =>
        {
            await using var source = NpgsqlDataSource.Create(empty);
            await Migrator.MigrateAsync(source, CancellationToken.None);
        });

    /// <summary>
    /// Starts an office on the database of a template, has the work done in it and stops it; what its jobs planned is forgotten, so that no copy
    /// begins by making up for what was due meanwhile.
    /// </summary>
    public static async Task FoundAsync<THost>(THost office, string connectionString, Func<THost, Task> work)
        where THost : IAsyncDisposable
    {
        await using (office)
            await work(office);
        // What its jobs still hold would deadlock with the forgetting.
        await LeaveAsync(connectionString);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var forget = source.CreateCommand(
            """
            DO $$ DECLARE kept text;
            BEGIN
                FOR kept IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'hangfire' AND tablename <> 'schema' LOOP
                    EXECUTE 'TRUNCATE ' || kept || ' CASCADE';
                END LOOP;
            END $$
            """
        );
        await forget.ExecuteNonQueryAsync();
    }

    /// <summary>Whoever filled a template may still be leaving it, and what somebody is connected to is not copied: nobody is, from now on.</summary>
    private static async Task<string> CloseAsync(string connectionString)
    {
        NpgsqlConnection.ClearAllPools();
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await RunAsync(connectionString, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await LeaveAsync(connectionString);
        return name;
    }

    /// <summary>Ends whatever is connected to a database, and waits until it has.</summary>
    private static Task LeaveAsync(string connectionString) =>
        RunAsync(
            connectionString,
            $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(connectionString).Database}'"
        );

    /// <summary>Ends a database; a template stays for whoever copies it next.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        if (!name.StartsWith(TemplatePrefix, StringComparison.Ordinal))
            await RunAsync((await Running.Value).Server.ConnectionString, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    public static async Task StopAsync()
    {
        if (!Running.IsValueCreated)
            return;
        var (server, folder) = await Running.Value;
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(EmbeddedPostgres Server, string Folder)> StartAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home(), $"hdl-cluster-{Guid.CreateVersion7():N}")).FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var server = await EmbeddedPostgres.StartAsync(folder, null, NullLogger.Instance, new EmbeddedPostgresOptions { Fsync = false });
        return (server, folder);
    }

    /// <summary>In memory where there is room: hundreds of databases come and go, and making their files costs a disk more than what is asked of them.</summary>
    private static string Home() => Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= Room ? Memory : Path.GetTempPath();

    private static async Task RunAsync(string connectionString, string sql)
    {
        // Not pooled and in another database: a template in use cannot be copied.
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

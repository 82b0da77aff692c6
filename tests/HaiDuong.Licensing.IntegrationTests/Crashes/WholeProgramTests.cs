using System.Net;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>
/// The whole program, jobs on, with what a kill or an outage leaves it (faults 1, 6, 8): it never ends by itself, and says what it is able to do.
/// </summary>
public sealed class WholeProgramTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = WholeProgram.NewFolder();

    [TearDown]
    public void RemoveFolder()
    {
        if (File.Exists(Path.Combine(folder, "moved-to.txt")))
            Directory.Delete(File.ReadAllText(Path.Combine(folder, "moved-to.txt")).Trim(), recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    [Test, CancelAfter(240_000)]
    public async Task Jobs_WhoseLockAKilledProcessLeftBehind_RunAgainAndTheOfficeStaysOpen(CancellationToken cancel)
    {
        var database = await TestCluster.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancel);
        LeaveLock(connection);
        // However long the start takes, the lock is young until it has been in the way once.
        await AgeLockAsync(connection, "+1 hour", cancel);

        using var program = WholeProgram.Start(folder, database);
        await program.AskAsync("/health/live", HttpStatusCode.OK, cancel: cancel);
        var waiting = await program.AskAsync("/health/ready", HttpStatusCode.OK, "jobs: Degraded", cancel);
        while (!program.Log.Contains("JobServer failed and begins again", StringComparison.Ordinal))
            await Task.Delay(500, cancel);
        await AgeLockAsync(connection, "0", cancel);
        await program.AskAsync("/health/ready", HttpStatusCode.OK, "jobs: Healthy", cancel);

        Assert.That(waiting, Does.StartWith("Degraded").And.Contain("database: Healthy"));
        Assert.That(program.HasEnded, Is.False);
    }

    [Test, CancelAfter(240_000)]
    public async Task PrivateDatabase_KilledUnderTheOffice_IsBackByItself(CancellationToken cancel)
    {
        using var program = WholeProgram.Start(folder);
        await program.AskAsync("/health/ready", HttpStatusCode.OK, "jobs: Healthy", cancel);

        var killed = program.KillDatabase();
        await program.AskAsync("/health/ready", HttpStatusCode.OK, "database: Healthy", cancel);
        while (WholeProgram.DatabaseProcess(folder) is not { } now || now == killed)
            await Task.Delay(100, cancel);
        await program.AskAsync("/health/ready", HttpStatusCode.OK, "database: Healthy", cancel);
        await program.AskAsync("/", HttpStatusCode.OK, cancel: cancel);

        Assert.That(killed, Is.Not.Null);
        Assert.That(program.HasEnded, Is.False);
    }

    [Test, CancelAfter(240_000)]
    public async Task Office_WhoseServerStopsJustAfterItsStart_IsAliveAndNotReadyAndThenReady(CancellationToken cancel)
    {
        var place = Path.Combine(folder, "db");
        var server = await StartServerAsync(place);
        using var program = WholeProgram.Start(Path.Combine(folder, "office"), server.ConnectionString);
        await program.AskAsync("/", HttpStatusCode.OK, cancel: cancel);
        using var client = new HttpClient { BaseAddress = program.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var applicant = new PageVisitor(client);
        await applicant.OpenAsync(PermitApplication.Start + "/to-khai");
        var said = program.Log.Length;

        await server.DisposeAsync();
        var sent = await applicant.SendAsync(PermitApplication.Start + "/to-khai", [.. PermitApplication.Answers, ("go", "next")]);
        var notReady = await program.AskAsync("/health/ready", HttpStatusCode.ServiceUnavailable, cancel: cancel);
        await program.AskAsync("/health/live", HttpStatusCode.OK, cancel: cancel);
        await Task.Delay(TimeSpan.FromSeconds(5), cancel);
        var heard = program.Log.Length - said;
        await using var again = await StartServerAsync(place);
        await program.AskAsync("/health/ready", HttpStatusCode.OK, "jobs: Healthy", cancel);
        await program.AskAsync("/", HttpStatusCode.OK, cancel: cancel);

        Assert.That((sent.Status, sent.Response.Headers.RetryAfter?.ToString()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "10")));
        Assert.That(sent.Text, Does.Contain("CHƯA được ghi").And.Contain("Gửi lại").And.Contain("<li>Kỷ yếu hội thảo văn hóa xứ Đông</li>"));
        Assert.That(heard, Is.LessThan(20_000), "an outage is said in a few lines");
        Assert.That(notReady, Does.StartWith("Unhealthy").And.Contain("The database does not answer"));
        Assert.That(program.HasEnded, Is.False);
    }

    [Test, CancelAfter(240_000)]
    public async Task Office_WithoutItsSlips_OpensAndSaysSoWhereItIsAskedForItsHealth(CancellationToken cancel)
    {
        using var files = Tests.WorkflowFiles.WorkflowsCopy.Whole();
        Directory.Delete(files.PathOf("slips"), recursive: true);
        await File.WriteAllTextAsync(files.PathOf("procedures/press-conference/2017-01-01/procedure.json"), "{", cancel);

        var database = await TestCluster.CreateDatabaseAsync();
        using var program = WholeProgram.Start(folder, database, settings: ("Office__WorkflowsFolder", files.Root));
        var ready = await program.AskAsync("/health/ready", HttpStatusCode.OK, "jobs: ", cancel);
        await LooksAtTheDeadlinesAsync(database, cancel);
        await program.AskAsync("/thu-tuc/publishing-permit", HttpStatusCode.OK, cancel: cancel);
        await program.AskAsync("/thu-tuc/press-conference", HttpStatusCode.NotFound, cancel: cancel);

        Assert.That(
            ready,
            Does.Contain("workflows: Degraded").And.Contain("slips/nd61-2018/receipt.md").And.Contain("press-conference/2017-01-01/procedure.json")
        );
        Assert.That(program.Log, Does.Contain("was never published, so this procedure or route alone is not offered"));
    }

    [Test, CancelAfter(120_000)]
    public async Task Start_OnTheSchemaOfANewerProgram_EndsWithASentence(CancellationToken cancel)
    {
        var database = await TestCluster.CreateDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await Migrator.MigrateAsync(source, cancel);
            await using var newer = source.CreateCommand("INSERT INTO schema_migrations (name, hash) VALUES ('9999_of_tomorrow', 'x')");
            await newer.ExecuteNonQueryAsync(cancel);
        }

        using var program = WholeProgram.Start(folder, database);
        await program.EndedAsync(cancel);

        Assert.That(program.ExitCode, Is.EqualTo(1));
        Assert.That(program.Log, Does.Contain("9999_of_tomorrow").And.Contain("newer program").And.Not.Contain("   at "));
    }

    /// <summary>What became due while the office was closed is not left until the next quarter of an hour.</summary>
    private static async Task LooksAtTheDeadlinesAsync(string database, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(database);
        // The office answers before its jobs have laid out their tables.
        await using var laidOut = source.CreateCommand("SELECT to_regclass('hangfire.job') IS NOT NULL");
        while (await laidOut.ExecuteScalarAsync(cancel) is not true)
            await Task.Delay(200, cancel);
        await using var asked = source.CreateCommand("SELECT count(*) FROM hangfire.job WHERE invocationdata::text LIKE '%WatchDeadlinesAsync%'");
        while (await asked.ExecuteScalarAsync(cancel) is not > 0L)
            await Task.Delay(200, cancel);
    }

    private static async Task AgeLockAsync(NpgsqlConnection connection, string offset, CancellationToken cancel)
    {
        await using var age = new NpgsqlCommand("UPDATE hangfire.lock SET acquired = now() AT TIME ZONE 'UTC' + $1::interval", connection);
        age.Parameters.Add(new NpgsqlParameter { Value = offset });
        await age.ExecuteNonQueryAsync(cancel);
    }

    private static Task<EmbeddedPostgres> StartServerAsync(string place) =>
        EmbeddedPostgres.StartAsync(place, null, NullLogger.Instance, new EmbeddedPostgresOptions { Fsync = false });

    /// <summary>What a process leaves that is killed while it schedules its first job.</summary>
    private static void LeaveLock(NpgsqlConnection connection)
    {
        PostgreSqlObjectsInstaller.Install(connection, "hangfire");
#pragma warning disable CS0618 // The way that takes a connection string is enough here.
        var storage = new PostgreSqlStorage(
            connection.ConnectionString,
            new PostgreSqlStorageOptions { SchemaName = "hangfire", PrepareSchemaIfNecessary = false }
        );
#pragma warning restore CS0618
        storage.GetConnection().AcquireDistributedLock("lock:recurring-job:outbox", TimeSpan.FromSeconds(5));
    }
}

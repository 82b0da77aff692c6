using System.Net.Sockets;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Outages;

/// <summary>What the office takes a fault for, what it limits, and how much it says (faults 9, 10, 13).</summary>
public sealed class OutageTests
{
    private static readonly LocalDateTime Monday = new(2026, 11, 16, 9, 0);

    [TestCase(PostgresErrorCodes.DiskFull, OutageKind.DiskFull)]
    [TestCase(PostgresErrorCodes.TooManyConnections, OutageKind.DatabaseAway)]
    [TestCase(PostgresErrorCodes.AdminShutdown, OutageKind.DatabaseAway)]
    [TestCase(PostgresErrorCodes.CannotConnectNow, OutageKind.DatabaseAway)]
    [TestCase(PostgresErrorCodes.LockNotAvailable, OutageKind.DatabaseAway)]
    [TestCase(PostgresErrorCodes.QueryCanceled, OutageKind.DatabaseAway)]
    [TestCase(PostgresErrorCodes.UniqueViolation, OutageKind.None)]
    [TestCase(PostgresErrorCodes.UndefinedTable, OutageKind.None)]
    public void Fault_OfTheServer_IsTakenForWhatItIs(string code, OutageKind kind) =>
        Assert.That(
            Outage.Of(new InvalidOperationException("wrapped", new DbUpdateException("again", new PostgresException("m", "ERROR", "ERROR", code)))),
            Is.EqualTo(kind)
        );

    [Test]
    public async Task Fault_OfAServerThatIsNotThere_IsAnAwayDatabase()
    {
        await using var nowhere = new NpgsqlConnection("Host=127.0.0.1;Port=1;Username=x;Pooling=false");

        var fault = await Assert.ThrowsAsync<NpgsqlException>(() => nowhere.OpenAsync());

        Assert.That(Outage.Of(fault), Is.EqualTo(OutageKind.DatabaseAway));
    }

    [Test, Platform("Linux")]
    public void Fault_OfAFullDisk_IsAFullDisk()
    {
        var fault = Assert.Throws<IOException>(() => File.WriteAllText("/dev/full", "x"));

        Assert.That(Outage.Of(fault), Is.EqualTo(OutageKind.DiskFull));
        Assert.That(Outage.Of(new IOException("The sender hung up.")), Is.EqualTo(OutageKind.None));
    }

    [Test]
    public async Task Connection_ThatGoesBackToThePool_KnowsWhatItLearnt()
    {
        const string Question = "SELECT 'learnt'";
        await using var pages = NpgsqlDataSource.Create(ConnectionBudget.ForPages(await TestCluster.CreateDatabaseAsync()));

        for (var time = 0; time < 10; time++)
            await AskAsync(Question);
        var known = await AskAsync($"SELECT count(*) FROM pg_prepared_statements WHERE statement = '{Question.Replace("'", "''", StringComparison.Ordinal)}'");

        Assert.That(known, Is.EqualTo(1));

        async Task<object?> AskAsync(string question)
        {
            await using var command = pages.CreateCommand(question);
            return await command.ExecuteScalarAsync();
        }
    }

    [Test]
    public async Task Connections_OfTheOffice_AreLimitedInNumberAndInTime()
    {
        var database = await TestCluster.CreateDatabaseAsync();
        await using var pages = NpgsqlDataSource.Create(ConnectionBudget.ForPages(database));

        await using var ask = pages.CreateCommand(
            "SELECT concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'))"
        );
        var limits = await ask.ExecuteScalarAsync();
        var held = await Task.WhenAll(Enumerable.Range(0, ConnectionBudget.Pages).Select(_ => pages.OpenConnectionAsync().AsTask()));
        var oneMore = pages.OpenConnectionAsync().AsTask();
        var waits = !oneMore.IsCompleted;
        await held[0].DisposeAsync();
        await using var waited = await oneMore;

        Assert.That(limits, Is.EqualTo("30s 10s 1min"));
        Assert.That(waits, Is.True, "it waits for its turn instead of asking the server for one more");
        Assert.That(
            2 * (ConnectionBudget.Pages + ConnectionBudget.Jobs),
            Is.LessThan(97),
            "two processes fit into a server of 100, three of them for its administrator"
        );
        foreach (var one in held.Skip(1))
            await one.DisposeAsync();
    }

    [Test]
    public async Task Watch_OfARequest_KnowsWhetherItMayHaveWritten()
    {
        await using var office = await TestOffice.OpenAsync(Monday);

        var reads = CommitWatch.Begin();
        await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Dossiers.CountAsync());
        var readOnly = reads.MayHaveWritten;
        var writes = CommitWatch.Begin();
        await office.SubmitAsync("publishing-permit");

        Assert.That(readOnly, Is.False);
        Assert.That(writes.MayHaveWritten, Is.True);
    }

    private static readonly TestCaseData<Func<OfficeDbContext, Task>>[] NextSteps =
    [
        new(db => db.Dossiers.CountAsync()) { TestName = "{m}: a question" },
        new(db => db.Database.ExecuteSqlAsync($"DELETE FROM number_series")) { TestName = "{m}: a command" },
        new(db => db.Database.CurrentTransaction!.CreateSavepointAsync("next")) { TestName = "{m}: a save" },
        new(db => db.Database.CommitTransactionAsync()) { TestName = "{m}: the commit" },
        new(db => db.Database.RollbackTransactionAsync()) { TestName = "{m}: giving up" },
    ];

    [TestCaseSource(nameof(NextSteps))]
    public async Task Line_ThatBrokeUnnoticedInATransaction_IsAnAwayDatabaseToTheNextStep(Func<OfficeDbContext, Task> next)
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        var (fault, mayHaveWritten) = await office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            await db.Database.BeginTransactionAsync();
            Assert.That(() => db.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend(pg_backend_pid())"), Throws.Exception);
            var watch = CommitWatch.Begin();
            return (await Assert.CatchAsync(() => next(db)), watch.MayHaveWritten);
        });

        Assert.That(Outage.Of(fault), Is.EqualTo(OutageKind.DatabaseAway));
        Assert.That(mayHaveWritten, Is.False, "nothing was asked of the database");
    }

    [Test]
    public void Log_OfThirtySecondsWithoutADatabase_IsKilobytes()
    {
        var console = new CalmConsole();
        using var text = new StringWriter();
        var fault = new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused));

        for (var line = 0; line < 5000; line++)
            console.Write(
                new LogEntry<string>(LogLevel.Error, $"Category{line % 20}", new EventId(1), new string('x', 5000), fault, static (state, _) => state),
                null,
                text
            );
        console.Write(
            new LogEntry<string>(LogLevel.Error, "Other", new EventId(1), "A fault of ours", new InvalidOperationException("told whole"), static (state, _) =>
                state
            ),
            null,
            text
        );

        Assert.That(text.ToString(), Has.Length.LessThan(10_000).And.Contain("Category19").And.Contain("System.InvalidOperationException: told whole"));
    }

    [Test, Platform("Linux")]
    public async Task Health_OfAFullDisk_SaysSo()
    {
        var folder = Directory.CreateTempSubdirectory("hdl-full-").FullName;
        var health = new DiskHealth(new OfficeOptions { DataFolder = folder });
        var fine = await health.CheckHealthAsync(new HealthCheckContext());
        File.Delete(Path.Combine(folder, DiskHealth.ProbeName));
        File.CreateSymbolicLink(Path.Combine(folder, DiskHealth.ProbeName), "/dev/full");

        var full = await health.CheckHealthAsync(new HealthCheckContext());

        Directory.Delete(folder, recursive: true);
        Assert.That(fine.Status, Is.Not.EqualTo(HealthStatus.Unhealthy));
        Assert.That(full.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(full.Description, Does.Contain("disk is full"));
    }

    [TestCase(null, HealthStatus.Healthy, "not scanned")]
    [TestCase("127.0.0.1", HealthStatus.Degraded, "does not answer")]
    public async Task Health_OfTheScanner_TellsNoneFromAway(string? host, HealthStatus status, string words)
    {
        var scanner = new VirusScanner(host is null ? null : new ClamdScanner(host, 1, NullLogger<ClamdScanner>.Instance));

        var said = await new ScannerHealth(scanner).CheckHealthAsync(new HealthCheckContext());

        Assert.That((said.Status, said.Description), Is.EqualTo((status, said.Description)));
        Assert.That(said.Description, Does.Contain(words));
    }

    [Test]
    public async Task Health_OfBrokenFiles_NamesThem()
    {
        var law = new LawFound(WorkflowsFolder.Find(AppContext.BaseDirectory), [WorkflowProblem.At("workflows/slips/nd61-2018/receipt.md", 1, "SlipMissing")]);

        var said = await new LawHealth(law).CheckHealthAsync(new HealthCheckContext());

        Assert.That(said.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(said.Description, Does.Contain("workflows/slips/nd61-2018/receipt.md:1"));
    }
}

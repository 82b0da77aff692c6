using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Embedded;

[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgresTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("hdl-test-").FullName;

    // Server accounts other than ours must be able to walk to the data folder.
    private void Open() => File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);

    [TearDown]
    public void RemoveFolder()
    {
        foreach (var moved in Directory.EnumerateFiles(folder, "moved-to.txt", SearchOption.AllDirectories))
            Directory.Delete(File.ReadAllText(moved).Trim(), recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Start_OnAnEmptyFolder_MakesADatabaseThatSearchesVietnamese()
    {
        Open();

        await using var postgres = await StartAsync(folder);

        Assert.That(postgres.Owned, Is.True);
        Assert.That(await AskAsync(postgres, "SELECT unaccent('Nguyễn Thị Hường')"), Is.EqualTo("Nguyen Thi Huong"));
        Assert.That(await AskAsync(postgres, "SELECT similarity('giấy phép', 'giấy phép')::text"), Is.EqualTo("1"));
        Assert.That(await AskAsync(postgres, "SELECT current_setting('server_encoding') || ' ' || current_setting('timezone')"), Is.EqualTo("UTF8 UTC"));
        Assert.That(await AskAsync(postgres, "SELECT current_setting('listen_addresses')"), Is.Empty, "nothing listens on the network");
    }

    [Test]
    public async Task Start_AfterACleanStop_FindsTheRowsAgain()
    {
        Open();
        await using (var first = await StartAsync(folder))
            await WriteAsync(first);

        await using var second = await StartAsync(folder);

        Assert.That(await AskAsync(second, "SELECT sum(id)::text FROM kept"), Is.EqualTo("7"));
    }

    [Test]
    public async Task Start_WhileAnotherRuns_SharesItsServerAndLeavesItRunning()
    {
        Open();
        await using var owner = await StartAsync(folder);
        await WriteAsync(owner);

        await using (var guest = await StartAsync(folder))
        {
            Assert.That(guest.Owned, Is.False);
            Assert.That(await AskAsync(guest, "SELECT sum(id)::text FROM kept"), Is.EqualTo("7"));
        }

        Assert.That(await AskAsync(owner, "SELECT sum(id)::text FROM kept"), Is.EqualTo("7"));
    }

    [Test]
    public async Task Start_OfTwoAtOnce_MakesOneServer()
    {
        Open();

        var both = await Task.WhenAll(Task.Run(() => StartAsync(folder)), Task.Run(() => StartAsync(folder)));

        Assert.That(both.Count(one => one.Owned), Is.EqualTo(1));
        foreach (var one in both.OrderBy(one => one.Owned))
            await one.DisposeAsync();
    }

    [Test]
    public async Task Start_AfterTheServerWasKilled_FindsEveryCommittedRow()
    {
        Open();
        await using (var killed = await StartAsync(folder, new EmbeddedPostgresOptions()))
        {
            await WriteAsync(killed);
            using var postmaster = Process.GetProcessById(PostmasterId());
            postmaster.Kill();
        }

        await using var again = await StartAsync(folder, new EmbeddedPostgresOptions());

        Assert.That(again.Owned, Is.True);
        Assert.That(await AskAsync(again, "SELECT sum(id)::text FROM kept"), Is.EqualTo("7"));
    }

    [Test, CancelAfter(60_000)]
    public async Task Server_KilledWhileItIsUsed_IsStartedAgainWithEveryCommittedRow(CancellationToken cancel)
    {
        Open();
        await using var postgres = await StartAsync(folder, new EmbeddedPostgresOptions());
        await WriteAsync(postgres);
        using (var postmaster = Process.GetProcessById(PostmasterId()))
            postmaster.Kill();

        Assert.That(await AskUntilAnsweredAsync(postgres, cancel), Is.EqualTo("7"));
        await OwnsAsync(postgres, cancel);
    }

    [Test, CancelAfter(60_000)]
    public async Task Server_WhoseOwnerIsGone_IsTakenOverByWhoeverUsesIt(CancellationToken cancel)
    {
        Open();
        var owner = await StartAsync(folder);
        await WriteAsync(owner);
        await using var guest = await StartAsync(folder);

        await owner.DisposeAsync();

        Assert.That(await AskUntilAnsweredAsync(guest, cancel), Is.EqualTo("7"));
        await OwnsAsync(guest, cancel);
    }

    [Test]
    public async Task Start_AfterAKillHalfwayThroughCreation_BeginsAgain()
    {
        Open();
        Directory.CreateDirectory(Path.Combine(folder, "cluster.new", "base"));

        await using var postgres = await StartAsync(folder);

        Assert.That(await AskAsync(postgres, "SELECT 'ready'"), Is.EqualTo("ready"));
    }

    [Test]
    public async Task Start_InAFolderTooDeepForASocket_Works()
    {
        Open();

        await using var postgres = await StartAsync(Path.Combine(folder, new string('d', 60), new string('e', 60)));

        Assert.That(await AskAsync(postgres, "SELECT 'ready'"), Is.EqualTo("ready"));
    }

    [Test]
    public async Task Start_BelowAFolderClosedToOthers_Works()
    {
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_000_000);

        await using var postgres = await StartAsync(Path.Combine(folder, "data"));

        Assert.That(await AskAsync(postgres, "SELECT 'ready'"), Is.EqualTo("ready"));
    }

    [Test]
    public async Task Start_WithAWrongProgramsFolder_SaysSo()
    {
        Open();

        var problem = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(folder, "/nonexistent", NullLogger.Instance));

        Assert.That(problem!.Message, Does.Contain("/nonexistent"));
    }

    // A new server answers everybody a moment before its keeper has seen it answer.
    private static async Task OwnsAsync(EmbeddedPostgres postgres, CancellationToken cancel)
    {
        while (!postgres.Owned)
            await Task.Delay(20, cancel);
    }

    private static async Task<string?> AskUntilAnsweredAsync(EmbeddedPostgres postgres, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await AskAsync(postgres, "SELECT sum(id)::text FROM kept");
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50, cancel);
            }
        }
    }

    private static Task<EmbeddedPostgres> StartAsync(string dataFolder, EmbeddedPostgresOptions? options = null) =>
        EmbeddedPostgres.StartAsync(dataFolder, null, NullLogger.Instance, options ?? new EmbeddedPostgresOptions { Fsync = false });

    private int PostmasterId() => int.Parse(File.ReadLines(Path.Combine(folder, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static Task<string> WriteAsync(EmbeddedPostgres postgres) =>
        AskAsync(postgres, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (3), (4); SELECT ''");

    private static async Task<string> AskAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}

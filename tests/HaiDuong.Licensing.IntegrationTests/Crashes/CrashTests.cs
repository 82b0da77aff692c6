using System.Diagnostics;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>Processes that are killed at any instant, on a cluster of their own that really syncs (faults 1 to 4, 6).</summary>
public sealed class CrashTests
{
    private const int Rounds = 6;
    private const int WorkersARound = 2;
    private string folder = "";
    private EmbeddedPostgres server = null!;
    private ServiceProvider services = null!;
    private readonly List<WorkerProcess> started = [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("hdl-crash-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        server = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "db"), null, NullLogger.Instance);
        services = BareOffice.Services(server.ConnectionString, folder, new FakeClock(OfficeClock.ToInstant(BareOffice.Start)));
        await BareOffice.FoundAsync(services);
        services.GetRequiredService<SigningKeys>();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        started.ForEach(worker => worker.Dispose());
        await services.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Office_KilledAtAnyInstant_IsBeforeOrAfterEachAct()
    {
        var random = new Random(20_260_413);
        var answered = 0;
        var next = StartWorkers(0);
        for (var round = 1; round <= Rounds; round++)
        {
            var workers = next;
            await Task.WhenAll(workers.Select(worker => worker.Ready));
            next = round < Rounds ? StartWorkers(round) : [];
            foreach (var worker in workers)
                worker.Go();
            foreach (var worker in workers)
            {
                await Task.Delay(random.Next(300, 900));
                await worker.KillAsync();
            }

            await Task.WhenAll(next.Select(worker => worker.Ready));
            await WorkersAreGoneAsync();
            Assert.That(workers.SelectMany(worker => worker.Faults), Is.Empty, $"Round {round}");
            Assert.That(await OfficeInvariants.FaultsAsync(services, folder), Is.Empty, $"Round {round}");
            answered += await KeptAsync([.. workers.SelectMany(worker => worker.Done)]);
        }

        Assert.That(answered, Is.GreaterThan(Rounds), "Nothing was proved: hardly an act was done before the kills.");
    }

    [Test]
    public async Task Act_WhoseDatabaseBackendIsKilled_FailsAloneAndTheNextWorks()
    {
        var journey = new DossierDriver(services, OfficeStaff.All, "publishing-permit");
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => journey.ReachAsync(DossierAct.Submit)));

        Assert.That(
            () => AcceptAndLoseBackendAsync(ids[0]),
            Throws
                .InstanceOf<Exception>()
                .With.Matches<Exception>(fault => fault?.GetBaseException() is NpgsqlException or IOException or System.Net.Sockets.SocketException)
        );
        await ServerIsBackAsync();
        var results = await Task.WhenAll(ids.Select(id => journey.AcceptAsync(id, OfficeStaff.Clerk)));

        Assert.That(results, Has.All.Property(nameof(ActResult.Done)).True);
        Assert.That(await OfficeInvariants.FaultsAsync(services, folder), Is.Empty);
    }

    private string WorkersConnection => new NpgsqlConnectionStringBuilder(server.ConnectionString) { ApplicationName = CrashWorker.Command }.ConnectionString;

    private List<WorkerProcess> StartWorkers(int round)
    {
        var workers = Enumerable
            .Range(1, WorkersARound)
            .Select(number => new WorkerProcess(WorkersConnection, folder, round * WorkersARound + number))
            .ToList();
        started.AddRange(workers);
        return workers;
    }

    private async Task AcceptAndLoseBackendAsync(Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        await scope
            .ServiceProvider.GetRequiredService<ActDesk>()
            .DoAsync(
                id,
                null,
                OfficeStaff.Clerk,
                async (dossier, act) =>
                {
                    var code = await scope.ServiceProvider.GetRequiredService<NumberSeries>().NextDossierCodeAsync("000.00.17.H24", act.Local.Date, default);
                    var backend = await db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync();
                    using (var process = Process.GetProcessById(backend))
                        process.Kill();
                    return dossier.Accept(code, act);
                },
                default
            );
    }

    /// <summary>The last backends of killed processes roll back by themselves.</summary>
    private async Task WorkersAreGoneAsync()
    {
        await using var command = services
            .GetRequiredService<NpgsqlDataSource>()
            .CreateCommand($"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{CrashWorker.Command}' AND state <> 'idle'");
        while ((long)(await command.ExecuteScalarAsync())! > 0)
            await Task.Delay(20);
    }

    /// <summary>How many of the answered acts there were; each must be in the database.</summary>
    private async Task<int> KeptAsync(IReadOnlyCollection<(Guid Dossier, int Revision)> answered)
    {
        await using var scope = services.CreateAsyncScope();
        var stored = await scope
            .ServiceProvider.GetRequiredService<OfficeDbContext>()
            .Dossiers.AsNoTracking()
            .Select(dossier => new { dossier.Id, dossier.Revision })
            .ToDictionaryAsync(dossier => dossier.Id, dossier => dossier.Revision);
        Assert.That(answered.Where(act => stored.GetValueOrDefault(act.Dossier) < act.Revision), Is.Empty, "An answered act was lost.");
        return answered.Count;
    }

    private async Task ServerIsBackAsync()
    {
        var unpooled = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(unpooled);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 250)
            {
                await Task.Delay(20);
            }
        }
    }
}

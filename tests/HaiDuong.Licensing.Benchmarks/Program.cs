using HaiDuong.Licensing.Benchmarks;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Storage.Embedded;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

var folder = Directory.CreateTempSubdirectory("hdl-bench-").FullName;
if (!OperatingSystem.IsWindows())
    File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
try
{
    await using var server = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "db"), null, NullLogger.Instance);
    var report = new Report();
    var cluster = new ClusterCpu(Path.Combine(folder, "db"));
    var tape = new StatementTape();
    var hold = new SeriesHold();
    await report.DescribeMachineAsync(server.ConnectionString);
    RouteBench.Run(report);

    var clock = new FakeClock(OfficeClock.ToInstant(BareOffice.Start), Duration.FromMilliseconds(1));
    await using var services = tape.Services(server.ConnectionString, folder, clock, hold);
    await BareOffice.FoundAsync(services);
    if (args.Contains("due-dates"))
    {
        await InOwnOfficeAsync("duedates", clock, office => DueDateBench.RunAsync(office, clock, report));
        Console.WriteLine(report);
        return 0;
    }

    if (args.Contains("past-records"))
    {
        await InOwnOfficeAsync("pastrecords", clock, office => PastRecordsBench.RunAsync(office, report));
        Console.WriteLine(report);
        return 0;
    }

    await JourneyBench.RunAsync(services, tape, hold, cluster, report);
    if (args.Contains("journeys"))
    {
        Console.WriteLine(report);
        return 0;
    }

    await DocumentBench.RunAsync(services, report);
    await SizeBench.RunAsync(services, report);

    await InOwnOfficeAsync("replay", clock, office => ReplayBench.RunAsync(office, tape, cluster, report));
    await PageBench.RunAsync(services, server.ConnectionString, folder, cluster, report);
    await InOwnOfficeAsync("duedates", clock, office => DueDateBench.RunAsync(office, clock, report));
    await InOwnOfficeAsync("pastrecords", clock, office => PastRecordsBench.RunAsync(office, report));
    Console.WriteLine(report);

    async Task InOwnOfficeAsync(string name, FakeClock now, Func<IServiceProvider, Task> measure)
    {
        await using (var source = NpgsqlDataSource.Create(server.ConnectionString))
        await using (var create = source.CreateCommand($"CREATE DATABASE {name}"))
            await create.ExecuteNonQueryAsync();
        var own = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
        await using var office = BareOffice.Services(own, folder, now);
        await BareOffice.FoundAsync(office);
        await measure(office);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return 0;

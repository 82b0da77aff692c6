using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>A whole office without its pages: a database and a data folder of its own, and a clock that the test sets.</summary>
public sealed class TestOffice : IAsyncDisposable
{
    /// <summary>Half past ten of a Friday.</summary>
    public static readonly LocalDateTime DemoMoment = new(2026, 11, 20, 10, 30);

    private static readonly Lazy<string> DemoFolder = new(() => Directory.CreateTempSubdirectory("hdl-demo-").FullName);

    private TestOffice(OfficeInTime time, OfficeOptions options, string connectionString)
    {
        Time = time;
        Options = options;
        ConnectionString = connectionString;
    }

    public OfficeInTime Time { get; }

    public OfficeOptions Options { get; }

    public string ConnectionString { get; }

    public MovingClock Clock => Time.Clock;

    public static Actor Clerk { get; } =
        new(
            Guid.CreateVersion7(),
            "Cán bộ một cửa",
            [new RoleHolding(StaffRole.CounterClerk, Units.Counter), new RoleHolding(StaffRole.CounterClerk, "service-centre")]
        );

    /// <summary>An empty office: nobody has an account.</summary>
    public static async Task<TestOffice> OpenAsync(LocalDateTime at, string? workflows = null, bool mergers = true) =>
        await OpenAsync(await TestCluster.OfficeTemplateAsync(), at, workflows, mergers);

    /// <summary>An office with <see cref="OfficeStaff"/>, at nine o'clock of a Monday.</summary>
    public static async Task<TestOffice> OpenStaffedAsync()
    {
        var template = await TestCluster.TemplateAsync("staffed-office", async empty =>
        {
            await using var founding = OfficeInTime.Open(
                new OfficeOptions { WorkflowsFolder = WorkflowsFolder.Find(AppContext.BaseDirectory).Root },
                empty,
                OfficeClock.ToInstant(BareOffice.Start)
            );
            await BareOffice.FoundAsync(founding.Services);
        });
        return await OpenAsync(template, BareOffice.Start, null, mergers: true);
    }

    /// <summary>The demo office of the founded department as it stands at <see cref="DemoMoment"/>: made once a run, a copy for each.</summary>
    public static async Task<TestOffice> OpenDemoAsync()
    {
        var template = await TestCluster.TemplateAsync("demo-office", async empty =>
        {
            var options = new OfficeOptions
            {
                Mergers = false,
                DataFolder = DemoFolder.Value,
                WorkflowsFolder = WorkflowsFolder.Find(AppContext.BaseDirectory).Root,
            };
            await using var founding = OfficeInTime.Open(options, empty, OfficeClock.ToInstant(DemoMoment.PlusYears(-1)));
            await Migrator.MigrateAsync(founding.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None);
            await DemoOffice.MakeAsync(founding, DemoMoment, CancellationToken.None);
        });
        var office = await OpenAsync(template, DemoMoment, null, mergers: false);
        foreach (var file in Directory.EnumerateFiles(DemoFolder.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(office.Options.DataFolder, Path.GetRelativePath(DemoFolder.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return office;
    }

    /// <summary>At the end of the run.</summary>
    public static void ForgetDemo()
    {
        if (DemoFolder.IsValueCreated)
            Directory.Delete(DemoFolder.Value, recursive: true);
    }

    private static async Task<TestOffice> OpenAsync(string template, LocalDateTime at, string? workflows, bool mergers)
    {
        var connectionString = await TestCluster.CreateDatabaseAsync(template);
        var options = new OfficeOptions
        {
            Mergers = mergers,
            DataFolder = Directory.CreateTempSubdirectory("hdl-office-").FullName,
            WorkflowsFolder = workflows ?? WorkflowsFolder.Find(AppContext.BaseDirectory).Root,
        };
        return new TestOffice(OfficeInTime.Open(options, connectionString, OfficeClock.ToInstant(at)), options, connectionString);
    }

    public async Task<T> AtDeskAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var desk = Time.Desk();
        return await work(desk.ServiceProvider);
    }

    /// <summary>Drives dossiers of one procedure through this office by its staff.</summary>
    public DossierDriver Driver(string slug = "publishing-permit", int number = 2) => new(Time.Services, OfficeStaff.All, slug, number);

    /// <summary>An online dossier that waits for the counter.</summary>
    public async Task<Guid> SubmitAsync(string slug, int number = 0)
    {
        var id = Guid.CreateVersion7();
        Sure(await Driver(slug, number).OpenAsync(id, SubmissionChannel.Online));
        return id;
    }

    public Task<Dossier> AcceptAsync(Guid id) =>
        AtDeskAsync(async desk => Sure(await desk.GetRequiredService<AcceptDossier>().DoAsync(new(id, null), Clerk, CancellationToken.None)));

    public static Dossier Sure(ActResult result) => DossierDriver.Sure("act", result);

    public AsyncServiceScope CreateScope() => Time.Desk();

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Time.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Everything that dossiers left behind, row by row, so that two moments can be compared.</summary>
    public Task<string> WholeAsync() =>
        AskAsync<string>(
            """
            SELECT concat(
                (SELECT json_agg(d ORDER BY id) FROM dossiers d), (SELECT json_agg(w ORDER BY id) FROM work_items w),
                (SELECT json_agg(h ORDER BY id) FROM history h), (SELECT json_agg(n ORDER BY id) FROM notices n),
                (SELECT json_agg(s ORDER BY series) FROM number_series s))
            """
        );

    public async ValueTask DisposeAsync()
    {
        await Time.DisposeAsync();
        await TestCluster.DropDatabaseAsync(ConnectionString);
        Directory.Delete(Options.DataFolder, recursive: true);
    }
}

using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>A whole office without pages on a database of its own, at nine o'clock of a Monday; its clock moves only when told.</summary>
internal sealed class TestOffice : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "office-data");
    private readonly ServiceProvider services;

    private TestOffice(string connectionString, FakeClock clock)
    {
        ConnectionString = connectionString;
        Clock = clock;
        services = BareOffice.Services(connectionString, Folder, clock);
        Journey = new PermitJourney(services);
    }

    public string ConnectionString { get; }

    public FakeClock Clock { get; }

    public PermitJourney Journey { get; }

    public static async Task<TestOffice> OpenAsync()
    {
        var template = await TestCluster.TemplateAsync("act-office", async connectionString =>
        {
            await using var founding = BareOffice.Services(connectionString, Folder, AtStart());
            await BareOffice.FoundAsync(founding);
        });
        return new TestOffice(await TestCluster.CreateDatabaseAsync(template), AtStart());
    }

    public AsyncServiceScope CreateScope() => services.CreateAsyncScope();

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Everything that dossiers left behind, row by row, so that two moments can be compared.</summary>
    public Task<string> WholeAsync() => AskAsync<string>(
        """
        SELECT concat(
            (SELECT json_agg(d ORDER BY id) FROM dossiers d), (SELECT json_agg(w ORDER BY id) FROM work_items w),
            (SELECT json_agg(h ORDER BY id) FROM history h), (SELECT json_agg(n ORDER BY id) FROM notices n),
            (SELECT json_agg(s ORDER BY series) FROM number_series s))
        """);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await TestCluster.DropDatabaseAsync(ConnectionString);
    }

    private static FakeClock AtStart() => new(OfficeClock.ToInstant(BareOffice.Start));
}

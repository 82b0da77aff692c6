using System.Data.Common;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>A statement as it was sent; <see cref="Act"/> counts the acts of its journey, so that a replay knows the transactions.</summary>
internal sealed record Statement(int Act, string Text, NpgsqlParameter[] Parameters);

/// <summary>Records the SQL of journeys, so that the very same statements can be sent again without the program around them.</summary>
internal sealed class StatementTape : DbCommandInterceptor
{
    private readonly AsyncLocal<List<Statement>?> current = new();
    private readonly AsyncLocal<StrongBox?> act = new();

    public List<List<Statement>> Journeys { get; } = [];

    public ServiceProvider Services(string connectionString, string dataFolder, IClock clock, SeriesHold hold)
    {
        var options = new OfficeOptions
        {
            Mergers = true,
            DataFolder = dataFolder,
            WorkflowsFolder = WorkflowsFolder.Find(AppContext.BaseDirectory).Root,
        };
        return new ServiceCollection()
            .AddLogging()
            .AddOffice(options, connectionString)
            .AddSingleton(clock)
            .ConfigureDbContext<OfficeDbContext>(builder => builder.AddInterceptors(this, hold))
            .BuildServiceProvider();
    }

    /// <summary>Records what is done from here on in this flow of control.</summary>
    public void Begin()
    {
        List<Statement> journey = [];
        lock (Journeys)
            Journeys.Add(journey);
        current.Value = journey;
        act.Value = new StrongBox();
    }

    public void NextAct()
    {
        if (act.Value is { } counter)
            counter.Act++;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    private void Record(DbCommand command) =>
        current.Value?.Add(
            new Statement(act.Value!.Act, command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())])
        );

    private sealed class StrongBox
    {
        public int Act { get; set; }
    }
}

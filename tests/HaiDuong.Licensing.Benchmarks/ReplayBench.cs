using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>The recorded statements again, on an empty office, by Npgsql alone with as many connections: what the database part costs at least.</summary>
internal static class ReplayBench
{
    public static async Task RunAsync(IServiceProvider services, StatementTape tape, ClusterCpu cluster, Report report)
    {
        var source = services.GetRequiredService<NpgsqlDataSource>();
        var acts = tape.Journeys.Sum(journey => journey.Select(statement => statement.Act).Distinct().Count());
        report.Add("SQL statements an act (round trips without BEGIN and COMMIT)", $"{(double)tape.Journeys.Sum(journey => journey.Count) / acts:0.0}");
        var (ours, theirs, clock) = (Process.GetCurrentProcess().TotalProcessorTime, cluster.Used(), Stopwatch.StartNew());
        await Task.WhenAll(
            tape.Journeys.Chunk(JourneyBench.JourneysAWorker)
                .Select(journeys =>
                    Task.Run(async () =>
                    {
                        foreach (var journey in journeys)
                            await ReplayAsync(source, journey);
                    })
                )
        );
        clock.Stop();
        ours = Process.GetCurrentProcess().TotalProcessorTime - ours;
        theirs = cluster.Used() - theirs;
        report.Add("the same SQL by raw Npgsql: acts/s, 8 connections", $"{acts / clock.Elapsed.TotalSeconds:0}");
        report.Add(
            "the same SQL by raw Npgsql: CPU ms an act, program + PostgreSQL",
            $"{ours.TotalMilliseconds / acts:0.0} + {theirs.TotalMilliseconds / acts:0.0}"
        );
    }

    private static async Task ReplayAsync(NpgsqlDataSource source, List<Statement> journey)
    {
        var row = new object[64];
        foreach (var act in journey.GroupBy(statement => statement.Act))
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var statement in act)
            {
#pragma warning disable CA2100 // The text was recorded from the program itself.
                await using var command = new NpgsqlCommand(statement.Text, connection, transaction);
#pragma warning restore CA2100
                command.Parameters.AddRange(statement.Parameters);
                await using var reader = await command.ExecuteReaderAsync();
                do
                {
                    while (await reader.ReadAsync())
                        reader.GetValues(row);
                } while (await reader.NextResultAsync());
                command.Parameters.Clear();
            }

            await transaction.CommitAsync();
        }
    }
}

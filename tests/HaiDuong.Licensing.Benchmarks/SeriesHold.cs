using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HaiDuong.Licensing.Benchmarks;

/// <summary>How long acts keep a number series to themselves: from the statement that takes the number to the end of the commit.</summary>
internal sealed class SeriesHold : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly ConcurrentDictionary<DbConnection, (string Kind, long Since)> open = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> held = new(StringComparer.Ordinal);

    public void Tell(Report report, string who)
    {
        foreach (var (kind, times) in held.OrderBy(kind => kind.Key, StringComparer.Ordinal))
            report.Add(
                $"number series of {kind} held, {who}, p50 / p95 ms ({times.Count} numbers)",
                $"{Report.Percentile(times, 0.5):0.0} / {Report.Percentile(times, 0.95):0.0}"
            );
        Forget();
    }

    public void Forget() => held.Clear();

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.CommandText.Contains("INTO number_series", StringComparison.Ordinal))
            open.TryAdd(command.Connection!, (((string)command.Parameters[0].Value!).Split('/')[0], Stopwatch.GetTimestamp()));
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (open.TryRemove(eventData.Context!.Database.GetDbConnection(), out var taken))
            held.GetOrAdd(taken.Kind, _ => []).Add(Stopwatch.GetElapsedTime(taken.Since).TotalMilliseconds);
        return Task.CompletedTask;
    }
}

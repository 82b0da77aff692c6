using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>How much a check of the data looked at and how many faults it found.</summary>
public sealed record DataCheckCount(long Dossiers, long Files, long Faults);

/// <summary>Writes down what a check finds while it finds it, on a connection of its own beside those that read.</summary>
internal sealed class DataCheckReport(NpgsqlDataSource source, Guid id)
{
    /// <summary>So many faults of a check are kept to be shown; all are counted.</summary>
    private const int MostKept = 10_000;

    /// <summary>So many checks are kept.</summary>
    private const int ChecksKept = 12;

    public DataCheckCount Count { get; private set; } = new(0, 0, 0);

    public Task BeginAsync(Instant now, CancellationToken cancel) => RunAsync("INSERT INTO data_checks (id, started_at) VALUES ($1, $2)", cancel, id, now);

    public async Task AddAsync(CheckedPart part, CancellationToken cancel)
    {
        foreach (var fault in part.Faults)
        {
            Count = Count with { Faults = Count.Faults + 1 };
            if (Count.Faults <= MostKept)
                await RunAsync(
                    "INSERT INTO data_faults (check_id, serial, kind, dossier_id, subject, expected, found) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    cancel,
                    id,
                    Count.Faults,
                    fault.Kind.ToString(),
                    (object?)fault.DossierId ?? DBNull.Value,
                    fault.Subject,
                    fault.Expected,
                    fault.Found
                );
        }

        Count = Count with { Dossiers = Count.Dossiers + part.Dossiers, Files = Count.Files + part.Files };
        await RunAsync("UPDATE data_checks SET dossiers = $2, files = $3, faults = $4 WHERE id = $1", cancel, id, Count.Dossiers, Count.Files, Count.Faults);
    }

    public async Task FinishAsync(Instant now, CancellationToken cancel)
    {
        await RunAsync("UPDATE data_checks SET finished_at = $2 WHERE id = $1", cancel, id, now);
        await RunAsync("DELETE FROM data_checks WHERE id NOT IN (SELECT id FROM data_checks ORDER BY started_at DESC, id DESC LIMIT $1)", cancel, ChecksKept);
    }

    private async Task RunAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}

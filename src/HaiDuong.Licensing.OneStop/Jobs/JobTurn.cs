using Npgsql;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>Lets one process at a time do a job. The database frees the turn when its holder dies, so that none is ever left behind.</summary>
public sealed class JobTurn(NpgsqlDataSource source)
{
    private const int Jobs = 4_023;

    /// <summary>Does the job, or nothing while another process does it.</summary>
    public async Task TakeAsync(string job, Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        if (!await AskAsync(connection, "SELECT pg_try_advisory_lock($1, hashtext($2))", job, cancel))
            return;
        try
        {
            await work(cancel);
        }
        finally
        {
            if (connection.FullState.HasFlag(System.Data.ConnectionState.Open))
                await AskAsync(connection, "SELECT pg_advisory_unlock($1, hashtext($2))", job, CancellationToken.None);
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, string job, CancellationToken cancel)
    {
#pragma warning disable CA2100 // One of the two constants above.
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = Jobs },
                new() { Value = job },
            },
        };
#pragma warning restore CA2100
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }
}

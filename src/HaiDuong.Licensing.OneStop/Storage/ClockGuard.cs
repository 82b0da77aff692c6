using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>A clock that is too far from the last moment the office has seen.</summary>
public sealed record ClockJump(Instant Seen, Instant Now);

/// <summary>
/// Canh đồng hồ: keeps the last moment that the office has seen. When the clock is far from it, nothing is ended, warned of or removed by it
/// until the clock is right again or an administrator confirms it.
/// </summary>
public sealed class ClockGuard(NpgsqlDataSource source, OfficeClock clock, OfficeOptions options)
{
    /// <summary>A clock that is put right by a little may go back.</summary>
    private static readonly Duration MostBack = Duration.FromHours(1);

    /// <summary>Null, and the mark is moved to now, when the clock goes on from where it was.</summary>
    public async Task<ClockJump?> LookAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var seen = await MarkAsync(
            "CASE WHEN $1 BETWEEN clock_mark.seen_at - $2 AND clock_mark.seen_at + $3 THEN $1 ELSE clock_mark.seen_at END",
            cancel,
            now,
            MostBack,
            Duration.FromDays(options.MostDaysAway)
        );
        return seen == now ? null : new ClockJump(seen, now);
    }

    /// <summary>The clock is right: the office was closed, or the clock is put right only now.</summary>
    public Task ConfirmAsync(CancellationToken cancel) => MarkAsync("$1", cancel, clock.Now);

    private async Task<Instant> MarkAsync(string seen, CancellationToken cancel, params object[] values)
    {
#pragma warning disable CA2100 // One of the two expressions above.
        await using var mark = source.CreateCommand(
            $"INSERT INTO clock_mark (seen_at) VALUES ($1) ON CONFLICT (one) DO UPDATE SET seen_at = {seen} RETURNING seen_at"
        );
#pragma warning restore CA2100
        foreach (var value in values)
            mark.Parameters.Add(new NpgsqlParameter { Value = value });
        return (Instant)(await mark.ExecuteScalarAsync(cancel))!;
    }
}

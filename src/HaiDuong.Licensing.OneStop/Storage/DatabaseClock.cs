using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Giờ của cơ sở dữ liệu: the moment by the database's clock, which all processes share, carried on by a stopwatch between two looks at it. However
/// this machine's clock is set or moved, acts, deadlines and numbers do not follow it.
/// </summary>
public sealed class DatabaseClock(NpgsqlDataSource source, TimeProvider machine) : IClock
{
    private sealed record Look(Instant At, long Stamp);

    private volatile Look? last;

    /// <summary>How far this machine's clock is ahead of the database's; negative when it is behind.</summary>
    public Duration Skew => Machine - GetCurrentInstant();

    private Instant Machine => Instant.FromDateTimeOffset(machine.GetUtcNow());

    /// <summary>By this machine's clock until the database was looked at for the first time.</summary>
    public Instant GetCurrentInstant() => last is { } look ? look.At + Duration.FromTimeSpan(machine.GetElapsedTime(look.Stamp)) : Machine;

    /// <summary>Looks at the database's clock.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await using var ask = source.CreateCommand("SELECT clock_timestamp()");
        var asked = machine.GetTimestamp();
        var said = (Instant)(await ask.ExecuteScalarAsync(cancel))!;
        // It was said somewhere between asking and hearing.
        last = new Look(said, asked + ((machine.GetTimestamp() - asked) / 2));
    }
}

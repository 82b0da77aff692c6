using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>The office's wall clock; the one place that knows Asia/Ho_Chi_Minh.</summary>
public sealed class OfficeClock(IClock clock)
{
    private const long TicksPerMicrosecond = 10;

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    /// <summary>In whole microseconds, as the database keeps it, so that what is read back equals what was saved.</summary>
    public Instant Now => Instant.FromUnixTimeTicks(clock.GetCurrentInstant().ToUnixTimeTicks() / TicksPerMicrosecond * TicksPerMicrosecond);

    public LocalDateTime Local => ToLocal(Now);

    public LocalDate Today => Local.Date;

    public static LocalDateTime ToLocal(Instant instant) => instant.InZone(Zone).LocalDateTime;

    public static Instant ToInstant(LocalDateTime local) => local.InZoneLeniently(Zone).ToInstant();

    /// <summary>When a day begins here; null for none.</summary>
    public static Instant? StartOf(LocalDate? day) => day is { } date ? ToInstant(date.AtMidnight()) : null;
}

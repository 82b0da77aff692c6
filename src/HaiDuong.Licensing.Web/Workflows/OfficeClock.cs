using NodaTime;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>The office's wall clock; the one place that knows Asia/Ho_Chi_Minh.</summary>
public sealed class OfficeClock(IClock clock)
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public Instant Now => clock.GetCurrentInstant();

    public LocalDateTime Local => ToLocal(Now);

    public LocalDate Today => Local.Date;

    public static LocalDateTime ToLocal(Instant instant) => instant.InZone(Zone).LocalDateTime;

    public static Instant ToInstant(LocalDateTime local) => local.InZoneLeniently(Zone).ToInstant();
}

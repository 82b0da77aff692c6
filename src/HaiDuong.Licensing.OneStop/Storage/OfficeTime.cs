namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>
/// Giờ của cơ quan for whatever asks the framework for the time: sessions, waits after wrong passwords and the security log go by the same clock as acts.
/// </summary>
public sealed class OfficeTime(DatabaseClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}

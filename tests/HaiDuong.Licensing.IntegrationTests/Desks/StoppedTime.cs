namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The machine's time as a test sets it: sessions, waits after wrong passwords and the password before signing go by it.</summary>
public sealed class StoppedTime : TimeProvider
{
    private DateTimeOffset now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan time) => now += time;
}

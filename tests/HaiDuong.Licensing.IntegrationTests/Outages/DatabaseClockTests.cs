using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Outages;

/// <summary>A machine whose clock is wrong (fault 17): moments come from the database's clock, and health says how far the machine is off.</summary>
public sealed class DatabaseClockTests
{
    private static readonly Duration Little = Duration.FromSeconds(20);
    private OfficeHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await OfficeHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase(1)]
    [TestCase(-1)]
    public async Task Moment_OnAMachineAnHourOff_IsTheDatabases_AlsoWhenTheMachineIsPutRight(int hours)
    {
        var source = host.Services.GetRequiredService<NpgsqlDataSource>();
        var machine = new WrongTime { Off = TimeSpan.FromHours(hours) };
        var clock = new DatabaseClock(source, machine);
        await clock.LookAsync(CancellationToken.None);

        var (moment, skew) = (clock.GetCurrentInstant(), clock.Skew);
        var health = await new ClockHealth(clock, new ClockGuard(source, new OfficeClock(clock), new OfficeOptions())).CheckHealthAsync(
            new HealthCheckContext()
        );
        machine.Off = TimeSpan.Zero;
        var later = clock.GetCurrentInstant();

        Assert.That(Math.Abs((await AskAsync(source) - moment).TotalSeconds), Is.LessThan(Little.TotalSeconds));
        Assert.That(Math.Abs((skew - Duration.FromHours(hours)).TotalSeconds), Is.LessThan(Little.TotalSeconds));
        Assert.That((health.Status, health.Description), Is.EqualTo((HealthStatus.Degraded, health.Description)));
        Assert.That(health.Description, Does.Contain($"60 minutes {(hours > 0 ? "ahead of" : "behind")} the database's"));
        Assert.That(later, Is.GreaterThanOrEqualTo(moment).And.LessThan(moment + Little), "moments go on in order");
    }

    [Test]
    public void Office_CountsByTheDatabasesClock() => Assert.That(host.Services.GetRequiredService<IClock>(), Is.TypeOf<DatabaseClock>());

    [Test]
    public async Task Sessions_OnAMachineAnHourOff_GoByTheDatabasesClock()
    {
        var source = host.Services.GetRequiredService<NpgsqlDataSource>();
        var clock = new DatabaseClock(source, new WrongTime { Off = TimeSpan.FromHours(1) });
        await clock.LookAsync(CancellationToken.None);

        var session = Instant.FromDateTimeOffset(new OfficeTime(clock).GetUtcNow());

        Assert.That(Math.Abs((await AskAsync(source) - session).TotalSeconds), Is.LessThan(Little.TotalSeconds));
        Assert.That(host.Services.GetRequiredService<TimeProvider>(), Is.TypeOf<OfficeTime>());
    }

    private static async Task<Instant> AskAsync(NpgsqlDataSource source)
    {
        await using var ask = source.CreateCommand("SELECT clock_timestamp()");
        return (Instant)(await ask.ExecuteScalarAsync())!;
    }

    private sealed class WrongTime : TimeProvider
    {
        public TimeSpan Off { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Off;
    }
}

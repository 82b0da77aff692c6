using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Features.Succession;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>A clock that stands until it is set.</summary>
public sealed class MovingClock(Instant start) : IClock
{
    public Instant Now { get; set; } = start;

    public Instant GetCurrentInstant() => Now;
}

/// <summary>The office's services a second time, on the same database and files, at a time of one's own choosing.</summary>
public sealed class OfficeInTime : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private OfficeInTime(ServiceProvider provider, MovingClock clock)
    {
        this.provider = provider;
        Clock = clock;
    }

    public MovingClock Clock { get; }

    public IServiceProvider Services => provider;

    public Rulebooks Rulebooks => provider.GetRequiredService<Rulebooks>();

    /// <summary>Takes over what was read from <c>workflows/</c> when <paramref name="office"/> has read it already.</summary>
    public static OfficeInTime Open(OfficeOptions options, string connectionString, Instant start, IServiceProvider? office = null)
    {
        var clock = new MovingClock(start);
        var services = new ServiceCollection().AddLogging().AddOffice(options, connectionString);
        // Its papers are its own: they wait for the scanner of the office that runs, and keep no story from being told.
        services.AddSingleton<IClock>(clock).AddSingleton(new VirusScanner(null));
        services.AddSingleton(office?.GetService<IConfiguration>() ?? new ConfigurationBuilder().Build());
        if (office is not null)
            services
                .AddSingleton(office.GetRequiredService<ProcedureCatalogue>())
                .AddSingleton(office.GetRequiredService<OfficeCalendar>())
                .AddSingleton(office.GetRequiredService<Rulebooks>());
        return new OfficeInTime(services.BuildServiceProvider(), clock);
    }

    /// <summary>Goes on to a later moment; what ended units had by then passes to their successors, as the job of an office does.</summary>
    public async Task GoToAsync(Instant later, CancellationToken cancel)
    {
        var (before, now) = (OfficeClock.ToLocal(Clock.Now).Date, OfficeClock.ToLocal(later).Date);
        Clock.Now = later;
        if (!Rulebooks.Catalogue.Organisation.ChangeDays.Any(day => day > before && day <= now))
            return;
        await using var desk = Desk();
        await desk.ServiceProvider.GetRequiredService<MoveToSuccessors>().DoAsync(cancel);
    }

    /// <summary>A desk of its own for one act, as a request of a page has.</summary>
    public AsyncServiceScope Desk() => provider.CreateAsyncScope();

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}

using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Keeps what was counted in the past for an hour: a dossier more or less changes nothing that can be seen.</summary>
public sealed class ForecastShelf
{
    private static readonly Duration Age = Duration.FromHours(1);

    private volatile Kept? kept;

    /// <summary>Null when nothing is kept, or what is kept is too old.</summary>
    public Forecaster? At(Instant now) => kept is { } one && now >= one.Since && now < one.Since + Age ? one.Forecaster : null;

    public Forecaster Keep(Instant now, Forecaster forecaster)
    {
        kept = new Kept(now, forecaster);
        return forecaster;
    }

    private sealed record Kept(Instant Since, Forecaster Forecaster);
}

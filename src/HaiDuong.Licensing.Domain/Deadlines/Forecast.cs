using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Whose past a forecast was taken from.</summary>
public enum ForecastSource
{
    /// <summary>The same step of the same procedure.</summary>
    Procedure,

    /// <summary>The same step of the same route, whatever the procedure.</summary>
    Route,

    /// <summary>The same step, whatever the route.</summary>
    Office,
}

/// <summary>
/// Dự báo: how many of so many past stays like this one came to their result within the time that is left, and what such a share came to so far.
/// </summary>
/// <param name="InTime">How many did.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Source">Whose past it is.</param>
public sealed record Forecast(int InTime, int Of, ForecastSource Source)
{
    /// <summary>Of those like it, from 0 to 1.</summary>
    public double Share => (double)InTime / Of;

    /// <summary>Khả năng đúng hạn: from 0 to 1, as often as it came about when the past said so much (<see cref="ForecastScale"/>).</summary>
    public double Chance { get; init; } = (double)InTime / Of;
}

/// <summary>An open dossier at its step: since when, and in working time how long it is there and how long is left until it is late.</summary>
public sealed record ForecastCase(string Procedure, string Route, string Step, Duration Stay, Duration Left);

/// <summary>
/// Sổ dự báo: what the finished dossiers of the office tell of an open one. Of those that were at the same step at least as long, it counts how many needed no
/// more time from then on than is left. Nothing but counting; see <see cref="Of"/>.
/// </summary>
public sealed class ForecastBook
{
    /// <summary>With fewer past stays nothing is said.</summary>
    public const int Fewest = 20;

    private readonly Dictionary<(ForecastSource, string, string), List<PastStay>> pools = [];

    public ForecastBook(IEnumerable<PastStay> past)
    {
        foreach (var stay in past.OrderByDescending(stay => stay.Stay))
        foreach (var (source, whose) in SourcesOf(stay.Procedure, stay.Route))
        {
            if (!pools.TryGetValue((source, whose, stay.Step), out var pool))
                pools.Add((source, whose, stay.Step), pool = []);
            pool.Add(stay);
        }
    }

    /// <summary>All that it was made from.</summary>
    public IEnumerable<PastStay> Stays => pools.Where(pool => pool.Key.Item1 == ForecastSource.Office).SelectMany(pool => pool.Value);

    /// <summary>
    /// Of the procedure where enough of its dossiers were at the step so long, else of the route, else of the whole office; of what is there longer than nearly
    /// all were, the longest stays, as if it left the step now. Null when there are too few to say anything.
    /// </summary>
    /// <param name="open">The dossier.</param>
    /// <param name="knownBy">Takes only what was known by then; null for all.</param>
    public Forecast? Of(ForecastCase open, LocalDateTime? knownBy = null) => Find(open, knownBy, false) ?? Find(open, knownBy, true);

    private Forecast? Find(ForecastCase open, LocalDateTime? knownBy, bool longest)
    {
        foreach (var (source, whose) in SourcesOf(open.Procedure, open.Route))
        {
            if (pools.TryGetValue((source, whose, open.Step), out var pool) && Count(pool, source, open, knownBy, longest) is { } forecast)
                return forecast;
        }

        return null;
    }

    /// <summary>Among those that stayed at least as long; with <paramref name="longest"/> filled up to the fewest by the longest of the others.</summary>
    private static Forecast? Count(List<PastStay> pool, ForecastSource source, ForecastCase open, LocalDateTime? knownBy, bool longest)
    {
        var (of, inTime) = (0, 0);
        foreach (var past in pool)
        {
            if (past.KnownFrom > knownBy)
                continue;
            if (past.Stay < open.Stay && !(longest && of < Fewest))
                break;
            of++;
            if (Duration.Max(past.Stay - open.Stay, Duration.Zero) + past.Rest <= open.Left)
                inTime++;
        }

        return of >= Fewest ? new Forecast(inTime, of, source) : null;
    }

    private static (ForecastSource Source, string Whose)[] SourcesOf(string procedure, string route) =>
        [(ForecastSource.Procedure, procedure), (ForecastSource.Route, route), (ForecastSource.Office, "")];
}

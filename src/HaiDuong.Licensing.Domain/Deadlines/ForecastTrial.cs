using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Of the forecasts that said about the same: how many there were, and after how many the result was there in time.</summary>
/// <param name="Tenth">What was said, in tenths: 8 is from 75 to 85 per cent.</param>
/// <param name="Said">How many forecasts said so.</param>
/// <param name="InTime">After how many it was in time.</param>
public sealed record ForecastBand(int Tenth, int Said, int InTime)
{
    public double Share => (double)InTime / Said;
}

/// <summary>
/// Thử dự báo trên hồ sơ đã xong: for each finished dossier what would have been said of it when it came to a step, and after each further
/// day's work there, from what was known before; held against what became of it. From the answers comes the scale by which the next forecasts are corrected.
/// </summary>
public sealed record ForecastTrial
{
    private const int Tenths = 10;

    /// <summary>In so many parts the past is gone through; each is told by the scale of what was known when it began.</summary>
    private const int Parts = 20;

    /// <summary>A stay that is long would else be asked about without end.</summary>
    private const int MostDays = 10;

    private static readonly Duration Day = Duration.FromHours(8);

    /// <summary>By what was said, those of which something was said.</summary>
    public IReadOnlyList<ForecastBand> Bands { get; private init; } = [];

    public int Said => Bands.Sum(band => band.Said);

    /// <summary>Tỷ lệ dự báo đúng: how often what was more likely came about; null when nothing was said.</summary>
    public double? RightShare { get; private init; }

    /// <summary>By all answers; null while there are too few.</summary>
    public ForecastScale? Scale { get; private init; }

    public static ForecastTrial Of(ForecastBook book)
    {
        var answers = Answers(book).OrderBy(answer => answer.Since).ToList();
        var (said, inTime, right) = (new int[Tenths + 1], new int[Tenths + 1], 0);
        foreach (var part in answers.Chunk(Math.Max(1, answers.Count / Parts)))
        {
            if (ScaleOf([.. answers.Where(answer => answer.KnownFrom <= part[0].Since)]) is not { } scale)
                continue;
            foreach (var answer in part)
            {
                var chance = scale.Of(answer.Share);
                var tenth = (int)Math.Round(chance * Tenths, MidpointRounding.AwayFromZero);
                said[tenth]++;
                inTime[tenth] += answer.InTime ? 1 : 0;
                right += answer.InTime == chance >= 0.5 ? 1 : 0;
            }
        }

        return new ForecastTrial
        {
            Bands = [.. Enumerable.Range(0, Tenths + 1).Where(tenth => said[tenth] > 0).Select(tenth => new ForecastBand(tenth, said[tenth], inTime[tenth]))],
            RightShare = said.Sum() is > 0 and var all ? (double)right / all : null,
            Scale = ScaleOf(answers),
        };
    }

    private static ForecastScale? ScaleOf(List<Answer> answers) => ForecastScale.Of([.. answers.Select(answer => (answer.Share, answer.InTime))]);

    private static IEnumerable<Answer> Answers(ForecastBook book)
    {
        foreach (var stay in book.Stays)
        {
            for (var day = 0; day < MostDays && (day == 0 || Day * day < stay.Stay); day++)
            {
                var open = new ForecastCase(stay.Procedure, stay.Route, stay.Step, Day * day, stay.Left - (Day * day));
                if (open.Left > Duration.Zero && book.Of(open, stay.Since) is { } forecast)
                    yield return new Answer(stay.Since, stay.KnownFrom, forecast.Share, stay.InTime);
            }
        }
    }

    private sealed record Answer(LocalDateTime Since, LocalDateTime KnownFrom, double Share, bool InTime);
}

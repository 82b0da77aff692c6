using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// Thời gian ở một bước: how long it took so many times, in working time: half of them no longer than the median (trung vị), nine of ten no longer than the
/// ninetieth percentile. Both are times that were really taken (nearest rank), not means of two.
/// </summary>
/// <param name="Count">How many times.</param>
/// <param name="Median">Trung vị.</param>
/// <param name="Ninetieth">Nine of ten took no longer.</param>
public sealed record TimeSpent(int Count, Duration Median, Duration Ninetieth)
{
    private const int Half = 50;
    private const int NineOfTen = 90;
    private const int Whole = 100;

    /// <summary>Null when it never happened.</summary>
    public static TimeSpent? Of(IEnumerable<Duration> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? null : new TimeSpent(sorted.Count, At(Half), At(NineOfTen));

        Duration At(int percent) => sorted[(int)((((long)percent * sorted.Count) + Whole - 1) / Whole) - 1];
    }
}

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// Thang hiệu chỉnh: how often it was in time when so large a share of the past said so. Shares that were asked are taken in groups, by their
/// size; where a larger share came about less often than a smaller one the two are one group (isotonic regression by pooling neighbours).
/// </summary>
public sealed class ForecastScale
{
    /// <summary>With fewer answers no share is corrected.</summary>
    public const int Fewest = 200;

    private const int Group = 50;

    private readonly IReadOnlyList<(double Most, double CameTrue)> groups;

    private ForecastScale(IReadOnlyList<(double Most, double CameTrue)> groups) => this.groups = groups;

    /// <summary>Null when there are too few answers.</summary>
    /// <param name="answers">What share was said, and whether it was in time.</param>
    public static ForecastScale? Of(IReadOnlyCollection<(double Share, bool InTime)> answers)
    {
        if (answers.Count < Fewest)
            return null;
        var pooled = new Stack<(double Most, int InTime, int Count)>();
        foreach (var chunk in answers.OrderBy(answer => answer.Share).Chunk(Group))
        {
            var group = (Most: chunk[^1].Share, InTime: chunk.Count(answer => answer.InTime), Count: chunk.Length);
            while (pooled.TryPeek(out var lower) && (long)lower.InTime * group.Count >= (long)group.InTime * lower.Count)
            {
                pooled.Pop();
                group = (group.Most, lower.InTime + group.InTime, lower.Count + group.Count);
            }

            pooled.Push(group);
        }

        return new ForecastScale([.. pooled.Reverse().Select(group => (group.Most, (double)group.InTime / group.Count))]);
    }

    /// <summary>From 0 to 1; never smaller for a larger share.</summary>
    public double Of(double share)
    {
        foreach (var (most, cameTrue) in groups)
        {
            if (share <= most)
                return cameTrue;
        }

        return groups[^1].CameTrue;
    }
}

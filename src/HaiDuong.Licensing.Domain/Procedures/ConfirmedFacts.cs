namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Which facts are confirmed (dữ kiện đã xác nhận): by the file itself, or by an administrator on top of it.</summary>
public sealed class ConfirmedFacts
{
    private readonly Dictionary<(string File, string Path), FactConfirmation> last = [];

    /// <param name="lines">The lines of any number of facts; of each fact the one with the highest ordinal counts.</param>
    public ConfirmedFacts(IEnumerable<FactConfirmation> lines)
    {
        foreach (var line in lines.OrderBy(line => line.Ordinal))
            last[(line.FileKey, line.Path)] = line;
    }

    /// <summary>The confirmation that holds; null when there is none, it was withdrawn, or the fact says something else now.</summary>
    public FactConfirmation? Of(string file, Fact fact) =>
        last.TryGetValue((file, fact.Path), out var line) && line.Mark == FactMark.Confirmed && line.Statement == fact.Statement ? line : null;

    /// <summary>Whether a fact is confirmed.</summary>
    public bool Holds(string file, Fact fact) => fact.Verified || Of(file, fact) is not null;
}

namespace HaiDuong.Licensing.Domain;

/// <summary>
/// Something the law or practice says (căn cứ), with where it was found and whether a lawyer has confirmed it.
/// </summary>
public abstract record Sourced
{
    /// <summary>One or more source keys of the file's <c>sources</c>, separated by commas; "OK" is general knowledge.</summary>
    public required string Source { get; init; }

    /// <summary>True only after a lawyer compared the statement with the text in force.</summary>
    public required bool Verified { get; init; }

    /// <summary>What is not certain about it (điều còn ngờ), e.g. that another province publishes another term; null when nothing is. Never public.</summary>
    public string? Doubt { get; init; }

    /// <summary>Background for whoever confirms it (ghi chú), e.g. what was in force before. Never public.</summary>
    public string? Remark { get; init; }

    /// <summary>The fact with its place in the file, for the list that a lawyer works through.</summary>
    public Fact FactAt(string path) => new(path, Statement, Source, Verified) { Doubt = Doubt, Remark = Remark };

    /// <summary>The fact as a sentence or name that a lawyer can confirm.</summary>
    internal abstract string Statement { get; }
}

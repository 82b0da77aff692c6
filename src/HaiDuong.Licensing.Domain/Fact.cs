namespace HaiDuong.Licensing.Domain;

/// <summary>One legal fact of a procedure file (dữ kiện pháp lý) as the list for the lawyer shows it.</summary>
/// <param name="Path">Where it stands in the file, e.g. <c>papers.manuscript</c>.</param>
/// <param name="Statement">What is said.</param>
/// <param name="Source">The source keys it rests on.</param>
/// <param name="Verified">Whether a lawyer has confirmed it.</param>
public sealed record Fact(string Path, string Statement, string Source, bool Verified)
{
    /// <summary>What is not certain about it; null when nothing is.</summary>
    public string? Doubt { get; init; }

    /// <summary>Background for whoever confirms it.</summary>
    public string? Remark { get; init; }
}

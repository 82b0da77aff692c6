using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>A paper as pages show it: with what the virus scanner said of its file; counted papers have none.</summary>
public sealed record ShownPaper(Paper Paper, ScanState State)
{
    /// <summary>Whether staff may get the file.</summary>
    public bool IsGiven => Paper.FileHash is not null && State is (ScanState.Clean or ScanState.NotScanned);

    public static async Task<IReadOnlyList<ShownPaper>> OfAsync(IReadOnlyList<Paper> papers, PaperScans scans, CancellationToken cancel)
    {
        var states = await scans.OfAsync(papers.Select(paper => paper.FileHash), cancel);
        return [.. papers.Select(paper => new ShownPaper(paper, paper.FileHash is null ? ScanState.NotScanned : states[paper.FileHash]))];
    }
}

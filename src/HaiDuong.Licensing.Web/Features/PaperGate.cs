using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Web.Storage.Files;

namespace HaiDuong.Licensing.Web.Features;

/// <summary>Stands before the acts that take an applicant's papers over: every file must lie whole in the store.</summary>
public sealed class PaperGate(FileStore files)
{
    /// <exception cref="DamagedFileException">A file is missing or damaged; the act is refused with what to do.</exception>
    public async Task CheckAsync(Dossier dossier, CancellationToken cancel)
    {
        foreach (var hash in dossier.Papers.Select(paper => paper.FileHash).OfType<string>().Distinct(StringComparer.Ordinal))
            await using (await files.OpenAsync(hash, cancel))
            {
            }
    }
}

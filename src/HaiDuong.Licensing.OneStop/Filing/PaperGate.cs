using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>
/// Stands before the acts that take an applicant's papers over or decide by them: every file must lie whole in the store, and where there is a
/// virus scanner it must have called every file clean.
/// </summary>
public sealed class PaperGate(FileStore files, PaperScans scans)
{
    /// <summary>Why the papers cannot be taken over now, each by name; empty when they can.</summary>
    /// <exception cref="DamagedFileException">A file is missing or damaged; the act is refused with what to do.</exception>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(Dossier dossier, CancellationToken cancel)
    {
        if (await RefusedAsync(dossier, true, cancel) is { Count: > 0 } refusals)
            return refusals;
        foreach (var hash in dossier.Papers.Select(paper => paper.FileHash).OfType<string>().Distinct(StringComparer.Ordinal))
            await using (await files.OpenAsync(hash, cancel)) { }

        return [];
    }

    /// <summary>Papers that can never be taken over, so that the applicant sends others before submitting; those that wait do not keep them.</summary>
    public Task<IReadOnlyList<Refusal>> CheckSentAsync(Dossier dossier, CancellationToken cancel) => RefusedAsync(dossier, false, cancel);

    private async Task<IReadOnlyList<Refusal>> RefusedAsync(Dossier dossier, bool waitingToo, CancellationToken cancel)
    {
        var states = await scans.OfAsync(dossier.Papers.Select(paper => paper.FileHash), cancel);
        return
        [
            .. from paper in dossier.Papers
            where paper.FileHash is not null
            let refusal = states[paper.FileHash!] switch
            {
                ScanState.Infected => new Refusal(nameof(RefusalCode.PaperInfected), PaperUpload.FieldOf(paper.Key), paper.FileName ?? paper.Key),
                ScanState.Refused => new Refusal(nameof(RefusalCode.PaperNotScannable), PaperUpload.FieldOf(paper.Key), paper.FileName ?? paper.Key),
                ScanState.Waiting when waitingToo => new Refusal(
                    nameof(RefusalCode.PaperWaitsForScan),
                    PaperUpload.FieldOf(paper.Key),
                    paper.FileName ?? paper.Key
                ),
                _ => null,
            }
            where refusal is not null
            select refusal,
        ];
    }
}

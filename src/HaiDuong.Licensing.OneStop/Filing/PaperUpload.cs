using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>A file as it is sent: what it is called and its content.</summary>
public sealed record IncomingFile(string FileName, Func<Stream> Open);

/// <summary>One file that somebody sends for one paper of the procedure.</summary>
public sealed record IncomingPaper(PaperRequirement Paper, string FileName, Func<Stream> Open);

/// <summary>
/// Tải giấy tờ lên: each file is checked and stored first, then those that are good join the dossier in one act. The result's refusals name
/// the files that were not taken, by the field <c>papers.{key}</c>.
/// </summary>
public sealed class PaperUpload(FileStore files, PaperScans scans, ActDesk desk, DossierStore dossiers, OfficeClock clock)
{
    /// <summary>The most files of one dossier.</summary>
    public const int MostFiles = 200;

    /// <summary>Megabytes of the files of one dossier of somebody without an account; others have <see cref="MostMegabytes"/>.</summary>
    public const int MostMegabytesOfVisitor = 200;

    public const int MostMegabytes = 1000;

    /// <summary>How long one request waits for the virus scanner, whatever it carries; what was not scanned by then waits for the job.</summary>
    private static readonly TimeSpan ScanPatience = TimeSpan.FromSeconds(4);

    public static string FieldOf(string paperKey) => $"papers.{paperKey}";

    /// <summary>A good file joins the dossier also when another is refused.</summary>
    public async Task<ActResult> AddAsync(Guid dossierId, IReadOnlyList<IncomingPaper> incoming, Actor actor, CancellationToken cancel)
    {
        var taken = new List<(string Key, StoredFile File)>();
        var refusals = new List<Refusal>();
        var known = await dossiers.ReadAsync(dossierId, cancel);
        var most = known is { OwnerAccountId: null, Channel: SubmissionChannel.Online } ? MostMegabytesOfVisitor : MostMegabytes;
        var bytes = known?.Papers.Sum(paper => paper.Size) ?? 0;
        using var patience = new CancellationTokenSource(ScanPatience);
        foreach (var paper in incoming)
        {
            await using var content = paper.Open();
            var result = await files.SaveAsync(content, paper.FileName, LimitsOf(paper.Paper), cancel);
            var refusal = result.Refusal ?? await RefusedByScanAsync(result.File!, patience.Token, cancel);
            if (refusal is null && (bytes += result.File!.Size) > most * 1024L * 1024)
                refusal = new Refusal(nameof(RefusalCode.PapersTooLarge), null, most, result.File.CleanName);
            if (refusal is null)
                taken.Add((paper.Paper.Key, result.File!));
            else
                refusals.Add(new Refusal(refusal.Code, FieldOf(paper.Paper.Key), [.. refusal.Args]));
        }

        var added = await desk.DoAsync(dossierId, null, actor, (dossier, act) => Join(dossier, act, taken), cancel);
        return added with { Refusals = [.. added.Refusals, .. refusals] };
    }

    /// <summary>
    /// Checks and stores a file that an act of the office brings with it, e.g. the applicant's request on paper; it joins the dossier by that act. Its refusal
    /// is about <paramref name="field"/>.
    /// </summary>
    public async Task<(Paper? Paper, IReadOnlyList<Refusal> Refusals)> StoreAsync(string key, string field, IncomingFile incoming, CancellationToken cancel)
    {
        var (file, refusal) = await TakeAsync(incoming, cancel);
        return file is not null ? (PaperOf(key, file, clock.Now), []) : (null, [new Refusal(refusal!.Code, field, [.. refusal.Args])]);
    }

    /// <summary>Checks and stores a scan or photo that somebody of the office attaches; it joins the dossier with the act that its form does.</summary>
    public async Task<(AttachedFile? File, Refusal? Refusal)> StoreAsync(IncomingFile incoming, CancellationToken cancel)
    {
        var (file, refusal) = await TakeAsync(incoming, cancel);
        if (file is null)
            return (null, refusal);
        var position = file.ShowsPlace ? PhotoPlace.PositionIn(await files.Objects.ReadAsync(file.Hash, cancel)) : null;
        return (new AttachedFile(file.Hash, file.CleanName, file.ContentType, file.Size, file.IsActive, position), null);
    }

    public Task<ActResult> RemoveAsync(Guid dossierId, Guid paperId, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(dossierId, null, actor, (dossier, act) => dossier.RemovePaper(paperId, act), cancel);

    /// <summary>Bỏ nơi chụp: a copy of the photo that does not tell where it was taken stands in for it.</summary>
    public async Task<ActResult> TakePlaceOutAsync(Dossier dossier, Guid paperId, Actor actor, CancellationToken cancel)
    {
        if (dossier.Papers.FirstOrDefault(one => one.Id == paperId) is not { ShowsPlace: true, FileHash: { } hash } photo)
            return await desk.DoAsync(dossier.Id, null, actor, (_, _) => [], cancel);
        await using var content = await files.OpenAsync(hash, cancel);
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancel);
        using var copy = new MemoryStream(PhotoPlace.Without(whole.ToArray()));
        var result = await files.SaveAsync(copy, photo.FileName, UploadLimits.Default, cancel);
        using var patience = new CancellationTokenSource(ScanPatience);
        var refusal = result.Refusal ?? await RefusedByScanAsync(result.File!, patience.Token, cancel);
        return await desk.DoAsync(
            dossier.Id,
            null,
            actor,
            (kept, act) =>
                refusal is null
                    ? [.. kept.RemovePaper(paperId, act), .. Join(kept, act, [(photo.Key, result.File!)])]
                    : [new Refusal(refusal.Code, FieldOf(photo.Key), [.. refusal.Args])],
            cancel
        );
    }

    private async Task<(StoredFile? File, Refusal? Refusal)> TakeAsync(IncomingFile incoming, CancellationToken cancel)
    {
        await using var content = incoming.Open();
        var result = await files.SaveAsync(content, incoming.FileName, UploadLimits.Default, cancel);
        using var patience = new CancellationTokenSource(ScanPatience);
        var refusal = result.Refusal ?? await RefusedByScanAsync(result.File!, patience.Token, cancel);
        return refusal is null ? (result.File, null) : (null, refusal);
    }

    private async Task<Refusal?> RefusedByScanAsync(StoredFile file, CancellationToken patience, CancellationToken cancel) =>
        await scans.ScanAsync(file.Hash, patience, cancel) switch
        {
            ScanState.Infected => new Refusal(nameof(RefusalCode.UploadInfected), null, file.CleanName),
            ScanState.Refused => new Refusal(nameof(RefusalCode.UploadNotScannable), null, file.CleanName),
            _ => null,
        };

    private static IReadOnlyList<Refusal> Join(Dossier dossier, ActContext act, List<(string Key, StoredFile File)> taken)
    {
        var round = dossier.OpenSupplement(act.Local.Date)?.Round ?? 0;
        // The same file sent twice for the same paper is one; under another name it is listed under both.
        var news = taken
            .DistinctBy(item => (item.Key, item.File.Hash, item.File.CleanName))
            .Where(item =>
                !dossier.Papers.Any(paper =>
                    paper.Key == item.Key && paper.FileHash == item.File.Hash && paper.FileName == item.File.CleanName && paper.Round == round
                )
            )
            .ToList();
        if (dossier.Papers.Count + news.Count > MostFiles)
            return [new Refusal(nameof(RefusalCode.PapersTooMany), null, MostFiles)];
        return [.. news.SelectMany(item => dossier.AddPaper(PaperOf(item.Key, item.File, act.Now), act))];
    }

    private static Paper PaperOf(string key, StoredFile file, Instant now) =>
        new(Guid.CreateVersion7(), key, file.Hash, file.CleanName, file.ContentType, file.Size, 0, 0, now)
        {
            DownloadOnly = file.IsActive,
            ShowsPlace = file.ShowsPlace,
        };

    private static UploadLimits LimitsOf(PaperRequirement paper) =>
        new() { Kinds = [.. paper.AcceptedTypes.Select(type => Enum.Parse<FileKind>(type, ignoreCase: true))] };
}

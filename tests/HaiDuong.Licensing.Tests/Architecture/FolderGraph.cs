using System.Collections.Concurrent;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace HaiDuong.Licensing.Tests.Architecture;

/// <summary>
/// Which folder of a project knows which, by the types that its code uses once it is compiled. A page's view belongs to the folder of the page.
/// </summary>
internal sealed class FolderGraph
{
    private static readonly ConcurrentDictionary<string, Lazy<FolderGraph>> Read = new(StringComparer.Ordinal);
    private const string Views = "AspNetCoreGeneratedDocument";
    private readonly SortedDictionary<string, SortedDictionary<string, string>> arrows = new(StringComparer.Ordinal);

    private FolderGraph(string root) => Root = root;

    /// <summary>The project, and the name of its own folder.</summary>
    public string Root { get; }

    /// <summary>From one folder to the others that it uses, each with one example.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, string>> Arrows => arrows;

    /// <summary>Read once a run: whole assemblies are looked through.</summary>
    public static FolderGraph Of(string assembly) => Read.GetOrAdd(assembly, _ => new Lazy<FolderGraph>(() => ReadOf(assembly))).Value;

    private static FolderGraph ReadOf(string assembly)
    {
        var graph = new FolderGraph(assembly);
        foreach (var type in new ArchLoader().LoadAssemblies(System.Reflection.Assembly.Load(assembly)).Build().Types)
        foreach (var used in type.Dependencies.Select(dependency => dependency.Target))
            graph.Add(type, used);
        return graph;
    }

    /// <summary>Folders that reach themselves again over others.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Circles()
    {
        var reached = arrows.Keys.ToDictionary(folder => folder, Reached, StringComparer.Ordinal);
        return
        [
            .. arrows
                .Keys.Where(folder => reached[folder].Contains(folder))
                .GroupBy(folder =>
                    string.Join(
                        ' ',
                        reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)).Order(StringComparer.Ordinal)
                    )
                )
                .Select(circle => circle.ToList()),
        ];
    }

    /// <summary>A folder without the name of its project, which is the dot.</summary>
    public string Short(string folder) => folder == Root ? "." : folder[(Root.Length + 1)..];

    private HashSet<string> Reached(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(arrows[folder].Keys);
        while (next.TryPop(out var other))
            if (reached.Add(other) && arrows.TryGetValue(other, out var further))
                foreach (var one in further.Keys)
                    next.Push(one);
        return reached;
    }

    private void Add(IType user, IType used)
    {
        if (FolderOf(user) is not { } from || FolderOf(used) is not { } to || from == to)
            return;
        if (!arrows.TryGetValue(from, out var known))
            arrows[from] = known = new(StringComparer.Ordinal);
        known.TryAdd(to, $"{user.Name} → {used.Name}");
    }

    private string? FolderOf(IType type)
    {
        var name = type.Namespace?.FullName ?? "";
        if (name == Views)
            return $"{Root}.{type.Name[..(type.Name.IndexOf("__", StringComparison.Ordinal) is > 0 and var part ? part : type.Name.LastIndexOf('_'))].Replace('_', '.')}";
        return name == Root || name.StartsWith(Root + ".", StringComparison.Ordinal) ? name : null;
    }
}

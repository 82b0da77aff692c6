using System.Text.Json.Nodes;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>A copy of the shipped folder that a test may spoil: whole, or with some procedures only, which is read sooner.</summary>
public sealed class WorkflowsCopy : IDisposable
{
    /// <summary>The procedures that most tests spoil.</summary>
    private static readonly string[] Usual =
    [
        "publishing-permit",
        "press-conference",
        "foreign-press-conference",
        "bts-investment-approval",
        "game-point-certificate",
        "postal-licence",
    ];

    /// <summary>With the procedures that most tests spoil.</summary>
    public WorkflowsCopy()
        : this(Usual.Contains) { }

    private WorkflowsCopy(Predicate<string> isCopied)
    {
        Root = Directory.CreateTempSubdirectory("workflows").FullName;
        var source = WorkflowsFolder.Find(AppContext.BaseDirectory).Root;
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var file = Path.GetRelativePath(source, path);
            if (file.Split(Path.DirectorySeparatorChar) is ["procedures", var slug, ..] && !isCopied(slug))
                continue;
            var target = Path.Combine(Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    public string Root { get; }

    public static WorkflowsCopy Whole() => new(_ => true);

    /// <summary>With what one file needs that is read: its own procedure, or none.</summary>
    public static WorkflowsCopy For(string file) => new(slug => file.Split('/')[1] == slug);

    public string PathOf(string file) => Path.Combine(Root, file);

    public void Replace(string file, string old, string text)
    {
        var content = File.ReadAllText(PathOf(file));
        Assert.That(content, Does.Contain(old));
        File.WriteAllText(PathOf(file), content.Replace(old, text, StringComparison.Ordinal));
    }

    public void Edit(string file, Action<JsonNode> edit)
    {
        var document = JsonNode.Parse(File.ReadAllText(PathOf(file)))!;
        edit(document);
        File.WriteAllText(PathOf(file), document.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

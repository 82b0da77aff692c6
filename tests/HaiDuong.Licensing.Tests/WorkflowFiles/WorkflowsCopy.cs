using System.Text.Json.Nodes;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>A copy of the shipped folder that a test may spoil: whole, or with the procedures that tests spoil, which is read sooner.</summary>
public sealed class WorkflowsCopy : IDisposable
{
    private static readonly string[] Spoilt =
    [
        "publishing-permit",
        "press-conference",
        "foreign-press-conference",
        "bts-investment-approval",
        "game-point-certificate",
        "postal-licence",
    ];

    public WorkflowsCopy(bool whole = false)
    {
        Root = Directory.CreateTempSubdirectory("workflows").FullName;
        var source = WorkflowsFolder.Find(AppContext.BaseDirectory).Root;
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            if (!whole && IsLeftOut(Path.GetRelativePath(source, path)))
                continue;
            var target = Path.Combine(Root, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    public string Root { get; }

    private static bool IsLeftOut(string file) => file.Split(Path.DirectorySeparatorChar) is ["procedures", var slug, ..] && !Spoilt.Contains(slug);

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

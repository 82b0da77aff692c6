using System.Text.Json.Nodes;
using HaiDuong.Licensing.Web.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>A copy of the shipped folder that a test may spoil.</summary>
public sealed class WorkflowsCopy : IDisposable
{
    public WorkflowsCopy()
    {
        Root = Directory.CreateTempSubdirectory("workflows").FullName;
        var source = WorkflowsFolder.Find(AppContext.BaseDirectory).Root;
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Root, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    public string Root { get; }

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

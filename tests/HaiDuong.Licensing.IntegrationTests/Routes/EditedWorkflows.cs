using HaiDuong.Licensing.Web.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>A copy of the shipped folder that a test may edit.</summary>
internal sealed class EditedWorkflows : IDisposable
{
    public EditedWorkflows()
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

    public void Replace(string file, string old, string text)
    {
        var path = Path.Combine(Root, file);
        var content = File.ReadAllText(path);
        Assert.That(content, Does.Contain(old));
        File.WriteAllText(path, content.Replace(old, text, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

using HaiDuong.Licensing.Web.Commands;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>The cases recorded from the real Elsa 3.7.1 in token flow.</summary>
public sealed class ConformanceTests
{
    [Test]
    public void Conformance_WithEveryRecordedCase_HasNoMismatch()
    {
        var run = SimulateCommandConformance.Run(Folder());

        Assert.That(run.Mismatches, Is.Empty);
        Assert.That((run.Cases, run.Paths, run.Refused), Is.EqualTo((103, 267, 43)));
        Assert.That(run.Remarks, Has.Count.EqualTo(30));
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root.GetFiles("*.sln").Length == 0)
            root = root.Parent!;
        return Path.Combine(root.FullName, "tests", "HaiDuong.Licensing.Tests", "Routes", "Conformance");
    }
}

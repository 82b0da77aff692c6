using HaiDuong.Licensing.Tests.Architecture;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Access;

/// <summary>No page signs for somebody who did not give the password: only what runs without a session may say so itself.</summary>
public sealed class StepUpRuleTests
{
    [Test]
    public void ProofWithoutSession_IsNamedOnlyByTheDemoOffice() =>
        Assert.That(
            SourceTree
                .Files("src", "*.cs")
                .Where(file => File.ReadAllText(file).Contains("ProvedActor.WithoutSession", StringComparison.Ordinal))
                .Select(SourceTree.Short),
            Has.All.StartsWith("src/HaiDuong.Licensing.Demo/")
        );
}

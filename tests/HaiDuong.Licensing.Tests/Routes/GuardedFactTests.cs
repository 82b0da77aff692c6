using HaiDuong.Licensing.Domain.Routes;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>A condition that makes sure of a fact before it asks for it can never be held by that fact.</summary>
internal sealed class GuardedFactTests
{
    [TestCase("form.x == \"A\"", "form.x")]
    [TestCase("has form.x and form.x == \"A\"", "")]
    [TestCase("not has form.x or form.x == \"A\"", "")]
    [TestCase("has form.x and (form.x == \"A\" or form.y == \"B\")", "form.y")]
    [TestCase("has form.x and has form.y and form.x == form.y", "")]
    [TestCase("has form.x or form.x == \"A\"", "form.x")]
    [TestCase("form.x == \"A\" and has form.x", "form.x")]
    [TestCase("not (has form.x and form.x == \"A\")", "")]
    [TestCase("has form.x and form.x in [\"A\", \"B\"]", "")]
    public void UnguardedFacts_AreThoseThatCanHoldTheRoute(string condition, string expected)
    {
        var sketch = $"""
            d = FlowDecision {condition}
            start -> d
            d:True -> a
            d:False -> b
            a -> end
            b -> end
            """;
        var route = RouteSketch.Route(sketch);
        string[] paths = ["form.x", "form.y"];

        Assert.That(string.Join(" ", route.Nodes.SelectMany(node => node.UnguardedFacts).Distinct()), Is.EqualTo(expected));

        // Every way to fill in or leave out: held exactly when something unguarded is missing, or not at all.
        foreach (var known in new[] { paths, [], ["form.x"], ["form.y"] })
        {
            var held = RouteRunner.Start(route, new RouteFacts([.. known.Select(path => (path, "A"))])).Held;
            Assert.That(held.Select(incident => incident.MissingFact), Is.SubsetOf(expected.Split(' ')), string.Join(", ", known));
        }
    }
}

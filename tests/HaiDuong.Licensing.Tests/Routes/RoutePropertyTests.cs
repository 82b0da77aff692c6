using CsCheck;
using HaiDuong.Licensing.Domain.Routes;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>What the checker says of generated routes is what happens on walks along them.</summary>
public sealed class RoutePropertyTests
{
    private const int Flowcharts = 300;
    private const int LongestWalk = 150;

    private static readonly RouteFindingCode[] Shown = [RouteFindingCode.Doubled, RouteFindingCode.DoubledAtJoin, RouteFindingCode.Stuck];

    [Test]
    public void Check_OfARouteThatObeysTheRules_FindsNothing() =>
        RouteGenerator.Sound.Sample(lines => Assert.That(Refusals(Sketch(lines)), Is.Empty), iter: Flowcharts, print: Print);

    [Test]
    public void Walk_OnARouteThatTheCheckerPasses_IsNeverStuckNorDoubled() =>
        Gen.Select(Gen.OneOf(RouteGenerator.Sound, RouteGenerator.Changed), Gen.Int.Positive)
            .Sample(
                (lines, seed) =>
                {
                    var route = Sketch(lines);
                    if (Refusals(route).Count == 0)
                        WalkAtRandom(route, new Random(seed));
                },
                iter: Flowcharts,
                print: pair => Print(pair.Item1)
            );

    [Test]
    public void Check_OfARouteThatItRefuses_ShowsAWalkIntoTheTrouble() =>
        RouteGenerator.Changed.Sample(
            lines =>
            {
                var route = Sketch(lines);
                foreach (var finding in Refusals(route).Where(finding => Shown.Contains(finding.Code)))
                    Assert.That(
                        new RouteTokenGame(route, finding).ShowsTheTrouble(),
                        Is.True,
                        $"{finding.Code} {finding.NodeId}: {string.Join(' ', finding.Path)}"
                    );
            },
            iter: Flowcharts,
            print: Print
        );

    private static void WalkAtRandom(Route route, Random random)
    {
        var facts = new RandomFacts(random);
        var state = RouteRunner.Start(route, facts);
        for (var moves = 0; moves < LongestWalk && !state.IsFinished; moves++)
        {
            Assert.That(state.IsStuck, Is.False);
            Assert.That(state.Waiting.Select(step => step.StepId), Is.Unique);
            Assert.That(state.Arrived.Values, Is.All.EqualTo(1));

            var step = state.Waiting[random.Next(state.Waiting.Count)];
            var outcomes = route.Step(step.StepId).Outcomes;
            var move = RouteRunner.Complete(route, state, step.StepId, outcomes.Count == 0 ? "Done" : outcomes[random.Next(outcomes.Count)], facts);
            Assert.That(move.Accepted, Is.True);
            state = move.State;
        }
    }

    private static Route Sketch(List<string> lines) => RouteSketch.Route(Print(lines));

    private static string Print(List<string> lines) => string.Join('\n', lines);

    private static List<RouteFinding> Refusals(Route route) =>
        [.. RouteChecker.Check(route).Where(finding => finding.Severity == RouteFindingSeverity.Refused)];

    private sealed class RandomFacts(Random random) : IRouteFacts
    {
        public string? Value(string path) => random.Next(2) == 0 ? "true" : "false";
    }
}

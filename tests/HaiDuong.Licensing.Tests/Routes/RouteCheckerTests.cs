using HaiDuong.Licensing.Domain.Routes;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

/// <summary>Seeded faults: each is found at the right node, with a path that leads to it.</summary>
public sealed class RouteCheckerTests
{
    private static readonly IReadOnlyList<TestCaseData> Faults =
    [
        Fault("no start", RouteFindingCode.NoStart, null, "a = ReturnResult; a:Returned -> end"),
        Fault("two starts", RouteFindingCode.SeveralStarts, "start2", "start = Start; start2 = Start; start -> a; start2 -> a; a -> end"),
        Fault("a start that leads nowhere", RouteFindingCode.OutcomeNotConnected, "start", "start = Start; a -> end"),
        Fault("an unreachable step", RouteFindingCode.Unreachable, "b", "start -> a; a -> end; b -> end"),
        Fault("a dangling outcome", RouteFindingCode.OutcomeNotConnected, "a", "a = ReviewDraft; start -> a; a:Approved -> end"),
        Fault("a dead end", RouteFindingCode.OutcomeNotConnected, "a", "a = IssueResult; start -> a"),
        Fault(
            "a declared outcome of its own that dangles",
            RouteFindingCode.OutcomeNotConnected,
            "a",
            "a = AppraiseDossier Done Inspect; start -> a; a -> end"
        ),
        Fault("a decision with one side", RouteFindingCode.OutcomeNotConnected, "d", "d = FlowDecision fees.due > 0; start -> d; d:True -> end"),
        Fault("a fork with an unconnected branch", RouteFindingCode.OutcomeNotConnected, "f", "f = FlowFork A B; start -> f; f:A -> a; a -> end"),
        Fault(
            "a misspelt outcome",
            RouteFindingCode.PortNotDeclared,
            "a",
            "a = ReviewDraft; start -> a; a:Approved -> end; a:SendBack -> start; a:Sendback -> start"
        ),
        Fault(
            "an outcome of another kind",
            RouteFindingCode.PortNotDeclared,
            "a",
            "a = SignResult; start -> a; a:Signed -> end; a:SendBack -> start; a:Approved -> end"
        ),
        Fault("something after the end", RouteFindingCode.NothingFollowsEnd, "end", "start -> a; a -> end; end -> b"),
        Fault(
            "first answer wins",
            RouteFindingCode.JoinMode,
            "j",
            "f = FlowFork A B; j = FlowJoin WaitAny; start -> f; f:A -> a; f:B -> b; a -> j; b -> j; j -> end"
        ),
        Fault(
            "a join of the active branches",
            RouteFindingCode.JoinMode,
            "j",
            "f = FlowFork A B; j = FlowJoin WaitAllActive; start -> f; f:A -> a; f:B -> b; a -> j; b -> j; j -> end"
        ),
        Fault(
            "alternatives that meet at a join",
            RouteFindingCode.Stuck,
            "j",
            "choose = HumanTask A B; j = FlowJoin; start -> choose; choose:A -> x; choose:B -> y; x -> j; y -> j; j -> end"
        ),
        Fault(
            "a join that two outcomes of one step feed",
            RouteFindingCode.Stuck,
            "j",
            "b = HumanTask Done Abstain; f = FlowFork A B; j = FlowJoin; start -> f; f:A -> a; f:B -> b; a -> j; b -> j; b:Abstain -> j; j -> end"
        ),
        Fault(
            "an unfed join",
            RouteFindingCode.Stuck,
            "j",
            "f = FlowFork A B; j = FlowJoin; b = HumanTask Done Skip; start -> f; f:A -> a; f:B -> b; a -> j; b -> j; b:Skip -> c; c -> x; j -> end"
        ),
        Fault(
            "parallel branches that meet at a step",
            RouteFindingCode.Doubled,
            "c",
            "f = FlowFork A B; start -> f; f:A -> a; f:B -> b; a -> c; b -> c; c -> end"
        ),
        Fault("a step that opens parallel work and merges it plainly", RouteFindingCode.Doubled, "d", "start -> a; a -> b; a -> c; b -> d; c -> d; d -> end"),
        Fault("both branches of a fork to one step", RouteFindingCode.Doubled, "a", "f = FlowFork A B; start -> f; f:A -> a; f:B -> a; a -> end"),
        Fault(
            "a jump out of a branch",
            RouteFindingCode.Doubled,
            "h",
            "h = HumanTask; a = HumanTask Done Back; b = HumanTask Done Back; f = FlowFork A B; j = FlowJoin; start -> h; h -> f; f:A -> a; f:B -> b; a -> j; a:Back -> h; b -> j; b:Back -> h; j -> end"
        ),
        Fault(
            "a jump back before the fork from one branch",
            RouteFindingCode.Doubled,
            "b",
            "a = HumanTask Done Back; f = FlowFork A B; j = FlowJoin; start -> h; h -> f; f:A -> a; f:B -> b; a -> j; a:Back -> h; b -> j; j -> end"
        ),
        Fault(
            "a jump into the other branch",
            RouteFindingCode.Doubled,
            "b",
            "a = HumanTask Done Over; f = FlowFork A B; j = FlowJoin; start -> f; f:A -> a; f:B -> b; a -> j; a:Over -> b; b -> j; j -> end"
        ),
        Fault(
            "a way from inside a branch past the join",
            RouteFindingCode.Doubled,
            "c",
            "a = HumanTask Done Past; f = FlowFork A B; g = FlowFork A B; j = FlowJoin; start -> f; f:A -> a; f:B -> b; a -> j; a:Past -> c; b -> g; g:A -> j; g:B -> c; j -> end; c -> end2"
        ),
        Fault(
            "a way back into one branch after the join",
            RouteFindingCode.BackPastTarget,
            "a",
            "c = HumanTask Done Back; f = FlowFork A B; j = FlowJoin; start -> f; f:A -> a; f:B -> b; a -> j; b -> j; j -> c; c:Back -> a; c -> end"
        ),
        Fault(
            "a send-back to a step that may have been skipped",
            RouteFindingCode.BackPastTarget,
            "review",
            "draft = HumanTask Done Skip; sign = SignResult; start -> draft; draft -> review; draft:Skip -> sign; review -> sign; sign:Signed -> end; sign:SendBack -> review"
        ),
        Fault(
            "a loop into a join",
            RouteFindingCode.BackIntoJoin,
            "j",
            "c = HumanTask Done Back; f = FlowFork A B; j = FlowJoin; start -> f; f:A -> a; f:B -> b; a -> j; b -> j; j -> c; c:Back -> j; c -> end"
        ),
        Fault(
            "a circle of automatic nodes",
            RouteFindingCode.AutomaticCircle,
            "p",
            "p = FlowFork; d = FlowDecision form.x; start -> p; p -> d; d:True -> p; d:False -> end"
        ),
        Fault("a loop without a way out", RouteFindingCode.NoWayOut, "b", "a = AssignDossier; b = AssignDossier; start -> a; a -> b; b -> a"),
        Fault(
            "a trap beside the end",
            RouteFindingCode.NoWayOut,
            "x",
            "a = AppraiseDossier; x = AssignDossier; start -> a; a -> end; a:Supplement -> x; x -> x"
        ),
        Fault(
            "a branch that comes to the join twice",
            RouteFindingCode.DoubledAtJoin,
            "j",
            "f = FlowFork A B; g = FlowFork C D; p = FlowFork; j = FlowJoin; start -> f; f:A -> a; f:B -> b; a -> g; g:C -> x; g:D -> y; x -> p; y -> p; p -> j; b -> j; j -> end"
        ),
        Fault(
            "a nested fork that is never closed",
            RouteFindingCode.Doubled,
            "p",
            "f = FlowFork A B; g = FlowFork C D; p = FlowFork; j = FlowJoin; start -> f; f:A -> a; f:B -> b; a -> g; g:C -> x; g:D -> y; x -> p; y -> p; p -> j; b -> j; j -> end"
        ),
        Fault("parallel branches that share an end", RouteFindingCode.Doubled, "end", "f = FlowFork A B; start -> f; f:A -> a; f:B -> b; a -> end; b -> end"),
        Fault(
            "a branch that is not led to its join",
            RouteFindingCode.Stuck,
            "j",
            "f = FlowFork A B; j = FlowJoin; c = HumanTask Done Other; start -> f; f:A -> a; f:B -> c; c -> x; c:Other -> j; a -> j; j -> end"
        ),
    ];

    [TestCaseSource(nameof(Faults))]
    public void Check_WithASeededFault_FindsIt(string lines, RouteFindingCode code, string? nodeId)
    {
        var findings = RouteChecker.Check(RouteSketch.Route(lines));

        Assert.That(
            findings.Where(finding => finding.Severity == RouteFindingSeverity.Refused).Select(finding => (finding.Code, finding.NodeId)),
            Does.Contain((code, nodeId))
        );
    }

    [Test]
    public void Check_WithAStuckJoin_ShowsTheWalkThatHangs()
    {
        var finding = First(
            RouteSketch.Route(
                """
                choose = HumanTask A B
                j = FlowJoin
                start -> choose
                choose:A -> x
                choose:B -> y
                x -> j
                y -> j
                j -> end
                """
            ),
            RouteFindingCode.Stuck
        );

        Assert.That(finding.Path, Is.EqualTo(new[] { "choose:A", "x:Done" }));
        Assert.That(finding.Vietnamese, Does.Contain("“j”").And.Contain("“y”"));
    }

    [Test]
    public void Check_WithDoubledWork_ShowsTheWalkThatDoubles()
    {
        var finding = First(
            RouteSketch.Route(
                """
                f = FlowFork A B
                start -> f
                f:A -> a
                f:B -> b
                a -> c
                b -> c
                c -> end
                """
            ),
            RouteFindingCode.Doubled
        );

        Assert.That(finding.Path, Is.EqualTo(new[] { "a:Done", "b:Done" }));
    }

    [Test]
    public void Check_WithTooManyParallelStates_RefusesWithoutExploringThemAll()
    {
        var route = RouteSketch.Route(Wide(24, "s{0} = AppraiseDossier; f:{0} -> s{0}; s{0} -> j; s{0}:Supplement -> w{0}; w{0} -> s{0}"));

        Assert.That(Codes(RouteChecker.Check(route)), Does.Contain(RouteFindingCode.TooComplex));
    }

    [TestCase("f:{0} -> s{0}; s{0} -> t{0}; t{0} -> j", null)]
    [TestCase("f:{0} -> s{0}; s{0} -> t{0}; t{0} -> k", RouteFindingCode.Doubled)]
    public void Check_WithManyOpinionsAtOnce_JudgesThemAll(string branch, RouteFindingCode? code) =>
        Assert.That(Codes(RouteChecker.Check(RouteSketch.Route(Wide(24, branch)))).Contains(code ?? RouteFindingCode.TooComplex), Is.EqualTo(code is not null));

    [Test]
    public void Check_WithAStepThatNamesNoRole_OnlyAdvises()
    {
        var definition = RouteSketch.Definition("a = AssignDossier; start -> a; a -> end");
        definition["root"]!["activities"]![0]!.AsObject().Remove("role");

        var finding = RouteChecker.CheckFile(definition.ToJsonString()).Single();

        Assert.That((finding.Code, finding.Severity, finding.NodeId), Is.EqualTo((RouteFindingCode.RoleMissing, RouteFindingSeverity.Advice, "a")));
    }

    [TestCase("start -> a; a -> end", true)]
    [TestCase("b = ReviewDraft; start -> a; a -> b; b:SendBack -> a; b:Approved -> end", false)]
    [TestCase("p = FlowFork; b = ReviewDraft; start -> p; p -> a; a -> b; b:SendBack -> p; b:Approved -> end", true)]
    [TestCase("c = HumanTask A B; p = FlowFork; b = ReviewDraft; start -> c; c:A -> p; p -> b; b:SendBack -> p; b:Approved -> m; c:B -> m; m -> end", false)]
    public void CheckElsaDefault_OfLoops_AdvisesWhereCounterFlowLosesDossiers(string lines, bool isSafe) =>
        Assert.That(RouteChecker.CheckElsaDefault(RouteSketch.Route(lines)).Count == 0, Is.EqualTo(isSafe));

    private static string Wide(int branches, string branch) =>
        $"f = FlowFork {string.Join(' ', Enumerable.Range(1, branches))}; start -> f; j = FlowJoin; j -> k; k -> end; "
        + string.Join("; ", Enumerable.Range(1, branches).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, branch, number)));

    private static RouteFinding First(Route route, RouteFindingCode code) => RouteChecker.Check(route).First(finding => finding.Code == code);

    private static IEnumerable<RouteFindingCode> Codes(IEnumerable<RouteFinding> findings) => findings.Select(finding => finding.Code);

    private static TestCaseData Fault(string name, RouteFindingCode code, string? nodeId, string lines) =>
        new TestCaseData(lines, code, nodeId).SetArgDisplayNames(name);
}

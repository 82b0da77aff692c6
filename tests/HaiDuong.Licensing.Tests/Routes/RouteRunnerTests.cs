using HaiDuong.Licensing.Domain.Routes;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

public sealed class RouteRunnerTests
{
    private const string Licence = """
        receive = ReceiveDossier
        door = RequestSupplement
        appraise = AppraiseDossier
        supplement = RequestSupplement
        fork = FlowFork Legal Technical
        join = FlowJoin
        review = ReviewDraft
        sign = SignResult
        start -> receive
        receive:Accepted -> appraise
        receive:Supplement -> door
        receive:Refused -> end1
        door:Supplied -> receive
        door:Expired -> end2
        appraise -> fork
        appraise:Supplement -> supplement
        supplement:Supplied -> appraise
        supplement:Expired -> end3
        fork:Legal -> legal
        fork:Technical -> technical
        legal -> join
        technical -> join
        join -> review
        review:Approved -> sign
        review:SendBack -> appraise
        sign:Signed -> end4
        sign:SendBack -> review
        """;

    private static readonly Route Route = RouteSketch.Route(Licence);

    [Test]
    public void Complete_WhenBranchesAreOpened_WaitsForBoth()
    {
        var move = Walk("receive:Accepted", "appraise:Done");

        Assert.That(move.Started.Select(step => step.StepId), Is.EqualTo(new[] { "legal", "technical" }));
        Assert.That(move.Ended, Is.EqualTo(new[] { new WaitingStep("appraise", 1) }));
    }

    [Test]
    public void Complete_WhenOneBranchIsLeft_DoesNotPassTheJoin()
    {
        var move = Walk("receive:Accepted", "appraise:Done", "legal:Done");

        Assert.That(Waiting(move.State), Is.EqualTo(new[] { "technical" }));
        Assert.That(move.State.Arrived, Has.Count.EqualTo(1));
    }

    [Test]
    public void Complete_WhenSentBack_CountsANewRound()
    {
        var move = Walk(
            "receive:Accepted",
            "appraise:Done",
            "technical:Done",
            "legal:Done",
            "review:SendBack",
            "appraise:Done",
            "legal:Done",
            "technical:Done"
        );

        Assert.That(move.Started, Is.EqualTo(new[] { new WaitingStep("review", 2) }));
        Assert.That(move.State.Arrived, Is.Empty);
    }

    [Test]
    public void Complete_WhenAnEndIsReached_FinishesTheRoute()
    {
        var move = Walk("receive:Refused");

        Assert.That(move.State.IsFinished, Is.True);
        Assert.That(move.State.IsStuck, Is.False);
    }

    [Test]
    public void Complete_WhenAnEndIsReachedInOneBranch_WithdrawsTheOther()
    {
        var route = RouteSketch.Route(
            """
            fork = FlowFork A B
            start -> fork
            fork:A -> a
            fork:B -> b
            a -> end1
            b -> end2
            """
        );

        var move = RouteRunner.Complete(route, RouteRunner.Start(route, RouteFacts.None), "b", "Done", RouteFacts.None);

        Assert.That(move.Ended.Select(step => step.StepId), Is.EqualTo(new[] { "b", "a" }));
        Assert.That(move.State.IsFinished, Is.True);
    }

    [Test]
    public void Complete_WhenTheStepDoesNotWait_IsRefusedAndChangesNothing()
    {
        var state = RouteRunner.Start(Route, RouteFacts.None);

        var move = RouteRunner.Complete(Route, state, "sign", "Signed", RouteFacts.None);

        Assert.That(move.Refusal, Is.EqualTo(RouteRefusal.StepDoesNotWait));
        Assert.That(move.State, Is.SameAs(state));
    }

    [Test]
    public void Complete_WhenTheOutcomeIsNotDeclared_IsRefused()
    {
        var move = RouteRunner.Complete(Route, RouteRunner.Start(Route, RouteFacts.None), "receive", "Done", RouteFacts.None);

        Assert.That(move.Refusal, Is.EqualTo(RouteRefusal.UnknownOutcome));
    }

    [Test]
    public void Complete_WhenTheRouteHasEnded_IsRefused()
    {
        var ended = RouteRunner.Start(Route, RouteFacts.None).Ended();

        var move = RouteRunner.Complete(Route, ended, "receive", "Accepted", RouteFacts.None);

        Assert.That(move.Refusal, Is.EqualTo(RouteRefusal.StepDoesNotWait));
    }

    [TestCase("0", "end")]
    [TestCase("150000", "pay")]
    public void Complete_WhenAConditionDecides_FollowsTheFacts(string due, string expected)
    {
        var move = Decide(new RouteFacts(("fees.due", due)));

        Assert.That(move.State.IsFinished ? "end" : Waiting(move.State).Single(), Is.EqualTo(expected));
    }

    [Test]
    public void Complete_WhenAConditionLacksItsFact_KeepsTheStepAndReportsTheIncident()
    {
        var move = Decide(RouteFacts.None);

        Assert.That(move.Refusal, Is.EqualTo(RouteRefusal.Incident));
        Assert.That(move.Incident, Is.EqualTo(new RouteIncident("due", "fees.due")));
        Assert.That(Waiting(move.State), Is.EqualTo(new[] { "sign" }));
    }

    [Test]
    public void Start_WhenAConditionLacksItsFact_HoldsTheDossierUntilItIsThere()
    {
        var route = RouteSketch.Route(
            """
            kind = FlowDecision form.kind == "A"
            start -> kind
            kind:True -> a
            kind:False -> b
            a -> end
            b -> end
            """
        );

        var held = RouteRunner.Start(route, RouteFacts.None);
        var retried = RouteRunner.Retry(route, held, new RouteFacts(("form.kind", "A")));

        Assert.That(held.Held, Is.EqualTo(new[] { new RouteIncident("kind", "form.kind") }));
        Assert.That(held.IsFinished || held.IsStuck, Is.False);
        Assert.That(Waiting(retried), Is.EqualTo(new[] { "a" }));
        Assert.That(retried.Held, Is.Empty);
    }

    [Test]
    public void Complete_WhenAutomaticNodesLeadInACircle_ReportsAnIncidentInsteadOfRunningForEver()
    {
        var route = RouteSketch.Route(
            """
            p = FlowFork
            q = FlowFork
            start -> a
            a -> p
            p -> q
            q -> p
            """
        );

        var move = RouteRunner.Complete(route, RouteRunner.Start(route, RouteFacts.None), "a", "Done", RouteFacts.None);

        Assert.That(move.Refusal, Is.EqualTo(RouteRefusal.Incident));
        Assert.That(move.Incident!.MissingFact, Is.Null);
    }

    [Test]
    public void PlaceAt_WithStepsOfAnotherVersion_WaitsThereAndKeepsTheRounds()
    {
        var state = Walk("receive:Supplement", "door:Supplied", "receive:Accepted").State;

        Assert.That(RouteRunner.PlaceAt(Route, state, ["receive"])!.Waiting, Is.EqualTo(new[] { new WaitingStep("receive", 3) }));
        Assert.That(RouteRunner.PlaceAt(Route, state, ["appraise"])!.Waiting, Is.EqualTo(state.Waiting));
    }

    [TestCase("receive", "appraise")]
    [TestCase("legal")]
    [TestCase("legal", "legal")]
    public void PlaceAt_WhereNoDossierCanComeByItself_IsRefused(params string[] steps) =>
        Assert.That(RouteRunner.PlaceAt(Route, Walk("receive:Accepted").State, steps), Is.Null);

    [Test]
    public void PlaceAt_InsideParallelBranches_KeepsWhatHasArrivedAtTheJoin()
    {
        var state = Walk("receive:Accepted", "appraise:Done", "legal:Done").State;

        var moved = RouteRunner.PlaceAt(Route, state, ["technical"]);

        Assert.That(moved, Is.EqualTo(state).Using<RouteState>((left, right) => left.ToJson() == right.ToJson()));
        Assert.That(RouteRunner.PlaceAt(Route, state, ["legal"]), Is.Null);
    }

    [Test]
    public void FromJson_WithWhatToJsonWrote_GoesOnAsBefore()
    {
        var state = Walk("receive:Accepted", "appraise:Done", "legal:Done").State;

        var read = RouteState.FromJson(state.ToJson());
        var move = RouteRunner.Complete(Route, read, "technical", "Done", RouteFacts.None);

        Assert.That(read.ToJson(), Is.EqualTo(state.ToJson()));
        Assert.That(Waiting(move.State), Is.EqualTo(new[] { "review" }));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("""{"waiting":[],"other":1}""")]
    public void FromJson_WithAnythingElse_IsAFormatFault(string json) => Assert.That(() => RouteState.FromJson(json), Throws.InstanceOf<FormatException>());

    private static RouteMove Decide(RouteFacts facts)
    {
        var route = RouteSketch.Route(
            """
            due = FlowDecision fees.due > 0
            start -> sign
            sign -> due
            due:True -> pay
            due:False -> end
            pay -> end
            """
        );
        return RouteRunner.Complete(route, RouteRunner.Start(route, facts), "sign", "Done", facts);
    }

    private static RouteMove Walk(params string[] resumes)
    {
        var move = new RouteMove { State = RouteRunner.Start(Route, RouteFacts.None) };
        foreach (var resume in resumes.Select(resume => resume.Split(':')))
        {
            move = RouteRunner.Complete(Route, move.State, resume[0], resume[1], RouteFacts.None);
            Assert.That(move.Accepted, Is.True);
        }

        return move;
    }

    private static IEnumerable<string> Waiting(RouteState state) => state.Waiting.Select(step => step.StepId);
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using NUnit.Framework;
using static HaiDuong.Licensing.Domain.Dossiers.DossierStatus;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Of several steps that wait the status is the one that somebody outside must know.</summary>
internal sealed class RouteStatusTests
{
    [TestCase(new DossierStatus[0], null)]
    [TestCase(new[] { InProcess }, InProcess)]
    [TestCase(new[] { InProcess, Accepted }, Accepted)]
    [TestCase(new[] { Accepted, AwaitingPayment }, AwaitingPayment)]
    [TestCase(new[] { AwaitingPayment, AwaitingSupplement, Accepted }, AwaitingSupplement)]
    [TestCase(new[] { Stopped }, InProcess, Description = "it is stopped by the act, not while somebody still has to do so")]
    public void StatusOf_WaitingSteps(DossierStatus[] steps, DossierStatus? status) =>
        Assert.That(RouteEndings.StatusOf(steps.Select(Step)), Is.EqualTo(status));

    [Test]
    public void StatusOf_AStepThatNamesNone_IsInProcess() =>
        Assert.That(RouteEndings.StatusOf([Step(Accepted) with { NationalStatus = null }]), Is.EqualTo(InProcess));

    private static RouteStep Step(DossierStatus status) => new("x", StepKind.HumanTask, "x", null, null, null, (int)status, [], "x");
}

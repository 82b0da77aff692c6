using HaiDuong.Licensing.Domain.Dossiers;
using NUnit.Framework;
using static HaiDuong.Licensing.Domain.Dossiers.DossierStatus;
using LifeCycle = HaiDuong.Licensing.Domain.Dossiers.LifeCycle;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>The ten national codes: which may follow which, told a second time by hand (one-stop rules §6).</summary>
public sealed class LifeCycleTests
{
    private static readonly (DossierStatus From, DossierStatus To)[] Allowed =
    [
        (Draft, AwaitingAcceptance),
        (AwaitingAcceptance, Accepted),
        (AwaitingAcceptance, RefusedAtDoor),
        (AwaitingAcceptance, AwaitingSupplement),
        (AwaitingAcceptance, WithdrawalAsked),
        (AwaitingAcceptance, Stopped),
        (Accepted, InProcess),
        (Accepted, AwaitingSupplement),
        (Accepted, AwaitingPayment),
        (Accepted, WithdrawalAsked),
        (Accepted, Stopped),
        (InProcess, AwaitingSupplement),
        (InProcess, AwaitingPayment),
        (InProcess, WithdrawalAsked),
        (InProcess, Stopped),
        (InProcess, ResultReady),
        (AwaitingSupplement, AwaitingAcceptance),
        (AwaitingSupplement, InProcess),
        (AwaitingSupplement, AwaitingPayment),
        (AwaitingSupplement, WithdrawalAsked),
        (AwaitingSupplement, Stopped),
        (AwaitingPayment, InProcess),
        (AwaitingPayment, AwaitingSupplement),
        (AwaitingPayment, WithdrawalAsked),
        (AwaitingPayment, Stopped),
        (WithdrawalAsked, AwaitingAcceptance),
        (WithdrawalAsked, Accepted),
        (WithdrawalAsked, InProcess),
        (WithdrawalAsked, AwaitingSupplement),
        (WithdrawalAsked, AwaitingPayment),
        (WithdrawalAsked, Stopped),
        (ResultReady, Returned),
    ];

    [Test]
    public void Move_IsAllowedExactlyWhereTheLawKnowsIt([Values] DossierStatus from, [Values] DossierStatus to) =>
        Assert.That(LifeCycle.Allows(from, to), Is.EqualTo(from == to || Allowed.Contains((from, to))));

    [Test]
    public void Closed_AreTheThreeEnds([Values] DossierStatus status) =>
        Assert.That(LifeCycle.IsClosed(status), Is.EqualTo(status is RefusedAtDoor or Stopped or Returned));

    [Test]
    public void Withdrawal_IsPossibleUntilTheResultIsReady([Values] DossierStatus status) =>
        Assert.That(LifeCycle.MayWithdraw(status), Is.EqualTo(status is AwaitingAcceptance or Accepted or InProcess or AwaitingSupplement or AwaitingPayment));
}

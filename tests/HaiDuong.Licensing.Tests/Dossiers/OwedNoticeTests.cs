using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Which act owes its applicant which mail, told a second time by hand; the check of the data looks for exactly these.</summary>
internal sealed class OwedNoticeTests
{
    private static readonly Dictionary<DossierAct, NoticeKind> Owed = new()
    {
        [DossierAct.Submit] = NoticeKind.SubmissionReceived,
        [DossierAct.Accept] = NoticeKind.DossierAccepted,
        [DossierAct.RefuseAtDoor] = NoticeKind.RefusedAtDoor,
        [DossierAct.AskSupplement] = NoticeKind.SupplementAsked,
        [DossierAct.Supply] = NoticeKind.SupplementReceived,
        [DossierAct.Issue] = NoticeKind.ResultReady,
        [DossierAct.Renumber] = NoticeKind.ResultReady,
        [DossierAct.HandOver] = NoticeKind.ResultHandedOver,
        [DossierAct.ConfirmWithdrawal] = NoticeKind.WithdrawalConfirmed,
        [DossierAct.RefuseWithdrawal] = NoticeKind.WithdrawalRefused,
        [DossierAct.Apologise] = NoticeKind.Apology,
        [DossierAct.Stop] = NoticeKind.Stopped,
        [DossierAct.VoidTakeIn] = NoticeKind.TakeInVoided,
        [DossierAct.Correct] = NoticeKind.EntriesCorrected,
        [DossierAct.CancelPayment] = NoticeKind.PaymentCancelled,
        [DossierAct.Refund] = NoticeKind.FeeRefunded,
    };

    [Test]
    public void To_OfEveryAct([Values] DossierAct act, [Values] SubmissionChannel channel)
    {
        var promisesAnswer = act != DossierAct.Submit || channel == SubmissionChannel.Online;

        Assert.That(OwedNotice.To(act, channel), Is.EqualTo(promisesAnswer && Owed.TryGetValue(act, out var kind) ? kind : (NoticeKind?)null));
    }
}

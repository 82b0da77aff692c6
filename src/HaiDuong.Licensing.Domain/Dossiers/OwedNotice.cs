using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Thông báo mà một tác nghiệp phải gửi: which notice an act always owes the applicant who has an e-mail address.</summary>
public static class OwedNotice
{
    /// <summary>
    /// Null for acts that owe the applicant none, or only in some cases. What the counter takes in it accepts in the same act, so that no answer is promised.
    /// </summary>
    public static NoticeKind? To(DossierAct act, SubmissionChannel channel) =>
        act switch
        {
            DossierAct.Submit => channel == SubmissionChannel.Online ? NoticeKind.SubmissionReceived : null,
            DossierAct.Accept => NoticeKind.DossierAccepted,
            DossierAct.Supply => NoticeKind.SupplementReceived,
            DossierAct.RefuseAtDoor => NoticeKind.RefusedAtDoor,
            DossierAct.AskSupplement => NoticeKind.SupplementAsked,
            DossierAct.Issue or DossierAct.Renumber => NoticeKind.ResultReady,
            DossierAct.HandOver => NoticeKind.ResultHandedOver,
            DossierAct.ConfirmWithdrawal => NoticeKind.WithdrawalConfirmed,
            DossierAct.RefuseWithdrawal => NoticeKind.WithdrawalRefused,
            DossierAct.Apologise => NoticeKind.Apology,
            DossierAct.Stop => NoticeKind.Stopped,
            DossierAct.VoidTakeIn => NoticeKind.TakeInVoided,
            DossierAct.Correct => NoticeKind.EntriesCorrected,
            DossierAct.CancelPayment => NoticeKind.PaymentCancelled,
            DossierAct.Refund => NoticeKind.FeeRefunded,
            _ => null,
        };
}

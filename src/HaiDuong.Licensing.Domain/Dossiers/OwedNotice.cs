using HaiDuong.Licensing.Domain.Notices;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Thông báo mà một tác nghiệp phải gửi: which notice an act always owes the applicant who has an e-mail address.</summary>
public static class OwedNotice
{
    /// <summary>Null for acts that owe the applicant none, or only in some cases.</summary>
    public static NoticeKind? To(DossierAct act) => act switch
    {
        DossierAct.Submit => NoticeKind.SubmissionReceived,
        DossierAct.Accept => NoticeKind.DossierAccepted,
        DossierAct.RefuseAtDoor => NoticeKind.RefusedAtDoor,
        DossierAct.AskSupplement => NoticeKind.SupplementAsked,
        DossierAct.Issue or DossierAct.Renumber => NoticeKind.ResultReady,
        DossierAct.HandOver => NoticeKind.ResultHandedOver,
        DossierAct.ConfirmWithdrawal => NoticeKind.WithdrawalConfirmed,
        DossierAct.RefuseWithdrawal => NoticeKind.WithdrawalRefused,
        DossierAct.Apologise => NoticeKind.Apology,
        DossierAct.Stop => NoticeKind.Stopped,
        _ => null,
    };
}

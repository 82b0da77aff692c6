using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Tests.Architecture;
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

    /// <summary>Those that were owed by the first program; of every other kind a migration says since when an office that worked before owes it.</summary>
    private static readonly NoticeKind[] First =
    [
        NoticeKind.SubmissionReceived,
        NoticeKind.DossierAccepted,
        NoticeKind.RefusedAtDoor,
        NoticeKind.SupplementAsked,
        NoticeKind.ResultReady,
        NoticeKind.ResultHandedOver,
        NoticeKind.WithdrawalConfirmed,
        NoticeKind.WithdrawalRefused,
        NoticeKind.Apology,
        NoticeKind.Stopped,
    ];

    /// <summary>Those that came with the act itself, so that no act before could owe them.</summary>
    private static readonly NoticeKind[] WithTheirAct = [NoticeKind.TakeInVoided, NoticeKind.EntriesCorrected];

    [Test]
    public void Kind_ThatCameLater_IsDatedByAMigration()
    {
        var dated = string.Concat(
            SourceTree.Files("src", "*.sql").Select(File.ReadAllText).Where(text => text.Contains("INTO notice_kinds", StringComparison.Ordinal))
        );

        Assert.That(Owed.Values.Except(First).Except(WithTheirAct).Where(kind => !dated.Contains($"'{kind}'", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void To_OfEveryAct([Values] DossierAct act, [Values] SubmissionChannel channel)
    {
        var promisesAnswer = act != DossierAct.Submit || channel == SubmissionChannel.Online;

        Assert.That(OwedNotice.To(act, channel), Is.EqualTo(promisesAnswer && Owed.TryGetValue(act, out var kind) ? kind : (NoticeKind?)null));
    }
}

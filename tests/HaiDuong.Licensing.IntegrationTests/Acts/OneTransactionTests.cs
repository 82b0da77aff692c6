using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Signing;
using HaiDuong.Licensing.OneStop.Features.Withdrawal;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>What an act writes is written with it, or not at all.</summary>
public sealed class OneTransactionTests : OfficeTest
{
    private static readonly DossierAct[] StraightWay =
    [
        DossierAct.Submit,
        DossierAct.Accept,
        DossierAct.Assign,
        DossierAct.Appraise,
        DossierAct.RecordPayment,
        DossierAct.DraftResult,
        DossierAct.ApproveDraft,
        DossierAct.Sign,
        DossierAct.Issue,
        DossierAct.HandOver,
    ];

    [Test]
    public async Task Journey_FromDraftToHandOver_WritesOneHistoryLineAnAct()
    {
        var id = await Journey.DraftAsync();
        foreach (var act in StraightWay)
        {
            var before = await Office.AskAsync<long>("SELECT count(*) FROM history");

            var result = await Journey.NextAsync(id);

            Assert.That(Codes(result), Is.Empty, act.ToString());
            Assert.That(await Office.AskAsync<long>("SELECT count(*) FROM history"), Is.EqualTo(before + 1), act.ToString());
            Assert.That(await Office.AskAsync<string>("SELECT act FROM history ORDER BY id DESC LIMIT 1"), Is.EqualTo(act.ToString()));
        }

        Assert.That((await Journey.FindAsync(id))!.Status, Is.EqualTo(DossierStatus.Returned));
    }

    [TestCase(DossierAct.Submit, "SubmissionReceived")]
    [TestCase(DossierAct.Accept, "DossierAccepted")]
    [TestCase(DossierAct.Assign, "WorkAssigned")]
    [TestCase(DossierAct.Appraise, "FeeDue")]
    [TestCase(DossierAct.RecordPayment, "WorkAssigned")]
    [TestCase(DossierAct.Issue, "ResultReady")]
    [TestCase(DossierAct.HandOver, "ResultHandedOver")]
    public async Task Act_ThatOwesANotice_WritesItInTheSameTransaction(DossierAct act, string notice)
    {
        var id = await Journey.ReachAsync(act);

        var together = await Office.AskAsync<string>(
            $"SELECT string_agg(n.kind, ',') FROM notices n JOIN history h ON h.dossier_id = n.dossier_id AND h.xmin = n.xmin WHERE h.act = '{act}' AND h.dossier_id = '{id}'"
        );

        Assert.That(together, Is.EqualTo(notice));
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case(DossierAct.Submit, "StepNotYours", (journey, id) => journey.AcceptAsync(id, OfficeStaff.Specialist));
        yield return Case(DossierAct.Accept, "StepNotWaiting", (journey, id) => journey.AcceptAsync(id, OfficeStaff.Clerk));
        yield return Case(DossierAct.Assign, "CheckNotAnswered", (journey, id) =>
            journey.DoAsync<AppraiseDossier>(act => act.DoAsync(new(id, null, "appraise", [], null), OfficeStaff.Specialist, default))
        );
        yield return Case(DossierAct.DraftResult, "ReasonRequired", (journey, id) =>
            journey.DoAsync<SendBackDraft>(act => act.DoAsync(new(id, null, "review", " "), OfficeStaff.Head, default))
        );
        yield return Case(DossierAct.ApproveDraft, "StepNotYours", (journey, id) =>
            journey.DoAsync<SignResult>(act => act.DoAsync(new(id, null, "sign"), ProvedActor.WithoutSession(OfficeStaff.Head), default))
        );
        yield return Case(DossierAct.Issue, "WithdrawalTooLate", (journey, id) =>
            journey.DoAsync<AskWithdrawal>(act => act.DoAsync(new(id, null, null, null), OfficeStaff.ApplicantOf(id), default))
        );
    }

    [TestCaseSource(nameof(Refused))]
    public async Task Act_ThatIsRefused_ChangesNoRow(DossierAct reached, string code, object act)
    {
        var id = await Journey.ReachAsync(reached);
        var before = await Office.WholeAsync();

        var result = await ((Func<DossierDriver, Guid, Task<ActResult>>)act)(Journey, id);

        Assert.That(Codes(result), Has.All.EqualTo(code).And.Not.Empty);
        Assert.That(await Office.WholeAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Act_WhoseVerbFails_ChangesNoRow()
    {
        var id = await Journey.ReachAsync(DossierAct.Submit);
        var before = await Office.WholeAsync();

        Assert.That(() => Journey.DoAsync<ActDesk>(desk => desk.DoAsync(id, null, OfficeStaff.Clerk, FailHalfWay, default)), Throws.InvalidOperationException);
        Assert.That(await Office.WholeAsync(), Is.EqualTo(before));

        static IReadOnlyList<Domain.Refusal> FailHalfWay(Dossier dossier, ActContext act)
        {
            dossier.Accept("000.00.17.H24-260413-0001", act);
            throw new InvalidOperationException("The printer is on fire.");
        }
    }

    [TestCase("UPDATE history SET note = 'x'")]
    [TestCase("UPDATE history SET id = id")]
    [TestCase("DELETE FROM history")]
    [TestCase("TRUNCATE history")]
    public async Task History_OnceWritten_IsNeitherChangedNorDeleted(string sql)
    {
        await Journey.ReachAsync(DossierAct.Submit);

        Assert.That(() => Office.AskAsync<object>(sql), Throws.InstanceOf<Npgsql.PostgresException>());
        Assert.That(await Office.AskAsync<long>("SELECT count(*) FROM history"), Is.EqualTo(1));
    }

    private static TestCaseData Case(DossierAct reached, string code, Func<DossierDriver, Guid, Task<ActResult>> act) =>
        new TestCaseData(reached, code, act).SetArgDisplayNames(reached.ToString(), code);
}

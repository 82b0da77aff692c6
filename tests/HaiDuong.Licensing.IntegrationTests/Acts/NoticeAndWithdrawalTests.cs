using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Features.Opinions;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Features.Withdrawal;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

public sealed class NoticeAndWithdrawalTests : OfficeTest
{
    [Test]
    public async Task Supply_AfterAcceptance_TellsTheSpecialistOnce()
    {
        var id = await Journey.ReachAsync(DossierAct.Assign);
        await AskSupplementAsync(id);
        var before = await WorkNoticesAsync();

        await DoneAsync(Journey.NextAsync(id));

        Assert.That(await WorkNoticesAsync(), Is.EqualTo(before + 1));
    }

    [Test]
    public async Task Appraise_ByTheHeadRightAfterASupplement_IsDone()
    {
        var id = await Journey.ReachAsync(DossierAct.Assign);
        await AskSupplementAsync(id);
        await DoneAsync(Journey.NextAsync(id));

        var result = await Journey.AppraiseAsync(id, OfficeStaff.Head);

        Assert.That(Codes(result), Is.Empty);
    }

    [Test]
    public async Task AskWithdrawal_BeforeAcceptance_EndsTheRouteWithTheDossier()
    {
        var id = await Journey.ReachAsync(DossierAct.Submit);

        await DoneAsync(AskWithdrawalAsync(id));

        var stored = (await Journey.FindAsync(id))!;
        Assert.That(stored.Status, Is.EqualTo(DossierStatus.Stopped));
        Assert.That(stored.Work, Is.Empty);
        Assert.That(stored.RouteState!.IsFinished, Is.True);
    }

    [Test]
    public async Task Assign_WhileAWithdrawalIsAsked_IsRefused()
    {
        var id = await Journey.ReachAsync(DossierAct.Assign);
        await DoneAsync(AskWithdrawalAsync(id));

        var result = await Journey.DoAsync<AssignDossier>(act =>
            act.DoAsync(new(id, null, OfficeStaff.Specialist.AccountId!.Value, null), OfficeStaff.Head, default)
        );

        Assert.That(Codes(result), Is.EqualTo((string[])["WithdrawalPending"]));
    }

    [Test]
    public async Task GiveOpinion_WhileAWithdrawalIsAsked_LeavesItAsked()
    {
        var id = await Journey.ReachAsync(DossierAct.Assign);
        await DoneAsync(
            Journey.DoAsync<AskOpinion>(act =>
                act.DoAsync(
                    new(id, null, "police", "Nội dung có liên quan đến an ninh, trật tự không?", BareOffice.Start.PlusDays(3), []),
                    OfficeStaff.Specialist,
                    default
                )
            )
        );
        await DoneAsync(AskWithdrawalAsync(id));
        var opinion = (await Journey.FindAsync(id))!.Opinions[0].Id;

        var answered = await DoneAsync(
            Journey.DoAsync<GiveOpinion>(act => act.DoAsync(new(id, null, opinion, OpinionAnswer.Agree, null), OfficeStaff.Specialist, default))
        );
        var refused = await DoneAsync(Journey.DoAsync<DecideWithdrawal>(act => act.DoAsync(new(id, null, false, "Đã trình ký"), OfficeStaff.Head, default)));

        Assert.That(answered.Status, Is.EqualTo(DossierStatus.WithdrawalAsked));
        Assert.That(refused.Status, Is.EqualTo(DossierStatus.InProcess));
    }

    private Task<ActResult> AskWithdrawalAsync(Guid id) =>
        Journey.DoAsync<AskWithdrawal>(act => act.DoAsync(new(id, null, "Không còn nhu cầu", null), OfficeStaff.ApplicantOf(id), default));

    private async Task AskSupplementAsync(Guid id)
    {
        SupplementItem[] items = [new(SupplementTarget.Field, "copies", "Số lượng in", "Chưa khớp với bản thảo")];
        await DoneAsync(
            Journey.DoAsync<AskSupplement>(act =>
                act.DoAsync(new(id, null, items, "Số lượng chưa khớp", BareOffice.Start.Date + Period.FromDays(30)), OfficeStaff.Specialist, default)
            )
        );
    }

    private Task<long> WorkNoticesAsync() => Office.AskAsync<long>("SELECT count(*) FROM notices WHERE kind = 'WorkAssigned'");

    private static async Task<Dossier> DoneAsync(Task<ActResult> act)
    {
        var result = await act;
        Assert.That(Codes(result), Is.Empty);
        return result.Dossier!;
    }
}

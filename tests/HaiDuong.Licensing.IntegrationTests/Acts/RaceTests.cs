using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Features.Withdrawal;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>Several people on one dossier at once (faults 23, 25, 27, 29).</summary>
public sealed class RaceTests : OfficeTest
{
    [Test]
    public async Task Accept_ByTwoClerksAtOnce_IsWonByOneAndTheOtherLearnsWho()
    {
        var id = await Journey.ReachAsync(DossierAct.Submit);
        var seen = (await Journey.FindAsync(id))!.Revision;

        var results = await Task.WhenAll(Journey.AcceptAsync(id, OfficeStaff.Clerk, seen), Journey.AcceptAsync(id, OfficeStaff.OtherClerk, seen));

        var lost = results.Single(result => !result.Done);
        var stored = (await Journey.FindAsync(id))!;
        Assert.That(Codes(lost), Is.EqualTo((string[])["DossierChangedBy"]));
        Assert.That(lost.Refusals[0].Args[0], Is.EqualTo(stored.History[^1].ActorName));
        Assert.That(stored.History.Count(line => line.Act == DossierAct.Accept), Is.EqualTo(1));
        Assert.That(await Office.AskAsync<long>("SELECT last FROM number_series"), Is.EqualTo(1), "The loser gives its number back.");
    }

    [Test]
    public async Task Accept_OnAFormThatIsStale_IsRefusedWithTheNameOfWhoWasFaster()
    {
        var id = await Journey.ReachAsync(DossierAct.Submit);
        var seen = (await Journey.FindAsync(id))!.Revision;
        await Journey.AcceptAsync(id, OfficeStaff.Clerk, seen);

        var late = await Journey.AcceptAsync(id, OfficeStaff.OtherClerk, seen);

        Assert.That(Codes(late), Is.EqualTo((string[])["DossierChangedBy"]));
        Assert.That(late.Refusals[0].Args[0], Is.EqualTo(OfficeStaff.Clerk.Name));
    }

    [Test]
    public async Task Accept_OnAStaleFormOfWhoWasFasterThemselves_SaysThatItWasThey()
    {
        var id = await Journey.ReachAsync(DossierAct.Submit);
        var seen = (await Journey.FindAsync(id))!.Revision;
        await Journey.AcceptAsync(id, OfficeStaff.Clerk, seen);

        var late = await Journey.AcceptAsync(id, OfficeStaff.Clerk, seen);

        Assert.That(Codes(late), Is.EqualTo((string[])["DossierChangedByYou"]));
        Assert.That(late.Refusals.Single().Sentence, Does.Match(@"lúc \d\d:\d\d \d\d/\d\d/\d{4},"), "the hour of the wall clock");
    }

    [Test]
    public async Task LostRace_BetweenApplicantAndStaff_TellsNeitherWhoTheOtherIs()
    {
        var id = await Journey.ReachAsync(DossierAct.Submit);
        var submitted = (await Journey.FindAsync(id))!.Revision;
        await Journey.AcceptAsync(id, OfficeStaff.Clerk, submitted);

        var applicant = await AskWithdrawalAsync(id, submitted);
        Assert.That(Codes(applicant), Is.EqualTo((string[])["DossierChanged"]));

        var accepted = (await Journey.FindAsync(id))!.Revision;
        await AskWithdrawalAsync(id, accepted);
        var clerk = await Journey.AcceptAsync(id, OfficeStaff.Clerk, accepted);
        Assert.That(Codes(clerk), Is.EqualTo((string[])["DossierChangedByApplicant"]));
    }

    private Task<ActResult> AskWithdrawalAsync(Guid id, int seen) =>
        Journey.DoAsync<AskWithdrawal>(act => act.DoAsync(new(id, seen, "Không còn nhu cầu", null), OfficeStaff.ApplicantOf(id), default));

    [Test]
    public async Task Submit_PressedTwiceAtOnce_SubmitsOnce()
    {
        var id = await Journey.DraftAsync();

        await Task.WhenAll(SubmitAsync(id), SubmitAsync(id));
        var again = await SubmitAsync(id);

        Assert.That(again.Done, Is.True);
        Assert.That((await Journey.FindAsync(id))!.History.Select(line => line.Act), Is.EqualTo((DossierAct[])[DossierAct.Submit]));
        Assert.That(await Office.AskAsync<long>("SELECT count(*) FROM notices"), Is.EqualTo(1));
    }

    [Test]
    public async Task SaveDraft_SentTwiceAtOnce_MakesOneDraft()
    {
        var id = Guid.CreateVersion7();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Journey.SaveDraftAsync(id)));

        Assert.That(results.Count(result => result.Done), Is.GreaterThanOrEqualTo(1));
        Assert.That(results.Where(result => !result.Done).SelectMany(Codes), Has.All.EqualTo("DossierChanged"));
        Assert.That(await Office.AskAsync<long>("SELECT count(*) FROM dossiers"), Is.EqualTo(1));
    }

    [Test]
    public async Task TakeIn_SentTwiceAtOnce_MakesOneDossierAndOneCode()
    {
        var id = Guid.CreateVersion7();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Journey.TakeInAsync(id)));

        Assert.That(results.Select(result => result.Dossier?.Code), Has.All.EqualTo("000.00.17.H24-260413-0001"));
        Assert.That(results, Has.All.Property(nameof(ActResult.Done)).True);
        Assert.That(await Office.AskAsync<long>("SELECT last FROM number_series"), Is.EqualTo(1));
    }

    [Test]
    public async Task Accept_OfAHundredDossiersAtOnce_GivesAHundredCodesWithoutGaps()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Journey.ReachAsync(DossierAct.Submit)));

        var results = await Task.WhenAll(ids.Select(id => Journey.AcceptAsync(id, OfficeStaff.Clerk)));

        Assert.That(results, Has.All.Property(nameof(ActResult.Done)).True);
        Assert.That(
            results.Select(result => result.Dossier?.Code).Order(StringComparer.Ordinal),
            Is.EqualTo(Enumerable.Range(1, 100).Select(serial => $"000.00.17.H24-260413-{serial:0000}"))
        );
        Assert.That(
            await Office.AskAsync<long>(
                "SELECT count(*) FROM (SELECT d.code, lag(d.code) OVER (ORDER BY h.id) AS earlier FROM history h JOIN dossiers d ON d.id = h.dossier_id WHERE h.act = 'Accept') AS line WHERE code < earlier"
            ),
            Is.Zero,
            "Codes rise in the order of acceptance."
        );
    }

    private Task<ActResult> SubmitAsync(Guid id) => Journey.DoAsync<SubmitDossier>(act => act.DoAsync(new(id, null), OfficeStaff.ApplicantOf(id), default));
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Dossiers;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Transfers;

/// <summary>Dossiers on paper between counter and division: what waits, who gives and takes, and where the paper is.</summary>
public sealed class TransferActTests : TransferTest
{
    [Test]
    public async Task Waiting_IsWhatCameOnPaper_UntilItIsOnAList()
    {
        var (first, second) = (await TakeInAsync(2), await TakeInAsync(4));
        await Journey.ReachAsync(DossierAct.Accept);

        var before = await WaitingAsync(ToDivision);
        var list = await FindAsync(await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, first));
        var next = await FindAsync(await MadeAsync(OfficeStaff.OtherClerk, TransferWay.ToDivision, second));

        Assert.That(before, Is.EquivalentTo((Guid[])[first, second]), "what came online has no paper");
        Assert.That((list.Number, next.Number), Is.EqualTo(("01/BG-SVHTTDL", "02/BG-SVHTTDL")));
        Assert.That((list.MadeByName, list.From, list.To, list.Office), Is.EqualTo(("First clerk", Units.Counter, Units.Press, "vhttdl-hai-phong")));
        Assert.That(list.Lines.Single().Papers.Select(paper => (paper.Originals, paper.Copies)), Is.Not.Empty.And.All.Not.EqualTo((0, 0)));
        Assert.That(await WaitingAsync(ToDivision), Is.Empty);
        Assert.That(Codes((await MakeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, first)).Refusals), Is.EqualTo((string[])["TransferNotWaiting"]));
        Assert.That(
            await Office.AskAsync<long>("SELECT last FROM number_series WHERE series LIKE 'transfer/%'"),
            Is.EqualTo(2),
            "a refused list takes no number"
        );
    }

    [Test]
    public async Task Receive_OfAPart_LetsTheRestWaitAgain_AndTheDossierTellsWhereItsPaperIs()
    {
        var (came, lost) = (await TakeInAsync(2), await TakeInAsync(4));
        var list = await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, came, lost);
        var onItsWay = await TrailAsync(came);

        var unexplained = await ReceiveAsync(OfficeStaff.Head, list, new HashSet<Guid> { came });
        var received = await ReceiveAsync(OfficeStaff.Head, list, new HashSet<Guid> { came }, "Không có trong túi");

        Assert.That((Codes(unexplained), received), Is.EqualTo(((string[])["TransferReasonMissing"], Array.Empty<Refusal>())));
        Assert.That(await WaitingAsync(ToDivision), Is.EqualTo((Guid[])[lost]));
        Assert.That((onItsWay!.Unit, onItsWay.Passages.Single().List.IsOpen), Is.EqualTo((Units.Counter, true)));
        var (there, here) = (await TrailAsync(came), await TrailAsync(lost));
        Assert.That((there!.Unit, there.ByList?.ReceivedByName), Is.EqualTo((Units.Press, "Division head")));
        Assert.That(
            (here!.Unit, here.ByList, here.Passages.Single().Line.MissingReason),
            Is.EqualTo((Units.Counter, (TransferList?)null, "Không có trong túi"))
        );
        var again = await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, lost);
        Assert.That(await ReceiveAsync(OfficeStaff.Registry, again), Is.Empty, "the registry takes for every division of its department");
        Assert.That(await WaitingAsync(ToDivision), Is.Empty);
    }

    [Test]
    public async Task Cancel_LetsEverythingWaitAgain_AndTheListIsNeitherReceivedNorCancelledAgain()
    {
        var id = await TakeInAsync();
        var list = await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, id);

        Assert.That(Codes(await CancelAsync(OfficeStaff.Head, list)), Is.EqualTo((string[])["TransferNotYours"]));
        Assert.That(await CancelAsync(OfficeStaff.OtherClerk, list), Is.Empty);

        Assert.That(await WaitingAsync(ToDivision), Is.EqualTo((Guid[])[id]));
        Assert.That(Codes(await ReceiveAsync(OfficeStaff.Head, list)), Is.EqualTo((string[])["TransferCancelled"]));
        Assert.That(Codes(await CancelAsync(OfficeStaff.Clerk, list)), Is.EqualTo((string[])["TransferCancelled"]));
    }

    [Test]
    public async Task List_IsOfTheTwoSidesAlone()
    {
        var id = await TakeInAsync();
        var stranger = new Actor(Guid.CreateVersion7(), "Phòng khác", [new RoleHolding(StaffRole.Specialist, Units.Digital)]);
        Actor[] giveNot = [OfficeStaff.Specialist, OfficeStaff.Registry, OfficeStaff.Leader, OfficeStaff.Accountant, stranger];
        foreach (var actor in giveNot)
            Assert.That(Codes((await MakeAsync(actor, TransferWay.ToDivision, id)).Refusals), Is.EqualTo((string[])["TransferNotYours"]), actor.Name);
        var list = await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, id);
        Actor[] takeNot = [OfficeStaff.Clerk, OfficeStaff.OtherClerk, OfficeStaff.Leader, OfficeStaff.Accountant, stranger];
        foreach (var actor in takeNot)
            Assert.That(Codes(await ReceiveAsync(actor, list)), Is.EqualTo((string[])["TransferNotYours"]), actor.Name);

        Assert.That(Codes((await MakeAsync(OfficeStaff.Clerk, TransferWay.ToDivision)).Refusals), Is.EqualTo((string[])["TransferNothingChosen"]));
        var many = Enumerable.Range(0, TransferList.Most + 1).Select(_ => Guid.CreateVersion7()).ToList();
        Assert.That(Codes((await MakeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, many)).Refusals), Is.EqualTo((string[])["TransferTooMany"]));
    }

    [Test]
    public async Task Make_OfTheSameDossiersAtOnce_IsDoneByOne_WithoutAGapInTheNumbers()
    {
        var id = await TakeInAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => MakeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, id)));

        Assert.That(answers.Count(answer => answer.Made is not null), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Made is null).SelectMany(answer => Codes(answer.Refusals)), Is.All.EqualTo("TransferNotWaiting"));
        Assert.That(await Office.AskAsync<long>("SELECT last FROM number_series WHERE series LIKE 'transfer/%'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Supplement_BroughtToTheCounter_WaitsWithItsOwnPapersAlone()
    {
        var id = await TakeInAsync();
        await ReceiveAsync(OfficeStaff.Head, await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, id));
        TestOffice.Sure(await Journey.DoAsync(id, "assign"));
        var asked = new SupplementItem(SupplementTarget.Paper, "manuscript", "Bản thảo", "Thiếu trang");
        TestOffice.Sure(
            await Journey.DoAsync<AskSupplement>(act =>
                act.DoAsync(
                    new(id, null, [asked], "Thiếu trang", Office.Time.Rulebooks.Calendar.OnOrAfter(BareOffice.Start.Date.PlusDays(20))),
                    OfficeStaff.Specialist,
                    CancellationToken.None
                )
            )
        );
        var before = await WaitingAsync(ToDivision);
        var paper = new Paper(Guid.CreateVersion7(), "manuscript", null, null, null, 0, 3, 1, Office.Clock.Now);
        var form = (await Journey.FindAsync(id))!.Form;

        TestOffice.Sure(
            await Journey.DoAsync<SupplySupplement>(act =>
                act.DoAsync(new(id, null, form) { Channel = SubmissionChannel.Post, Counted = [paper] }, OfficeStaff.Clerk, CancellationToken.None)
            )
        );

        Assert.That(before, Is.Empty);
        Assert.That(await WaitingAsync(ToDivision), Is.EqualTo((Guid[])[id]));
        var line = (await FindAsync(await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, id))).Lines.Single();
        Assert.That((line.Round, line.Papers.Select(given => (given.Originals, given.Copies))), Is.EqualTo((1, (IEnumerable<(int, int)>)[(3, 1)])));
    }

    [Test]
    public async Task Result_WaitsForTheCounter_UntilItIsThere()
    {
        var id = await TakeInAsync();
        while ((await Journey.FindAsync(id))!.Status != DossierStatus.ResultReady)
            TestOffice.Sure(await Journey.NextAsync(id));

        Assert.That((await WaitingAsync(ToDivision), await WaitingAsync(ToCounter)), Is.EqualTo((Array.Empty<Guid>(), (Guid[])[id])));
        var list = await FindAsync(await MadeAsync(OfficeStaff.Registry, TransferWay.ToCounter, id));
        var received = await ReceiveAsync(OfficeStaff.Clerk, list.Id);

        Assert.That((received, await WaitingAsync(ToCounter)), Is.EqualTo((Array.Empty<Refusal>(), Array.Empty<Guid>())));
        Assert.That(list.Lines.Single().Papers.Single().Name, Does.Contain("(01/GP-SVHTTDL)"));
        Assert.That((await TrailAsync(id))!.Unit, Is.EqualTo(Units.Counter));
        var returned = TestOffice.Sure(await Journey.NextAsync(id));
        Assert.That(await WaitingAsync(ToCounter), Is.Empty);
        var control = await PdfText.OfAsync(Office.Time.Services, returned.Slips.Single(slip => slip.Kind == SlipKind.Control));
        Assert.That(control, Does.Contain($"Bàn giao hồ sơ giấy theo danh sách {list.Number}"));
    }

    [Test]
    public async Task Papers_OfADossierThatWasStopped_GoBackToTheCounter()
    {
        var (given, never) = (await TakeInAsync(2), await TakeInAsync(4));
        await ReceiveAsync(OfficeStaff.Head, await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, given));
        foreach (var id in (Guid[])[given, never])
        {
            TestOffice.Sure(await Journey.DoAsync(id, "assign"));
            TestOffice.Sure(await Journey.DoAsync(id, "withdraw"));
            TestOffice.Sure(await Journey.DoAsync(id, "agree"));
        }

        Assert.That(await WaitingAsync(ToCounter), Is.EqualTo((Guid[])[given]), "the other never left the counter");
        var list = await FindAsync(await MadeAsync(OfficeStaff.Specialist, TransferWay.ToCounter, given));
        Assert.That(list.Lines.Single().Papers, Is.Not.Empty);
        Assert.That(await WaitingAsync(ToDivision), Is.Empty);
    }

    [TestCase("UPDATE transfer_lists SET number = 'x'")]
    [TestCase("UPDATE transfer_lines SET papers = '[]'")]
    [TestCase("DELETE FROM transfer_lines")]
    [TestCase("UPDATE transfer_lines SET state = 'Missing'")]
    public async Task Received_IsNeitherChangedNorDeleted(string sql)
    {
        await ReceiveAsync(OfficeStaff.Head, await MadeAsync(OfficeStaff.Clerk, TransferWay.ToDivision, await TakeInAsync()));

        Assert.That(() => Office.AskAsync<object>(sql + " RETURNING 1"), Throws.InstanceOf<PostgresException>());
    }

    private Task<PaperTrail?> TrailAsync(Guid id) =>
        Office.AtDeskAsync(async at =>
            await at.GetRequiredService<PaperTrailQuery>().ReadAsync((await Journey.FindAsync(id))!, OfficeStaff.Head, CancellationToken.None)
        );
}

using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Features.Batches;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Many dossiers at once: each is an act of its own, done once whatever happens, and told about; one that fails keeps none of the others.</summary>
public sealed class BatchTests
{
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Assign_OfSeveral_TellsOfEach_AndOneThatMovedMeanwhileIsLeftAsItIs()
    {
        Guid[] ids = [await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync()];
        var batch = await ChooseAsync("truong-phong", BatchKind.Assign, ids);
        await AssignAsync(ids[1], "chuyen-vien-2");

        await StartAsync("truong-phong", batch, specialist: "chuyen-vien", note: "Làm trước ngày 20");
        await RunAsync();

        var items = await ItemsAsync(batch);
        Assert.That(items.Select(item => item.State), Is.EqualTo(new[] { BatchItemState.Done, BatchItemState.Refused, BatchItemState.Done }));
        Assert.That(items[1].Told, Does.Contain("Chính bạn đã xử lý hồ sơ này"));
        Assert.That(
            await Task.WhenAll(ids.Select(async id => (await host.DossierAsync(id)).Specialist!.AccountId)),
            Is.EqualTo(new[] { AccountOf("chuyen-vien"), AccountOf("chuyen-vien-2"), AccountOf("chuyen-vien") })
        );
        Assert.That((await BatchAsync(batch)).EndedAt, Is.Not.Null);
    }

    [Test]
    public async Task Claim_OfSeveral_TakesWhatNobodyHas_AndTellsWhoWasFaster()
    {
        var office = new DueOffice(host);
        Guid[] ids = [await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync()];
        foreach (var id in ids)
            await office.DoAsync(
                id,
                office.Now,
                (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
                (dossier, by) => dossier.Release("Nghỉ phép", by("truong-phong"))
            );
        var batch = await ChooseAsync("chuyen-vien-2", BatchKind.Claim, ids);
        await office.DoAsync(ids[1], office.Now, (dossier, by) => dossier.Claim(by("chuyen-vien")));

        await StartAsync("chuyen-vien-2", batch);
        await RunAsync();

        var items = await ItemsAsync(batch);
        Assert.That(items.Select(item => item.State), Is.EqualTo(new[] { BatchItemState.Done, BatchItemState.Refused }));
        Assert.That(items[1].Told, Is.EqualTo(new Refusal("ClaimedBy", null, host.Actors["chuyen-vien"].Name).Sentence));
        Assert.That((await host.DossierAsync(ids[0])).Specialist!.AccountId, Is.EqualTo(AccountOf("chuyen-vien-2")));
    }

    [Test]
    public async Task Item_ThatWasDoneWhenTheProgramEnded_IsKnownForDone_AndNotDoneAgain()
    {
        var id = await host.AcceptedDossierAsync();
        var batch = await ChooseAsync("truong-phong", BatchKind.Assign, id);
        await StartAsync("truong-phong", batch, specialist: "chuyen-vien");
        await RunAsync();

        // As the database is when the act is committed and what came of it is not yet noted.
        await OfficeAsync(db =>
            db.BatchItems.Where(item => item.BatchId == batch)
                .ExecuteUpdateAsync(item => item.SetProperty(one => one.State, BatchItemState.Waiting).SetProperty(one => one.Told, (string?)null))
        );
        await RunAsync();

        Assert.That((await ItemsAsync(batch)).Single(), Has.Property("State").EqualTo(BatchItemState.Done).And.Property("Told").Null);
        Assert.That(await OfficeAsync(db => db.History.CountAsync(line => line.DossierId == id && line.Act == DossierAct.Assign)), Is.EqualTo(1));
    }

    [Test]
    public async Task Item_ThatMeetsAFaultOfTheProgram_KeepsNoneOfTheOthers()
    {
        Guid[] ids = [await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync()];
        var batch = await ChooseAsync("truong-phong", BatchKind.Assign, ids);
        await OfficeAsync(db => db.Database.ExecuteSqlAsync($"UPDATE dossiers SET route_id = 'gone' WHERE id = {ids[0]}"));

        await StartAsync("truong-phong", batch, specialist: "chuyen-vien");
        await RunAsync();
        await OfficeAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE dossiers SET route_id = (SELECT route_id FROM dossiers WHERE id = {ids[1]}) WHERE id = {ids[0]}")
        );

        var items = await ItemsAsync(batch);
        Assert.That(items.Select(item => item.State), Is.EqualTo(new[] { BatchItemState.Refused, BatchItemState.Done }));
        Assert.That(items[0].Told, Is.EqualTo(new Refusal("BatchItemFailed").Sentence));
    }

    [Test]
    public async Task Issue_OfSeveral_NumbersThemInTheOrderInWhichTheyWereChosen()
    {
        Guid[] ids = [await ReadyToIssueAsync(), await ReadyToIssueAsync(), await ReadyToIssueAsync()];
        Array.Reverse(ids);
        var batch = await ChooseAsync("van-thu", BatchKind.Issue, ids);

        await StartAsync("van-thu", batch);
        await RunAsync();

        var numbers = await Task.WhenAll(ids.Select(async id => int.Parse((await host.DossierAsync(id)).Decision!.Number!.Split('/')[0], null)));
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(numbers[0], 3)));
        Assert.That(
            (await ItemsAsync(batch)).Select(item => item.Told),
            Is.EqualTo(await Task.WhenAll(ids.Select(async id => (await host.DossierAsync(id)).Decision!.Number)))
        );
    }

    [Test]
    public async Task Rest_ThatWasStopped_IsLeftAlone()
    {
        Guid[] ids = [await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync()];
        var batch = await ChooseAsync("truong-phong", BatchKind.Assign, ids);
        await OfficeAsync(db => db.Database.ExecuteSqlAsync($"UPDATE batches SET started_at = now() WHERE id = {batch}"));
        await OfficeAsync(db => db.Database.ExecuteSqlAsync($"UPDATE batch_items SET state = CASE ordinal WHEN 1 THEN 2 ELSE 1 END WHERE batch_id = {batch}"));

        var refusals = await host.AtDeskAsync(desk => desk.GetRequiredService<StopBatch>().DoAsync(batch, host.Actors["truong-phong"], default));
        await RunAsync();

        Assert.That(refusals, Is.Empty);
        Assert.That((await ItemsAsync(batch)).Select(item => item.State), Is.EqualTo(new[] { BatchItemState.Done, BatchItemState.Stopped }));
        Assert.That((await host.DossierAsync(ids[1])).Specialist, Is.Null);
        Assert.That(await BatchAsync(batch), Has.Property("EndedAt").Not.Null.And.Property("StoppedAt").Not.Null);
    }

    [Test]
    public async Task Batch_IsItsPersonsAlone_AndIsStartedOnce()
    {
        var id = await host.AcceptedDossierAsync();
        var batch = await ChooseAsync("truong-phong", BatchKind.Assign, id);

        Assert.That(await CodesAsync("giam-doc", batch, "chuyen-vien"), Is.EqualTo((string[])["BatchNotYours"]));
        Assert.That(
            await host.AtDeskAsync(desk => desk.GetRequiredService<StopBatch>().DoAsync(batch, host.Actors["giam-doc"], default)),
            Has.One.Property("Code").EqualTo("BatchNotYours")
        );
        Assert.That((await (await host.AsAsync("giam-doc")).GetAsync($"/hang-loat/{batch}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await CodesAsync("truong-phong", batch, "chuyen-vien"), Is.Empty);
        Assert.That(await CodesAsync("truong-phong", batch, "chuyen-vien-2"), Is.EqualTo((string[])["BatchStarted"]));
        await RunAsync();
    }

    /// <summary>Whatever somebody chooses, each act asks its own rule: nothing is done that the person may not do one by one.</summary>
    [Test]
    public async Task Batch_OfWhatSomebodyMayNotDo_DoesNothing([Values] BatchKind kind)
    {
        Guid[] ids = [await host.AcceptedDossierAsync(), await host.ReadyToSignAsync()];
        var before = await Task.WhenAll(ids.Select(async id => (await host.DossierAsync(id)).Revision));
        foreach (var (name, actor) in host.Actors)
        {
            var (batch, refusals) = await host.AtDeskAsync(desk =>
                desk.GetRequiredService<ChooseBatch>().DoAsync(new ChooseBatchRequest(kind, ids, null), actor, default)
            );
            if (refusals.Count > 0 || May(name, kind))
                continue;
            await StartAsync(name, batch, specialist: "chuyen-vien", note: "Lý do");
            await RunAsync();
            Assert.That((await ItemsAsync(batch)).Select(item => item.State), Has.All.EqualTo(BatchItemState.Refused), $"{kind} by {name}");
        }

        Assert.That(await Task.WhenAll(ids.Select(async id => (await host.DossierAsync(id)).Revision)), Is.EqualTo(before));

        // Those whose work it is: the head's, the holder's, the leader's of their own department.
        static bool May(string name, BatchKind kind) =>
            (name, kind) is ("truong-phong", BatchKind.Assign or BatchKind.Release) or ("chuyen-vien", BatchKind.Release) or ("giam-doc", BatchKind.Sign);
    }

    [Test]
    public async Task Choice_OfTooManyOrNone_SaysWhatToDo()
    {
        Assert.That(await ChoiceAsync([.. Enumerable.Range(0, Batch.Most + 1).Select(_ => Guid.CreateVersion7())]), Is.EqualTo("BatchTooMany"));
        Assert.That(await ChoiceAsync([]), Is.EqualTo("BatchNothingChosen"));
        Assert.That(await ChoiceAsync([Guid.CreateVersion7()]), Is.EqualTo("BatchNothingChosen"), "and of what nobody knows");

        async Task<string> ChoiceAsync(Guid[] ids) =>
            (
                await host.AtDeskAsync(desk =>
                    desk.GetRequiredService<ChooseBatch>().DoAsync(new ChooseBatchRequest(BatchKind.Assign, ids, null), host.Actors["truong-phong"], default)
                )
            )
                .Refusals.Single()
                .Code;
    }

    [Test]
    public async Task Choice_ThatWasNeverStarted_IsRemovedAfterADay_AndAResultStays()
    {
        var id = await host.AcceptedDossierAsync();
        var (left, started) = (await ChooseAsync("truong-phong", BatchKind.Assign, id), await ChooseAsync("truong-phong", BatchKind.Assign, id));
        await StartAsync("truong-phong", started, specialist: "chuyen-vien");
        await RunAsync();
        await OfficeAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE batches SET chosen_at = chosen_at - interval '25 hours' WHERE id = {left} OR id = {started}")
        );

        await host.AtDeskAsync(desk => desk.GetRequiredService<ExpiredTraces>().RemoveAsync(CancellationToken.None));

        Assert.That(
            await OfficeAsync(db => db.Batches.Where(batch => batch.Id == left || batch.Id == started).Select(batch => batch.Id).ToListAsync()),
            Is.EqualTo(new[] { started })
        );
    }

    private async Task<Guid> ReadyToIssueAsync()
    {
        var id = await host.ReadyToSignAsync();
        var batch = await ChooseAsync("giam-doc", BatchKind.Sign, id);
        await StartAsync("giam-doc", batch);
        await RunAsync();
        return id;
    }

    private async Task AssignAsync(Guid id, string specialist)
    {
        var result = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<AssignDossier>()
                .DoAsync(new AssignDossierRequest(id, null, AccountOf(specialist), null), host.Actors["truong-phong"], default)
        );
        Assert.That(result.Done);
    }

    private async Task<Guid> ChooseAsync(string person, BatchKind kind, params Guid[] ids)
    {
        var (made, refusals) = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<ChooseBatch>().DoAsync(new ChooseBatchRequest(kind, ids, null), host.Actors[person], default)
        );
        Assert.That(refusals, Is.Empty);
        return made;
    }

    private async Task StartAsync(string person, Guid batch, string? specialist = null, string? note = null) =>
        Assert.That(await CodesAsync(person, batch, specialist, note), Is.Empty);

    private async Task<IReadOnlyList<string>> CodesAsync(string person, Guid batch, string? specialist, string? note = null)
    {
        var choices = (await ItemsAsync(batch)).Select(item => new BatchChoice(item.Id, false, null)).ToList();
        var signer = ProvedActor.WithoutSession(host.Actors[person]);
        var request = new StartBatchRequest(batch, choices, specialist is null ? null : AccountOf(specialist), note, signer);
        var refusals = await host.AtDeskAsync(desk => desk.GetRequiredService<StartBatch>().DoAsync(request, host.Actors[person], default));
        return [.. refusals.Select(refusal => refusal.Code)];
    }

    /// <summary>Beside the office's own listener: what both take is done once.</summary>
    private Task RunAsync() => host.Services.GetRequiredService<BatchRunner>().RunAsync(CancellationToken.None);

    private Guid AccountOf(string name) => host.Actors[name].AccountId!.Value;

    private Task<List<BatchItem>> ItemsAsync(Guid batch) =>
        OfficeAsync(db => db.BatchItems.AsNoTracking().Where(item => item.BatchId == batch).OrderBy(item => item.Ordinal).ToListAsync());

    private Task<Batch> BatchAsync(Guid id) => OfficeAsync(db => db.Batches.AsNoTracking().SingleAsync(batch => batch.Id == id));

    private Task<T> OfficeAsync<T>(Func<OfficeDbContext, Task<T>> work) => host.AtDeskAsync(desk => work(desk.GetRequiredService<OfficeDbContext>()));
}

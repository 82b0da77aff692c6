using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Features.Opinions;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using NUnit.Framework;
using Journey = HaiDuong.Licensing.Demo.Journey;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The rows that lists read are written with the act, say what the dossier says, and can be proved and written anew.</summary>
public sealed class DossierRowTests
{
    private TestOffice office = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => office = await TestOffice.OpenStaffedAsync();

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task Row_OfEveryPath_IsWhatItsDossierGives()
    {
        await using var living = await TestOffice.OpenAsync(new LocalDateTime(2026, 4, 13, 9, 0));
        foreach (var path in Enum.GetValues<JourneyPath>())
            await new Journey(living.Time, "publishing-permit", path).WalkAsync(CancellationToken.None);

        Assert.That(await AmissAsync(living), Is.Empty);
    }

    [Test]
    public async Task Row_AfterEachAct_IsThatOfTheDossierAndItsStep()
    {
        var driver = office.Driver();
        var id = await driver.ReachAsync(DossierAct.Submit);
        foreach (var verb in (string[])["accept", "assign", "ask", "supply", "appraise", "pay", "draft"])
        {
            var dossier = DossierDriver.Sure(verb, await driver.DoAsync(id, verb));
            var row = await RowAsync(id);
            Assert.That(row.Due, Is.EqualTo(dossier.Due).UsingPropertiesComparer(), verb);
            Assert.That(
                (row.Revision, row.Code, row.Status, row.Applicant, row.StepId, row.HolderId, row.IsSupplied),
                Is.EqualTo(
                    (
                        dossier.Revision,
                        dossier.Code,
                        dossier.Status,
                        dossier.Applicant.Name,
                        dossier.Work.Single().StepId,
                        dossier.Work.Single().AssigneeId,
                        verb == "supply"
                    )
                ),
                verb
            );
        }
    }

    [Test]
    public async Task Row_OfADraftThatCameBack_SaysWhy_UntilItIsDoneAnew()
    {
        var driver = office.Driver();
        var id = await driver.ReachAsync(DossierAct.DraftResult);

        DossierDriver.Sure("send-back", await driver.DoAsync(id, "send-back"));
        var back = await RowAsync(id);
        DossierDriver.Sure("draft", await driver.DoAsync(id, "draft"));

        Assert.That(back.SentBack, Is.Not.Empty);
        Assert.That((await RowAsync(id)).SentBack, Is.Null);
    }

    [Test]
    public async Task Row_WhileAnAgencyIsAsked_SaysSo()
    {
        var driver = office.Driver();
        var id = await driver.ReachAsync(DossierAct.Assign);

        DossierDriver.Sure("ask-opinion", await driver.DoAsync(id, "ask-opinion"));
        var asked = await RowAsync(id);
        var opinion = (await driver.FindAsync(id))!.Opinions.Single().Id;
        DossierDriver.Sure(
            "opine",
            await driver.DoAsync<GiveOpinion>(act => act.DoAsync(new(id, null, opinion, OpinionAnswer.Agree, null), OfficeStaff.Specialist, default))
        );

        Assert.That((asked.AwaitsOpinion, asked.OpenWork), Is.EqualTo((true, 2)));
        Assert.That(((await RowAsync(id)).AwaitsOpinion, (await RowAsync(id)).OpenWork), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task Copies_OfWhatOneTransactionChangesTwice_AreMadeOnce()
    {
        var id = await office.Driver().ReachAsync(DossierAct.Assign);
        await using var connection = new NpgsqlConnection(office.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        await DoAsync("SET LOCAL track_functions = 'all'");
        await DoAsync($"UPDATE dossiers SET revision = revision + 1, abstract = 'x' WHERE id = '{id}'");
        await DoAsync($"UPDATE dossiers SET revision = revision + 1, abstract = 'y' WHERE id = '{id}'");
        await DoAsync($"UPDATE work_items SET title = 'z' WHERE dossier_id = '{id}'");
        await DoAsync("SET CONSTRAINTS ALL IMMEDIATE");

        Assert.That(
            await DoAsync(
                "SELECT string_agg(calls || ' ' || funcname, ', ' ORDER BY funcname) FROM pg_stat_xact_user_functions WHERE funcname LIKE 'keep_dossier_%'"
            ),
            Is.EqualTo("1 keep_dossier_row, 1 keep_dossier_words")
        );
        Assert.That(await DoAsync($"SELECT count(*) FROM dossier_rows_amiss(ARRAY['{id}'::uuid])"), Is.Zero);

        async Task<object?> DoAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return await command.ExecuteScalarAsync();
        }
    }

    [Test]
    public async Task Row_OfAHiddenSender_NamesNobody()
    {
        var id = await office.Driver("denunciation-settlement").ReachAsync(DossierAct.Submit);

        Assert.That((await RowAsync(id)).Applicant, Is.Null);
        Assert.That(await office.AskAsync<string>($"SELECT applicant ->> 'name' FROM dossiers WHERE id = '{id}'"), Is.Not.Empty);
    }

    [Test]
    public async Task Command_WritesTheSpoiltRowsAnew_WhichTheCheckHadNamed()
    {
        var ids = new List<Guid>();
        for (var number = 0; number < 3; number++)
            ids.Add(await office.Driver().ReachAsync(DossierAct.Accept));
        await office.AskAsync<int>($"UPDATE dossier_rows SET status = 10 WHERE dossier_id = '{ids[0]}' RETURNING 1");
        await office.AskAsync<int>($"DELETE FROM dossier_rows WHERE dossier_id = '{ids[1]}' RETURNING 1");
        await office.AskAsync<int>($"UPDATE dossier_words SET words = '' WHERE dossier_id = '{ids[2]}' RETURNING 1");
        var faults = new List<DataFault>();
        await office.AtDeskAsync(desk => desk.GetRequiredService<CheckData>().DoAsync(faults.Add, default));

        var command = await Tool.RunAsync(
            "env",
            [
                $"ConnectionStrings__Default={office.ConnectionString}",
                $"Office__DataFolder={office.Options.DataFolder}",
                "dotnet",
                typeof(Program).Assembly.Location,
                "rows",
            ]
        );

        Assert.That(faults.Where(fault => fault.Kind == DataFaultKind.RowNotOfDossier).Select(fault => fault.DossierId), Is.EquivalentTo(ids));
        Assert.That(
            (command.ExitCode, command.Output.Trim()),
            Is.EqualTo((0, $"{await office.AskAsync<long>("SELECT count(*) FROM dossiers")} dossiers, 3 rows written anew")),
            command.Errors
        );
        Assert.That(await AmissAsync(office), Is.Empty);
    }

    private Task<DossierRow> RowAsync(Guid id) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().DossierRows.AsNoTracking().SingleAsync(row => row.DossierId == id));

    private static Task<List<Guid>> AmissAsync(TestOffice office) =>
        office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            var all = await db.Dossiers.Select(dossier => dossier.Id).ToListAsync();
            return await desk.GetRequiredService<DossierRows>().AmissAsync(all, CancellationToken.None);
        });
}

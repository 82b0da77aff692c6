using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Licences;

/// <summary>A licence is in the register exactly when the act that numbered and sealed it has happened.</summary>
public sealed class LicenceEntryTests : OfficeTest
{
    [Test]
    public async Task Issue_EntersTheLicenceInItsOwnTransaction()
    {
        var id = await Journey.ReachAsync(DossierAct.Issue);

        var together = await Office.AskAsync<long>(
            $"""
            SELECT count(*) FROM licences l JOIN licence_events e ON e.licence_id = l.id AND e.xmin = l.xmin
            JOIN history h ON h.dossier_id = e.dossier_id AND h.act = 'Issue' AND h.xmin = l.xmin
            WHERE l.dossier_id = '{id}' AND e.kind = 'Issued' AND l.kind = 'publishing-permit' AND l.number = '01/GP-SVHTTDL'
              AND e.file = (SELECT decision ->> 'issuedFile' FROM dossiers d WHERE d.id = l.dossier_id)
            """
        );

        Assert.That(together, Is.EqualTo(1));
    }

    [Test]
    public async Task Issue_ThatFailsAfterTheEntry_LeavesNeitherLicenceNorNumber()
    {
        var id = await Journey.ReachAsync(DossierAct.Sign);
        var before = await Office.WholeAsync();

        await using var scope = Office.CreateScope();
        var register = scope.ServiceProvider.GetRequiredService<LicenceRegister>();
        var numbers = scope.ServiceProvider.GetRequiredService<NumberSeries>();
        Assert.That(
            () =>
                scope
                    .ServiceProvider.GetRequiredService<ActDesk>()
                    .DoAsync(
                        id,
                        null,
                        OfficeStaff.Registry,
                        async (dossier, act) =>
                        {
                            var number = await numbers.NextDocumentNumberAsync("vhttdl-hai-phong", "GP-XBTL", act.Local.Year, "GP-SVHTTDL", default);
                            dossier.Issue("issue", number.Text, act.Local.Date, new string('0', 64), act);
                            await register.EnterAsync(dossier, act, default);
                            await numbers.TakeExpectedAsync(default);
                            await scope.ServiceProvider.GetRequiredService<OfficeDbContext>().SaveChangesAsync();
                            throw new InvalidOperationException("The machine stops before the commit.");
                        },
                        default
                    ),
            Throws.InvalidOperationException
        );

        Assert.That(await Office.WholeAsync(), Is.EqualTo(before));
        Assert.That(await Office.AskAsync<long>("SELECT count(*) FROM licences"), Is.Zero);
        await Journey.NextAsync(id);
        Assert.That(await Office.AskAsync<string>("SELECT number FROM licences"), Is.EqualTo("01/GP-SVHTTDL"));
    }

    [Test]
    public async Task Issue_OfManyAtOnce_EntersEachOnceWithoutAGap()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Journey.ReachAsync(DossierAct.Sign)));

        var results = await Task.WhenAll(ids.Select(id => Journey.NextAsync(id)));

        Assert.That(results.SelectMany(Codes), Is.Empty);
        Assert.That(
            await Office.AskAsync<string>("SELECT string_agg(split_part(number, '/', 1), ' ' ORDER BY number) FROM licences"),
            Is.EqualTo("01 02 03 04 05 06")
        );
    }

    [TestCase("UPDATE licence_events SET note = 'x'")]
    [TestCase("DELETE FROM licence_events")]
    [TestCase("TRUNCATE licence_events")]
    [TestCase("DELETE FROM licences")]
    public async Task History_OfALicence_IsNeitherChangedNorDeleted(string sql)
    {
        await Journey.ReachAsync(DossierAct.Issue);

        Assert.That(() => Office.AskAsync<object>(sql), Throws.InstanceOf<PostgresException>());
        Assert.That(await Office.AskAsync<long>("SELECT count(*) FROM licence_events"), Is.EqualTo(1));
    }
}

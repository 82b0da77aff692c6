using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Acts;

/// <summary>Numbers while papers are being made: nobody waits for a paper, nothing is given twice or left out (faults 4, 29).</summary>
public sealed class NumberRaceTests : OfficeTest
{
    [Test]
    public async Task Number_WhileThePaperIsMade_LeavesTheSeriesToOthers()
    {
        await Journey.ReachAsync(DossierAct.Accept);
        await using var scope = Office.CreateScope();
        var numbers = scope.ServiceProvider.GetRequiredService<NumberSeries>();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<OfficeDbContext>().Database.BeginTransactionAsync();

        await numbers.NextDossierCodeAsync("000.00.17.H24", BareOffice.Start.Date, default);
        var held = await IsSeriesHeldAsync();
        await numbers.TakeExpectedAsync(default);

        Assert.That(held, Is.False);
        Assert.That(await IsSeriesHeldAsync(), Is.True);
    }

    [Test]
    public async Task Accept_WhoseNumberIsGoneWhenItsPaperIsReady_TakesTheNextOne()
    {
        var slow = await Journey.ReachAsync(DossierAct.Submit);
        var quick = await Journey.ReachAsync(DossierAct.Submit);
        var codes = new List<string>();
        await using var scope = Office.CreateScope();

        var result = await scope
            .ServiceProvider.GetRequiredService<ActDesk>()
            .DoAsync(
                slow,
                null,
                OfficeStaff.Clerk,
                async (dossier, act) =>
                {
                    codes.Add(await scope.ServiceProvider.GetRequiredService<NumberSeries>().NextDossierCodeAsync("000.00.17.H24", act.Local.Date, default));
                    if (codes.Count == 1)
                        await Journey.AcceptAsync(quick, OfficeStaff.OtherClerk);
                    return dossier.Accept(codes[^1], act);
                },
                default
            );

        Assert.That(Codes(result), Is.Empty);
        Assert.That((await Journey.FindAsync(quick))!.Code, Is.EqualTo("000.00.17.H24-260413-0001"));
        Assert.That((await Journey.FindAsync(slow))!.Code, Is.EqualTo("000.00.17.H24-260413-0002"));
        Assert.That(codes, Is.EqualTo((string[])["000.00.17.H24-260413-0001", "000.00.17.H24-260413-0002"]));
        Assert.That(await Office.AskAsync<long>("SELECT last FROM number_series"), Is.EqualTo(2));
    }

    [Test]
    public async Task Accept_ThatIsRefused_LeavesItsNumberToTheNextActOfTheSameRequest()
    {
        var id = await Journey.ReachAsync(DossierAct.Submit);
        await using var scope = Office.CreateScope();
        var desk = scope.ServiceProvider.GetRequiredService<ActDesk>();

        await desk.DoAsync(
            id,
            null,
            OfficeStaff.Clerk,
            async (_, act) =>
            {
                await scope.ServiceProvider.GetRequiredService<NumberSeries>().NextDossierCodeAsync("000.00.17.H24", act.Local.Date, default);
                return [new Domain.Refusal("StepNotWaiting")];
            },
            default
        );
        await desk.DoAsync(id, null, OfficeStaff.Clerk, (dossier, act) => dossier.RefuseAtDoor("Không thuộc thẩm quyền", act), default);

        Assert.That(await Office.AskAsync<long>("SELECT count(*) FROM number_series"), Is.Zero);
    }

    [Test]
    public async Task Issue_OfManyResultsAtOnce_GivesEachANumberAndNoneTwice()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Journey.ReachAsync(DossierAct.Sign)));

        var results = await Task.WhenAll(ids.Select(id => Journey.NextAsync(id)));

        Assert.That(results.SelectMany(Codes), Is.Empty);
        Assert.That(
            results.Select(result => result.Dossier!.Decision!.Number![..2]).Order(StringComparer.Ordinal),
            Is.EqualTo(Enumerable.Range(1, 8).Select(number => $"{number:00}"))
        );
    }

    private async Task<bool> IsSeriesHeldAsync()
    {
        try
        {
            await Office.AskAsync<long>("SELECT last FROM number_series FOR UPDATE NOWAIT");
            return false;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return true;
        }
    }
}

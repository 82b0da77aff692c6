using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Demo;

public sealed class DemoOfficeTests
{
    private static readonly LocalDateTime Now = TestOffice.DemoMoment;

    [Test]
    public async Task Make_InAnEmptyOffice_FillsEveryDeskAndState()
    {
        await using var office = await TestOffice.OpenDemoAsync();

        var dossiers = await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().Include(dossier => dossier.Work).ToListAsync()
        );
        Assert.That(dossiers.Select(dossier => dossier.Status).Distinct(), Is.EquivalentTo(Enum.GetValues<DossierStatus>().Except([DossierStatus.Draft])));
        Assert.That(dossiers.Select(dossier => dossier.ProcedureSlug).Distinct().Count(), Is.EqualTo(5));
        Assert.That(dossiers, Has.Count.GreaterThanOrEqualTo(40));
        Assert.That(dossiers.Where(dossier => dossier.Status == DossierStatus.InProcess && dossier.StatutoryDue < Now), Is.Not.Empty, "some are overdue");
        Assert.That(
            dossiers.Where(dossier => dossier.Status == DossierStatus.AwaitingAcceptance && dossier.AnswerDue < Now),
            Is.Not.Empty,
            "some were not answered in time"
        );
        Assert.That(
            dossiers.SelectMany(dossier => dossier.Work).Select(item => item.StepId).Distinct(),
            Is.SupersetOf(
                (string[])
                    ["receive", "assign", "appraise", "supplement", "collect-fee", "consult-district", "inspect", "draft", "review", "sign", "issue", "return"]
            )
        );
        Assert.That(dossiers.Where(dossier => dossier.Code is not null).Select(dossier => dossier.Code), Is.Unique);
        Assert.That(
            dossiers.Select(dossier => dossier.DivisionKey).Distinct(),
            Is.SubsetOf((string[])["press-publishing", "post-telecom", "information-technology", "inspectorate"]),
            "The founded department's own divisions."
        );
        Assert.That(dossiers.Select(dossier => dossier.Code).OfType<string>(), Is.Not.Empty.And.All.StartsWith("000.00.13.H23"), "Its own code.");
    }

    [Test]
    public async Task Make_CutShortAgainAndAgain_IsGoneOnWithToTheSameOffice()
    {
        await using var whole = await TestOffice.OpenDemoAsync();
        await using var office = await TestOffice.OpenAsync(Now.PlusYears(-1), mergers: false);
        foreach (var lines in new[] { 1, 30, 90 })
            await MakeUntilAsync(office, lines);

        await DemoOffice.MakeAsync(office.Time, Now, CancellationToken.None);
        var lineCount = await LinesAsync(office);
        var isDemo = await office.AtDeskAsync(desk => DemoOffice.PrepareAsync(desk, office.Options, office.ConnectionString, CancellationToken.None));

        Assert.That(isDemo, Is.True);
        Assert.That(await LinesAsync(office), Is.EqualTo(lineCount), "A finished office is left alone.");
        Assert.That(await WholeAsync(office), Is.EqualTo(await WholeAsync(whole)));
    }

    /// <summary>Stops the making in the middle of whatever it does once there are so many lines of history.</summary>
    private static async Task MakeUntilAsync(TestOffice office, int lines)
    {
        using var stop = new CancellationTokenSource();
        var making = Task.Run(() => DemoOffice.MakeAsync(office.Time, Now, stop.Token));
        while (await LinesAsync(office) < lines)
            await Task.Delay(5);
        await stop.CancelAsync();
        Assert.That(async () => await making, Throws.InstanceOf<OperationCanceledException>());
    }

    private static Task<int> LinesAsync(TestOffice office) => office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().History.CountAsync());

    /// <summary>Every dossier with its state, papers and acts, in the order of the stories.</summary>
    private static Task<List<string>> WholeAsync(TestOffice office) =>
        office.AtDeskAsync(async desk =>
        {
            var dossiers = await desk.GetRequiredService<OfficeDbContext>()
                .Dossiers.AsNoTracking()
                .Include(dossier => dossier.History)
                .OrderBy(dossier => dossier.Id)
                .ToListAsync();
            return dossiers
                .Select(dossier =>
                    $"{dossier.ProcedureSlug} {dossier.Status} {dossier.Papers.Count} {dossier.Code} {string.Join(' ', dossier.History.OrderBy(line => line.Id).Select(line => $"{line.Act}@{line.At}"))}"
                )
                .ToList();
        });

    [Test]
    public async Task Prepare_InAnOfficeThatHasAccounts_MakesNothing()
    {
        await using var office = await TestOffice.OpenAsync(Now);
        await office.AtDeskAsync(async desk =>
        {
            await DemoPeopleOf(desk);
            return true;
        });

        var isDemo = await office.AtDeskAsync(desk => DemoOffice.PrepareAsync(desk, office.Options, office.ConnectionString, CancellationToken.None));

        Assert.That(isDemo, Is.False);
        Assert.That(await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Dossiers.CountAsync()), Is.Zero);
    }

    private static async Task DemoPeopleOf(IServiceProvider desk)
    {
        var db = desk.GetRequiredService<OfficeDbContext>();
        db.Users.Add(
            new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = "quan-tri-that",
                NormalizedUserName = "QUAN-TRI-THAT",
                DisplayName = "Quản trị",
            }
        );
        await db.SaveChangesAsync();
    }
}

using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Calendars;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Reports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;
using LifeCycle = HaiDuong.Licensing.Domain.Dossiers.LifeCycle;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Reports of an office in which anything was done at any time: what they say is what the histories tell.</summary>
public sealed class RandomHistoryTests
{
    private const int Dossiers = 16;
    private const int Acts = 130;
    private const int Periods = 40;
    private const int Known = 1;

    /// <summary>One office is the same each time, one another each time: its seed is printed with what fails.</summary>
    private static IEnumerable<int> Seeds => [Known, Environment.TickCount];

    [TestCaseSource(nameof(Seeds))]
    public async Task Report_OfAnyPeriodOfAnyOffice_IsWhatItsHistoriesTell(int seed)
    {
        var random = new Random(seed);
        await using var office = await TestOffice.OpenStaffedAsync();
        var begin = OfficeClock.ToLocal(office.Clock.Now);
        await LiveAsync(office, random);
        var now = OfficeClock.ToLocal(office.Clock.Now);
        var told = await office.AtDeskAsync(desk => ToldHistory.OfAllAsync(desk.GetRequiredService<OfficeDbContext>(), now));
        var days = Period.DaysBetween(begin.Date, now.Date);

        for (var run = 0; run < Periods; run++)
        {
            var first = begin.Date.PlusDays(random.Next(days + 1));
            var last = first.PlusDays(random.Next(Period.DaysBetween(first, now.Date) + 1));
            var figures = await office.AtDeskAsync(desk => desk.GetRequiredService<ReportFiguresQuery>().ReadAsync(first, last, CancellationToken.None));

            ToldHistory.AssertAgrees(figures, told, first, last);
        }

        if (seed == Known)
            Assert.That(
                (told.Any(one => one.HasResult), told.Any(one => one.Asked > 0)),
                Is.EqualTo((true, true)),
                "Something ended, something was asked for."
            );
    }

    /// <summary>Somebody does something to some dossier, and hours or days go by, many times over. What the rules refuse is not done.</summary>
    private static async Task LiveAsync(TestOffice office, Random random)
    {
        var drivers = new Dictionary<Guid, DossierDriver>();
        for (var act = 0; act < Acts; act++)
        {
            if (drivers.Count < Dossiers && random.Next(4) == 0)
            {
                var (id, slug) = (Guid.CreateVersion7(), random.Next(3) == 0 ? "press-conference" : "publishing-permit");
                drivers[id] = office.Driver(slug, random.Next(10));
                await drivers[id].OpenAsync(id, random.Next(2) == 0 ? SubmissionChannel.Online : SubmissionChannel.Counter);
            }
            else if (drivers.Count > 0)
            {
                var (id, driver) = drivers.ElementAt(random.Next(drivers.Count));
                if (await driver.FindAsync(id) is { Status: not DossierStatus.Draft } dossier && !LifeCycle.IsClosed(dossier.Status))
                    await (VerbFor(dossier, random) is { } verb ? driver.DoAsync(id, verb) : driver.NextAsync(id));
            }

            office.SetTime(OfficeClock.ToLocal(office.Clock.Now).PlusHours(random.Next(5) == 0 ? random.Next(120) : random.Next(12)));
        }
    }

    /// <summary>Something that leads off the straight way; null for the straight way.</summary>
    private static string? VerbFor(Dossier dossier, Random random) =>
        (dossier.Status, random.Next(10)) switch
        {
            (DossierStatus.AwaitingAcceptance, 0) => "refuse",
            (DossierStatus.AwaitingAcceptance or DossierStatus.InProcess, < 3) => "ask",
            (DossierStatus.InProcess, 3) => "withdraw",
            (DossierStatus.InProcess, 4) when dossier.PromisedDue is not null => "apologise",
            (DossierStatus.AwaitingSupplement, < 4) => "expire",
            (DossierStatus.WithdrawalAsked, < 6) => "agree",
            _ => null,
        };
}

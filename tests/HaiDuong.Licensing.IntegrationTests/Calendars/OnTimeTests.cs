using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Statistics;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Calendars;

/// <summary>The statistics count what the clock says of each dossier, re-promises apart.</summary>
public sealed class OnTimeTests
{
    private static readonly LocalDateTime Now = TestOffice.DemoMoment;

    [Test]
    public async Task Statistics_OfTheDemoOffice_AreTheSumsOfTheClocks()
    {
        await using var office = await TestOffice.OpenDemoAsync();
        var dossiers = await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().Where(dossier => dossier.AcceptedAt != null).ToListAsync()
        );

        var rows = await office.AtDeskAsync(desk => desk.GetRequiredService<OnTimeQuery>().ReadAsync(Now.Date.PlusYears(-1), Now.Date, CancellationToken.None));

        var readings = dossiers.Select(dossier => (dossier, Clock: dossier.ReadClock(office.Time.Rulebooks.For(dossier), Now))).ToList();
        foreach (var row in rows)
        {
            var own = readings.Where(reading => reading.dossier.DivisionKey == row.Division).ToList();
            Assert.That(row.Early, Is.EqualTo(own.Count(reading => reading.Clock.Class == FinishClass.Early)), row.Division);
            Assert.That(row.OnTime, Is.EqualTo(own.Count(reading => reading.Clock.Class == FinishClass.OnTime)), row.Division);
            Assert.That(row.Late, Is.EqualTo(own.Count(reading => reading.Clock.Class == FinishClass.Late)), row.Division);
            Assert.That(row.RePromised, Is.EqualTo(own.Count(reading => reading.Clock.Apologies > 0 && reading.dossier.FinishedAt is not null)), row.Division);
            Assert.That(row.Overdue, Is.EqualTo(own.Count(reading => reading.Clock.Class == FinishClass.Overdue)), row.Division);
            Assert.That(row.Open, Is.EqualTo(own.Count(reading => reading.dossier.FinishedAt is null)), row.Division);
        }

        Assert.That(rows.Sum(row => row.Ended), Is.GreaterThan(5));
        Assert.That(rows.Sum(row => row.RePromised + row.Late + row.Overdue), Is.GreaterThan(0));
    }

    [Test]
    public async Task Statistics_OfATermOfHours_TellOverdueAtItsMoment()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 11, 19, 8, 0));
        var id = await office.SubmitAsync("press-conference");
        await office.AcceptAsync(id);
        var due = (await office.ReadAsync(id)).StatutoryDue!.Value;

        foreach (var (at, overdue) in new[] { (due.PlusMinutes(-1), 0), (due.PlusMinutes(1), 1) })
        {
            office.SetTime(at);
            var rows = await office.AtDeskAsync(desk => desk.GetRequiredService<OnTimeQuery>().ReadAsync(due.Date, due.Date, CancellationToken.None));
            Assert.That(rows.Sum(row => row.Overdue), Is.EqualTo(overdue), at.ToString());
        }
    }
}

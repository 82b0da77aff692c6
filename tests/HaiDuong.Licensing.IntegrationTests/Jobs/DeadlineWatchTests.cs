using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

public sealed class DeadlineWatchTests
{
    private static readonly LocalDateTime Now = TestOffice.DemoMoment;

    [Test]
    public async Task Watch_RunTwice_OwesEachNoticeOnce()
    {
        await using var office = await TestOffice.OpenDemoAsync();

        var first = await WatchAsync(office);
        var second = await WatchAsync(office);

        var notices = await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Notices.AsNoTracking().Where(notice => notice.AccountId != null).ToListAsync()
        );
        Assert.That(first, Is.GreaterThan(0));
        Assert.That(second, Is.Zero);
        Assert.That(
            notices.Select(notice => notice.Kind).Distinct(),
            Is.SupersetOf((NoticeKind[])[NoticeKind.DueSoon, NoticeKind.Overdue, NoticeKind.AcceptanceLate])
        );
    }

    [Test]
    public async Task Watch_OfAnUnansweredDossier_TellsTheCounterAndItsLeader()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 11, 16, 9, 0));
        await PeopleAsync(office);
        await office.SubmitAsync("publishing-permit");

        var inTime = await WatchAsync(office);
        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 11, 17, 9, 30));
        var late = await WatchAsync(office);

        Assert.That(inTime, Is.Zero);
        Assert.That(late, Is.EqualTo(3), "two clerks and the leader of the centre");
    }

    [Test]
    public async Task Watch_WarnsOnceAtEachPointOfTheRegime_ThenSaysOverdue()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 11, 16, 9, 0));
        await PeopleAsync(office);
        var id = await office.SubmitAsync("publishing-permit");
        await office.AcceptAsync(id);
        var owed = new List<int>();

        foreach (
            var at in new LocalDateTime[]
            {
                new(2026, 11, 26, 9, 0),
                new(2026, 11, 26, 14, 0),
                new(2026, 11, 27, 9, 0),
                new(2026, 11, 30, 8, 0),
                new(2026, 11, 30, 9, 0),
                new(2026, 12, 1, 8, 0),
            }
        )
        {
            office.Time.Clock.Now = OfficeClock.ToInstant(at);
            owed.Add(await WatchAsync(office));
        }

        Assert.That(owed, Is.EqualTo(new[] { 0, 1, 0, 1, 0, 1 }), "three quarters of the term, eight working hours left, overdue: the head, who has the work");
    }

    [Test]
    public async Task Expire_OnTheDayAfterTheLastDay_EndsTheWaitingOnce()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 11, 16, 9, 0));
        var id = await office.SubmitAsync("publishing-permit");
        await office.AtDeskAsync(async desk =>
            TestOffice.Sure(
                await desk.GetRequiredService<AskSupplement>()
                    .DoAsync(
                        new(id, null, [new SupplementItem(SupplementTarget.Field, "summary", "Tóm tắt", "Chưa rõ")], "Chưa rõ", new LocalDate(2026, 11, 20)),
                        TestOffice.Clerk,
                        CancellationToken.None
                    )
            )
        );

        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 11, 20, 23, 0));
        var onTheLastDay = await ExpireAsync(office);
        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 11, 21, 0, 10));
        var dayAfter = await ExpireAsync(office);
        var again = await ExpireAsync(office);

        Assert.That((onTheLastDay, dayAfter, again), Is.EqualTo((0, 1, 0)));
    }

    internal static Task<int> WatchAsync(TestOffice office) =>
        office.AtDeskAsync(desk =>
            ActivatorUtilities.CreateInstance<DeadlineWatch>(desk, ActivatorUtilities.CreateInstance<OwedNotices>(desk)).WatchAsync(CancellationToken.None)
        );

    private static Task<int> ExpireAsync(TestOffice office) =>
        office.AtDeskAsync(desk =>
            new SupplementExpiry(
                desk.GetRequiredService<OfficeDbContext>(),
                desk.GetRequiredService<ExpireSupplement>(),
                desk.GetRequiredService<OfficeClock>()
            ).ExpireAsync(CancellationToken.None)
        );

    private static Task<bool> PeopleAsync(TestOffice office) =>
        office.AtDeskAsync(async desk =>
        {
            await DemoPeople.CreateAsync(desk, new LocalDate(2026, 11, 16), new LocalDate(2026, 11, 16), CancellationToken.None);
            return true;
        });
}

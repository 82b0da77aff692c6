using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

/// <summary>A job reads what is due and nothing else, however many dossiers are open, a batch at a time.</summary>
public sealed class JobBatchTests
{
    private const int MoreThanABatch = 230;
    private static readonly LocalDateTime Monday = new(2026, 11, 16, 9, 0);

    /// <summary>The commands and their indexes name the statuses by number, as partial indexes must.</summary>
    [Test]
    public void Statuses_OfTheCommandsAndIndexes_AreThoseOfTheRules() =>
        Assert.That(
            (DeadlineWarnings.Running.Select(status => (int)status), (int)DossierStatus.AwaitingSupplement),
            Is.EqualTo(((IEnumerable<int>)[1, 2, 4], 5))
        );

    [Test]
    public async Task Watch_ReadsNoDossierThatIsNotDue()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        var first = await office.SubmitAsync("publishing-permit");
        await office.AtDeskAsync(desk => desk.CopyAsync(first, 3));
        await office.AskAsync<Guid>("UPDATE dossiers SET form = '[]' RETURNING id");

        Assert.That(await DeadlineWatchTests.WatchAsync(office), Is.Zero, "whoever reads one of them fails");
    }

    [Test]
    public async Task Watch_OfMoreThanABatch_WarnsOfEach()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await office.AtDeskAsync(async desk =>
        {
            await DemoPeople.CreateAsync(desk, Monday.Date, Monday.Date, CancellationToken.None);
            return true;
        });
        var first = await office.SubmitAsync("publishing-permit");
        await office.AtDeskAsync(desk => desk.CopyAsync(first, MoreThanABatch));
        office.Time.Clock.Now = OfficeClock.ToInstant(Monday.PlusDays(1).PlusHours(1));

        await DeadlineWatchTests.WatchAsync(office);

        Assert.That(
            await office.AskAsync<long>("SELECT count(DISTINCT dossier_id) FROM notices WHERE kind = 'AcceptanceLate'"),
            Is.EqualTo(MoreThanABatch + 1)
        );
    }

    [Test]
    public async Task Expire_OfMoreThanABatch_EndsEach()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
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
        await office.AtDeskAsync(desk => desk.CopyAsync(id, MoreThanABatch));
        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 11, 21, 0, 10));

        var ended = await office.AtDeskAsync(desk => ActivatorUtilities.CreateInstance<SupplementExpiry>(desk).ExpireAsync(CancellationToken.None));

        Assert.That(ended, Is.EqualTo(MoreThanABatch + 1));
    }
}

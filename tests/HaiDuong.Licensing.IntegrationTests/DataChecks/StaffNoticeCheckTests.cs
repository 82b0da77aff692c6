using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Jobs;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.DataChecks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.DataChecks;

/// <summary>An office with dossiers in every state: what staff and agencies should have been told and were not is named, and nothing else.</summary>
public sealed class StaffNoticeCheckTests
{
    private static readonly LocalDateTime Now = TestOffice.DemoMoment;

    private TestOffice office = null!;
    private IReadOnlyList<DataFault> sound = [];

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = await TestOffice.OpenDemoAsync();
        office.Time.Clock.Now = OfficeClock.ToInstant(Now.PlusHours(2));
        await DeadlineWatchTests.WatchAsync(office);
        sound = await CheckAsync();
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public void Check_OfASoundOffice_FindsNothing() => Assert.That(sound.Select(fault => fault.Sentence), Is.Empty);

    [TestCase(NoticeKind.WorkAssigned)]
    [TestCase(NoticeKind.OpinionAsked)]
    [TestCase(NoticeKind.DueSoon)]
    [TestCase(NoticeKind.Overdue)]
    [TestCase(NoticeKind.AcceptanceLate)]
    public async Task Check_WithoutTheNoticesOfAKind_NamesThem(NoticeKind kind)
    {
        await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Notices.Where(notice => notice.Kind == kind).ExecuteDeleteAsync());

        var faults = await CheckAsync();
        await DeadlineWatchTests.WatchAsync(office);

        Assert.That(
            faults.Where(fault => fault.Expected == kind.ToString()),
            Is.Not.Empty.And.All.Property(nameof(DataFault.Kind)).EqualTo(DataFaultKind.StaffNoticeAbsent)
        );
        Assert.That(faults.Select(fault => fault.Sentence), Has.All.Contains("thiếu thông báo phải gửi cán bộ").And.None.Contains("{"));
    }

    private async Task<IReadOnlyList<DataFault>> CheckAsync()
    {
        var faults = new List<DataFault>();
        await office.AtDeskAsync(desk => desk.GetRequiredService<CheckData>().DoAsync(faults.Add, CancellationToken.None));
        return faults;
    }
}

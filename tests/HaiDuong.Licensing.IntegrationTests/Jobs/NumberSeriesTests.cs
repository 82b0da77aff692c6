using HaiDuong.Licensing.IntegrationTests.Support;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

/// <summary>Mã hồ sơ: no number twice, none left out, by local date (Thông tư 01/2018/TT-VPCP, Điều 19).</summary>
public sealed class NumberSeriesTests
{
    [Test]
    public async Task Accept_OfFiftyDossiersAtOnce_GivesConsecutiveCodes()
    {
        const int Count = 50;
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 11, 16, 9, 0));
        var ids = new List<Guid>();
        for (var number = 0; number < Count; number++)
            ids.Add(await office.SubmitAsync("press-conference", number));

        var codes = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, _) => codes.Add((await office.AcceptAsync(id)).Code!));

        Assert.That(codes.Order(StringComparer.Ordinal), Is.EqualTo(Enumerable.Range(1, Count).Select(serial => $"000.00.17.H24-261116-{serial:0000}")));
    }

    [Test]
    public async Task Accept_AroundLocalMidnight_TakesTheLocalDate()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2019, 9, 30, 9, 0));
        var before = await office.SubmitAsync("press-conference", 1);
        var after = await office.SubmitAsync("press-conference", 2);

        office.Time.Clock.Now = Instant.FromUtc(2019, 9, 30, 16, 59, 59);
        var first = await office.AcceptAsync(before);
        office.Time.Clock.Now = Instant.FromUtc(2019, 9, 30, 17, 0, 1);
        var second = await office.AcceptAsync(after);

        Assert.That((first.Code, second.Code), Is.EqualTo(("000.00.13.H23-190930-0001", "000.00.13.H23-191001-0001")));
        Assert.That((first.AcceptedAt!.Value.Date, second.AcceptedAt!.Value.Date), Is.EqualTo((new LocalDate(2019, 9, 30), new LocalDate(2019, 10, 1))));
    }
}

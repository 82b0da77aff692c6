using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Deadlines;

public sealed class TimeSpentTests
{
    [TestCase("7", 7, 7)]
    [TestCase("2 1", 1, 2)]
    [TestCase("3 1 2", 2, 3)]
    [TestCase("10 9 8 7 6 5 4 3 2 1", 5, 9)]
    [TestCase("11 10 9 8 7 6 5 4 3 2 1", 6, 10)]
    [TestCase("5 5 5 100", 5, 100)]
    public void Times_AreThoseThatWereTaken_OfTheNearestRank(string hours, int median, int ninetieth)
    {
        var times = hours.Split(' ').Select(hour => Duration.FromHours(int.Parse(hour, System.Globalization.CultureInfo.InvariantCulture))).ToList();

        Assert.That(TimeSpent.Of(times), Is.EqualTo(new TimeSpent(times.Count, Duration.FromHours(median), Duration.FromHours(ninetieth))));
    }

    [Test]
    public void Times_OfNothing_AreNone() => Assert.That(TimeSpent.Of([]), Is.Null);
}

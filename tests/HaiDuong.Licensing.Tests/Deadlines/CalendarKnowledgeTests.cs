using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>What a calendar knows since when, for whom and how far it reaches.</summary>
internal sealed class CalendarKnowledgeTests
{
    private static readonly CalendarData Data = new(
        "test",
        Day("2026-01-01"),
        Day("2026-12-31"),
        [Hours("2026-01-01", null, "2025-12-01 00:00", "QĐ 1"), Hours("2026-06-01", "2026-06-30", "2026-05-01 09:00", "QĐ 2")],
        [
            Entry("2026-03-12", "Bão", "2026-03-05 14:00"),
            Entry("2026-03-13", "Mất điện", "2026-03-05 14:00") with
            {
                Unit = "branch",
            },
            Entry("2026-03-16", "Có thể nghỉ", "2026-03-05 14:00") with
            {
                Kind = CalendarEntryKind.PublicHolidayToConfirm,
            },
        ]
    );

    private static readonly WorkingCalendar Whole = new(Data);

    [TestCase("2026-03-05 13:59", "2025-12-01 00:00")]
    [TestCase("2026-03-05 14:00", "2026-03-05 14:00")]
    [TestCase("2026-04-01 00:00", "2026-03-05 14:00")]
    [TestCase("2025-11-30 00:00", "2025-11-30 00:00", Description = "nothing was known yet")]
    public void NewestKnownAt_IsTheLastAnnouncementBefore(string moment, string newest) => Assert.That(Whole.NewestKnownAt(At(moment)), Is.EqualTo(At(newest)));

    [TestCase("2026-03-05 13:59", "2026-03-05 14:00", "2026-03-12", "2026-03-12", "Bão (CV)")]
    [TestCase("2026-03-05 14:00", "2026-03-06 00:00", "2026-03-12", "2026-03-12", "", Description = "known before")]
    [TestCase("2026-03-05 13:00", "2026-03-05 13:59", "2026-03-12", "2026-03-12", "", Description = "known later")]
    [TestCase("2026-03-05 13:59", "2026-03-05 14:00", "2026-03-13", "2026-03-20", "", Description = "of another unit, and one that changes nothing")]
    [TestCase("2026-03-05 13:59", "2026-03-05 14:00", "2026-03-01", "2026-03-11", "")]
    public void ChangesKnown_NamesWhatBecameKnownOfTheDays(string after, string through, string first, string last, string changes) =>
        Assert.That(string.Join("; ", Whole.ChangesKnown(At(after), At(through), Day(first), Day(last))), Is.EqualTo(changes));

    [TestCase("2026-05-01", "2026-05-31", false)]
    [TestCase("2026-05-01", "2026-06-01", true)]
    [TestCase("2026-06-30", "2026-07-31", true)]
    [TestCase("2026-07-01", "2026-07-31", false)]
    public void ChangesKnown_NamesHoursThatHoldOnOneOfTheDays(string first, string last, bool isNamed)
    {
        var changes = Whole.ChangesKnown(At("2026-04-30 00:00"), At("2026-05-02 00:00"), Day(first), Day(last));

        Assert.That(changes, isNamed ? Is.EqualTo(new[] { DeadlineTexts.NewHours("QĐ 2") }) : Is.Empty);
    }

    [Test]
    public void ChangesKnown_OfAUnit_AreThoseOfAllAndItsOwn() =>
        Assert.That(
            Whole.ForUnit("branch").ChangesKnown(At("2026-03-05 00:00"), At("2026-03-06 00:00"), Day("2026-03-01"), Day("2026-03-31")),
            Is.EqualTo(new[] { "Bão (CV)", "Mất điện (CV)" })
        );

    [TestCase("2025-12-31", "2026-01-02", true)]
    [TestCase("2026-01-01", "2026-12-31", false)]
    [TestCase("2026-12-31", "2027-01-01", true)]
    public void IsProvisional_WhereADayIsNotCovered(string first, string last, bool isProvisional) =>
        Assert.That(Whole.IsProvisional(Day(first), Day(last)), Is.EqualTo(isProvisional));

    [TestCase("2026-03-09", "2026-03-09", true)]
    [TestCase("2026-03-08", "2026-03-08", false)]
    [TestCase("2026-03-10", "2026-03-12", false)]
    [TestCase("2026-03-08", "2026-03-10", true)]
    public void IsProvisional_WhereADayIsOnlyComputed(string first, string last, bool isProvisional)
    {
        var computed = Whole.WithEntries([Entry("2026-03-09", "Tết", "2026-01-01 00:00") with { Status = CalendarEntryStatus.ComputedNotAnnounced }]);

        Assert.That(computed.IsProvisional(Day(first), Day(last)), Is.EqualTo(isProvisional));
    }

    [Test]
    public void TwoEntriesOfADay_TheLaterHolds_AndTheUnitsOwnBeforeEverybodys()
    {
        var worked = Entry("2026-03-12", "Không nghỉ", "2026-03-06 00:00") with { Kind = CalendarEntryKind.WorkingDay };
        var own = Entry("2026-03-12", "Nghỉ", "2026-03-05 15:00") with { Unit = "branch" };
        var calendar = Whole.WithEntries([worked, own]);

        Assert.That((calendar.IsWorkingDay(Day("2026-03-12")), calendar.ForUnit("branch").IsWorkingDay(Day("2026-03-12"))), Is.EqualTo((true, false)));
    }

    [TestCase("2010-01-01", true)]
    [TestCase("2009-12-31", false)]
    [TestCase("2050-12-31", true)]
    [TestCase("2051-01-01", false)]
    public void Calendar_ReachesFrom2010To2050(string day, bool reaches) =>
        Assert.That(() => Whole.IsWorkingDay(Day(day)), reaches ? Throws.Nothing : Throws.InvalidOperationException);

    [Test]
    public void CountingBeyondTheReach_IsAFault()
    {
        Assert.That(() => Whole.PlusWorkingDays(Day("2050-12-30"), 2), Throws.InvalidOperationException);
        Assert.That(() => Whole.PlusWorkingDays(Day("2026-01-01"), -1), Throws.InvalidOperationException, "no hours are known before");
        Assert.That(() => Whole.AddWorkingTime(At("2050-12-30 16:00"), Duration.FromDays(9)), Throws.InvalidOperationException);
        Assert.That(() => Whole.Opening(Day("2026-03-08")), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase("2026-11-30", false)]
    [TestCase("2026-12-01", true)]
    [TestCase("2026-02-27", true)]
    [TestCase("2026-03-02", false)]
    public void Season_MayRunOverNewYear(string day, bool works)
    {
        var winter = Hours("2026-01-01", null, "2025-12-01 00:00", "QĐ 1") with { Season = new YearlySeason(new AnnualDate(12, 1), new AnnualDate(2, 28)) };

        Assert.That(new WorkingCalendar(Data with { Hours = [winter] }).IsWorkingDay(Day(day)), Is.EqualTo(works));
    }

    [Test]
    public void WorkingInterval_EndsAfterItStarts()
    {
        var noon = new LocalTime(12, 0);

        Assert.That(() => new WorkingInterval(noon, noon), Throws.ArgumentException);
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(10_000, true)]
    [TestCase(10_001, false)]
    public void Term_IsFromOneToTenThousand(int value, bool isOne) =>
        Assert.That(() => new Term(value, TermUnit.WorkingDay), isOne ? Throws.Nothing : Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static OfficeHours Hours(string from, string? to, string known, string source) =>
        new(
            Day(from),
            to is null ? null : Day(to),
            [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
            [new WorkingInterval(new LocalTime(8, 0), new LocalTime(16, 0))],
            At(known).Date,
            source
        )
        {
            KnownAt = At(known),
        };

    private static CalendarEntry Entry(string day, string name, string known) =>
        new(Day(day), CalendarEntryKind.Closure, name, At(known).Date, "CV") { KnownAt = At(known) };
}

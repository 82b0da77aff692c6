using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Reports;

/// <summary>Periods, forms, headings and closings of the periodical reports.</summary>
public sealed class ReportTests
{
    private static readonly ReportLaws Laws = ReportFiles.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 15, 2, 0);
    private static readonly Actor Leader = new(Guid.CreateVersion7(), "Giám đốc", [new RoleHolding(StaffRole.Leader, "leadership")]);

    /// <summary>Nghị định 09/2019/NĐ-CP: from the 15th of the month before to the 14th of the last month.</summary>
    [TestCase(ReportSpan.Month, 2026, 3, 14, "2026-02-15", "2026-03-14")]
    [TestCase(ReportSpan.Quarter, 2026, 1, 14, "2025-12-15", "2026-03-14")]
    [TestCase(ReportSpan.Quarter, 2026, 4, 14, "2026-09-15", "2026-12-14")]
    [TestCase(ReportSpan.HalfYear, 2026, 2, 14, "2026-06-15", "2026-12-14")]
    [TestCase(ReportSpan.Year, 2026, 1, 14, "2025-12-15", "2026-12-14")]
    [TestCase(ReportSpan.Quarter, 2026, 1, null, "2026-01-01", "2026-03-31")]
    [TestCase(ReportSpan.Month, 2024, 2, null, "2024-02-01", "2024-02-29")]
    public void Regular_RunsFromReportingDayToReportingDay(ReportSpan span, int year, int number, int? lastDay, string first, string last)
    {
        var period = ReportPeriod.Regular(span, year, number, lastDay);

        Assert.That((Say(period.First), Say(period.Last)), Is.EqualTo((first, last)));
        Assert.That(ReportPeriod.With(period.First, span, lastDay), Is.EqualTo(period));
        Assert.That(ReportPeriod.With(period.Last, span, lastDay), Is.EqualTo(period));
        Assert.That(ReportPeriod.With(period.Last.PlusDays(1), span, lastDay).First, Is.EqualTo(period.Last.PlusDays(1)), "No day is left out.");
    }

    /// <summary>What a column says that it is made of is what its figure is made of.</summary>
    [Test]
    public void Forms_SayTheIdentitiesThatTheirFiguresHold()
    {
        var cell = new ReportCell("a", "b", Enum.GetValues<DossierFigure>().Select((figure, index) => (figure, 1 << index)).ToDictionary(), 0);
        var sums = Laws.Forms(new LocalDate(2026, 12, 14))
            .SelectMany(form => form.Columns.Select(column => (form, column)))
            .Where(one => one.column.Number.Contains('='))
            .ToList();

        Assert.That(sums, Has.Count.EqualTo(7));
        foreach (var (form, column) in sums)
        {
            var parts = column.Number.Split('=')[1].Split('+').Select(number => form.Columns.Single(other => other.Number == number).Figure!.Value);
            Assert.That(cell.Of(column.Figure!.Value), Is.EqualTo(parts.Sum(cell.Of)), $"{form.Key} {column.Number}");
        }
    }

    [Test]
    public void Forms_AreThoseInForceAtTheEndOfThePeriod_AndNothingOfThemIsVerifiedYet()
    {
        Assert.That(Laws.Forms(new LocalDate(2026, 12, 14)).Select(form => form.Key), Is.EqualTo((string[])["II.06a", "II.06b", "II.07a", "II.07b", "II.08"]));
        Assert.That(Laws.Indicators(new LocalDate(2022, 6, 22)), Is.Empty);
        Assert.That(Laws.ReportingDay(new LocalDate(2026, 1, 1)), Is.EqualTo(14));
        Assert.That(Laws.All.SelectMany(law => law.Facts).Where(fact => fact.Verified || fact.Source.Length == 0), Is.Empty);
    }

    [Test]
    public void Heading_PutsNeighboursThatBeginAlikeUnderOneCell()
    {
        var cells = TableHeading.Of([
            ["TT", "(1)"],
            ["Tiếp nhận", "Tổng", "(2)"],
            ["Tiếp nhận", "Trong kỳ", "Trực tuyến", "(3)"],
            ["Tiếp nhận", "Trong kỳ", "Trực tiếp", "(4)"],
        ]);

        Assert.That(
            cells.Select(cell => (cell.Text, cell.Row, cell.Rows, cell.Column, cell.Columns)),
            Is.EqualTo(
                (IEnumerable<(string, int, int, int, int)>)
                    [
                        ("TT", 0, 3, 0, 1),
                        ("Tiếp nhận", 0, 1, 1, 3),
                        ("Tổng", 1, 2, 1, 1),
                        ("Trong kỳ", 1, 1, 2, 2),
                        ("Trực tuyến", 2, 1, 2, 1),
                        ("Trực tiếp", 2, 1, 3, 1),
                        ("(1)", 3, 1, 0, 1),
                        ("(2)", 3, 1, 1, 1),
                        ("(3)", 3, 1, 2, 1),
                        ("(4)", 3, 1, 3, 1),
                    ]
            )
        );
    }

    [Test]
    public void Period_IsClosedWhenItIsOver_AndOpenedOnceWithAReason()
    {
        var (first, last) = (new LocalDate(2026, 9, 15), new LocalDate(2026, 12, 14));
        var closing = ReportClosing.Of(first, last, "{}", Leader, Now);

        Assert.That(ReportClosing.Check(first, last, last).Single().Code, Is.EqualTo("ReportPeriodRuns"));
        Assert.That(ReportClosing.Check(first, last, last.PlusDays(1)), Is.Empty);
        Assert.That(closing.Hash, Is.EqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
        Assert.That(closing.Reopen(" ", Leader, Now).Single().Code, Is.EqualTo("ReasonRequired"));
        Assert.That(closing.Reopen("Sót hồ sơ", Leader, Now), Is.Empty);
        Assert.That(closing.Reopen("Lần nữa", Leader, Now).Single().Code, Is.EqualTo("ReportOpen"));
    }

    private static string Say(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}

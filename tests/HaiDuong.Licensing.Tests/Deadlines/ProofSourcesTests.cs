using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The short names of rules and sources in a proof are explained once each, in the order of their first mention.</summary>
internal sealed class ProofSourcesTests
{
    [Test]
    public void Sources_AreThoseMentioned_OnceEach_TheUnknownLeftOut()
    {
        ProofLine[] lines = [Line("S-2"), Line("C1, VPCP2450"), Line(null), Line("C1"), Line("NOWHERE")];

        var sources = ProofLine.Sources(lines, Calendar, DeadlineTexts.Official);

        Assert.That(sources.Select(source => source.Name), Is.EqualTo(new[] { "S-2", "C1", "VPCP2450" }));
        Assert.That(sources[0].Text, Is.EqualTo(DeadlineTexts.Rule("S-2", DeadlineTexts.Official)).And.Contain("Thời gian chờ"));
        Assert.That(sources[2].Text, Is.EqualTo(Calendar.SourceOf("VPCP2450")).And.Not.Empty);
    }

    [Test]
    public void Rule_IsToldInTheLanguageAskedFor() =>
        Assert.That(DeadlineTexts.Rule("S-2", System.Globalization.CultureInfo.GetCultureInfo("en")), Does.StartWith("The time for which"));

    [Test]
    public void Together_PutsOnlyLikeDaysThatFollowEachOtherIntoOneLine()
    {
        ProofLine[] lines =
        [
            Day(2, running: 1),
            Day(3, running: 2),
            Day(4, running: 1),
            Day(5, running: 2) with
            {
                Source = "C2",
            },
            Day(6, running: 3) with
            {
                Source = "C2",
                Detail = "Bão",
            },
            Day(8, running: 4) with
            {
                Source = "C2",
                Detail = "Bão",
            },
        ];

        Assert.That(
            ProofLine.Together(lines).Select(line => (line.From.Day, line.LastDay.Day, line.FirstRunning, line.Running)),
            Is.EqualTo(new (int, int, int?, int?)[] { (2, 3, 1, 2), (4, 4, 1, 1), (5, 5, 2, 2), (6, 6, 3, 3), (8, 8, 4, 4) })
        );
    }

    private static ProofLine Line(string? source) => new(default, default, ProofReason.Counted, true, Source: source);

    private static ProofLine Day(int day, int running)
    {
        var from = new LocalDate(2026, 3, day).AtMidnight();
        return new ProofLine(from, from.PlusDays(1), ProofReason.Counted, true, running, Source: "C1");
    }
}

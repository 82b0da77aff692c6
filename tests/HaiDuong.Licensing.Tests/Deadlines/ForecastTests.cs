using CsCheck;
using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The forecast is a count of past stays, whose second computation walks the minutes; what it says of an office comes about as often as it says.</summary>
internal sealed class ForecastTests
{
    private static readonly BruteForceCalendar Minutes = new(Path.Combine(Folder.Root, "calendars/vietnam.json"));

    [Test]
    public void Forecast_IsTheShareOfPastStaysAsLong_ThatNeededNoMoreThanIsLeft() =>
        Gen.Select(Gen.Int, Gen.Int[0, 3_000], Gen.Int[0, 6_000])
            .Sample(
                (seed, at, left) =>
                {
                    var past = PastOffice.Of(seed, 40);
                    var book = new ForecastBook(past.SelectMany(dossier => dossier.Stays(Calendar)));
                    var begun = At("2025-03-03 08:00");
                    var now = begun.PlusMinutes(at);
                    var late = now.PlusMinutes(left);
                    var open = new ForecastCase("a", "standard", "appraise", Calendar.WorkingTimeBetween(begun, now), Calendar.WorkingTimeBetween(now, late));

                    var forecast = book.Of(open);

                    Assert.That((forecast?.InTime, forecast?.Of, forecast?.Source), Is.EqualTo(Counted(past, Length(begun, now), Length(now, late))));
                },
                iter: PropertyRuns.Of(6)
            );

    /// <summary>
    /// The hit rate on the page is a trial with what was known on each day alone: of those said to be in time with about 80 per cent 75 to 85 of a hundred are, and it
    /// is right more often than whoever says the same of all.
    /// </summary>
    [TestCase(1, 2, 3)]
    [TestCase(11, 12, 13)]
    public void Trial_OnFinishedDossiers_IsCalibrated_AndRightMoreOftenThanTheUsualGuess(params int[] seeds)
    {
        var (said, inTime) = (new int[11], new int[11]);
        foreach (var seed in seeds)
        {
            var past = PastOffice.Of(seed, 1_500);

            var trial = new Forecaster(new ForecastBook(past.SelectMany(dossier => dossier.Stays(Calendar)))).Trial;

            foreach (var band in trial.Bands)
                (said[band.Tenth], inTime[band.Tenth]) = (said[band.Tenth] + band.Said, inTime[band.Tenth] + band.InTime);
            var usual = (double)past.Count(dossier => dossier.InTime) / past.Count;
            Assert.That(trial.RightShare, Is.GreaterThan(Math.Max(usual, 1 - usual)));
        }

        Assert.That(said[8], Is.GreaterThan(1_000));
        Assert.That((double)inTime[8] / said[8], Is.InRange(0.75, 0.85));
        for (var tenth = 0; tenth <= 10; tenth++)
            Assert.That((double)inTime[tenth] / said[tenth], Is.EqualTo(tenth / 10.0).Within(0.07), $"said {tenth}0 %");
    }

    [Test]
    public void Forecast_IsCorrectedByHowOftenItCameAbout()
    {
        var answers = Enumerable.Range(0, 400).Select(number => (Share: number < 200 ? 0.4 : 0.9, InTime: number % (number < 200 ? 4 : 2) != 0)).ToList();

        var scale = ForecastScale.Of(answers)!;

        // Forty per cent came about in 75 of a hundred, ninety in fifty: as the larger share tells no more than the smaller, both are one group.
        Assert.That(scale.Of(0.4), Is.EqualTo(0.625));
        Assert.That(scale.Of(0.9), Is.EqualTo(0.625));
        Assert.That(ForecastScale.Of(answers[..199]), Is.Null);
    }

    [Test]
    public void Forecast_OfTheLargestShareOfAGroup_IsOfThatGroup()
    {
        var answers = Enumerable.Range(0, 200).Select(number => (Share: number < 100 ? 0.4 : 0.9, InTime: number % 10 < (number < 100 ? 2 : 7))).ToList();

        var scale = ForecastScale.Of(answers)!;

        Assert.That(new[] { 0.1, 0.4, 0.41, 0.9, 1 }.Select(scale.Of), Is.EqualTo((double[])[0.2, 0.2, 0.7, 0.7, 0.7]));
    }

    [Test]
    public void Forecast_TakesWhatWasKnownByThen_AndWhoStayedExactlyAsLong()
    {
        var (early, later) = (At("2025-03-03 08:00"), At("2025-03-04 08:00"));
        PastStay Known(LocalDateTime from) => new("a", "standard", "draft", default, from, Duration.FromHours(8), Duration.FromHours(1), default, true);
        var book = new ForecastBook([.. Enumerable.Repeat(Known(early), 20), .. Enumerable.Repeat(Known(later), 30)]);
        var open = new ForecastCase("a", "standard", "draft", Duration.FromHours(8), Duration.Zero);

        Assert.That(book.Of(open, early), Is.EqualTo(new Forecast(0, 20, ForecastSource.Procedure)));
        Assert.That(book.Of(open, later), Is.EqualTo(new Forecast(0, 50, ForecastSource.Procedure)));
        Assert.That(book.Of(open, early.PlusMinutes(-1)), Is.Null);
        Assert.That(book.Of(open with { Left = Duration.FromHours(1) })!.Chance, Is.EqualTo(1));
        Assert.That(book.Stays.Count(), Is.EqualTo(50));
    }

    [Test]
    public void Forecast_OfAnother_WhoStayedAsLong_IsBeforeTheLongestOfItsOwn()
    {
        PastStay Stay(string procedure, int hours) =>
            new(procedure, "standard", "draft", default, default, Duration.FromHours(hours), Duration.FromHours(1), default, true);
        var book = new ForecastBook([.. Enumerable.Repeat(Stay("a", 1), 20), .. Enumerable.Repeat(Stay("b", 10), 20)]);

        var forecast = book.Of(new ForecastCase("a", "standard", "draft", Duration.FromHours(5), Duration.FromHours(6)));

        Assert.That(forecast, Is.EqualTo(new Forecast(20, 20, ForecastSource.Route)));
    }

    /// <summary>Whoever was quick is not counted before the slow ones who began on the same day.</summary>
    [Test]
    public void Past_IsCountedOnceThoseThatBeganWithItAreThereToo()
    {
        var dossier = PastOffice.Of(7, 30).First(one => one.InTime && one.Lines.All(line => line.Step != "supplement"));
        var last = dossier.Lines[0].LateFrom!.Value;

        foreach (var stay in dossier.Stays(Calendar))
            Assert.That(stay.KnownFrom, Is.EqualTo(last + Period.Between(stay.Since, last, PeriodUnits.Minutes)));
    }

    [Test]
    public void Forecast_OfFewerThanEnough_IsNone_AndOfTheRoute_WhereTheProcedureHasFew()
    {
        PastStay Stay(string procedure, int hours, int rest) =>
            new(procedure, "standard", "draft", default, default, Duration.FromHours(hours), Duration.FromHours(rest), default, true);
        ForecastBook Book(params (string Procedure, int Count)[] past) =>
            new(past.SelectMany(one => Enumerable.Range(1, one.Count).Select(hours => Stay(one.Procedure, hours, 1))));
        var open = new ForecastCase("a", "standard", "draft", Duration.Zero, Duration.FromHours(11));

        Assert.That(Book(("a", 19)).Of(open), Is.Null);
        Assert.That(Book(("a", 20)).Of(open), Is.EqualTo(new Forecast(10, 20, ForecastSource.Procedure)));
        Assert.That(Book(("a", 5), ("b", 20)).Of(open), Is.EqualTo(new Forecast(15, 25, ForecastSource.Route)));
        // There longer than all were: as if it left now, like the twenty longest.
        Assert.That(Book(("a", 40)).Of(open with { Stay = Duration.FromHours(50) }), Is.EqualTo(new Forecast(20, 20, ForecastSource.Procedure)));
    }

    /// <summary>From the histories, by minutes, pool by pool.</summary>
    private static (int?, int?, ForecastSource?) Counted(IReadOnlyList<FinishedDossier> past, int stayed, int left)
    {
        var stays = past.SelectMany(dossier =>
                dossier
                    .Lines.Where(line => line.Step == "appraise")
                    .Select(line =>
                    {
                        var date = dossier.Lines.Last(one => one.At <= line.Since!.Value).LateFrom!.Value;
                        var moved = dossier.Lines.Last(one => one.LateFrom is not null).LateFrom!.Value;
                        var stay = Length(line.Since!.Value, line.At);
                        return (dossier.Procedure, Stay: stay, Further: Length(line.Since!.Value, dossier.FinishedAt) - Length(date, moved) - stay);
                    })
            )
            .ToList();
        foreach (var (source, procedure) in new[] { (ForecastSource.Procedure, "a"), (ForecastSource.Route, null) })
        {
            var asLong = stays.Where(stay => (procedure is null || stay.Procedure == procedure) && stay.Stay >= stayed).ToList();
            if (asLong.Count >= 20)
                return (asLong.Count(stay => stay.Stay - stayed + stay.Further <= left), asLong.Count, source);
        }

        foreach (var (source, procedure) in new[] { (ForecastSource.Procedure, "a"), (ForecastSource.Route, null) })
        {
            var longest = stays.Where(stay => procedure is null || stay.Procedure == procedure).OrderByDescending(stay => stay.Stay).Take(20).ToList();
            if (longest.Count == 20)
                return (longest.Count(stay => Math.Max(stay.Stay - stayed, 0) + stay.Further <= left), 20, source);
        }

        return (null, null, null);
    }

    /// <summary>Office minutes from one moment to another.</summary>
    private static int Length(LocalDateTime from, LocalDateTime to) =>
        Enumerable.Range(0, Math.Max(0, Minute(to) - Minute(from))).Count(minute => Minutes.IsOffice(Minute(from) + minute));

    private static int Minute(LocalDateTime moment) => (int)Period.Between(new LocalDateTime(2018, 1, 1, 0, 0), moment, PeriodUnits.Minutes).Minutes;
}

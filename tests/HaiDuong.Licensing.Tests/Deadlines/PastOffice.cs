using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>
/// A made-up office's finished dossiers of two procedures: each step takes its time, some dossiers are slow all the way, and for some the date moves while the
/// applicant supplies papers.
/// </summary>
internal static class PastOffice
{
    private const int TermMinutes = 10 * 480;

    private static readonly (string Step, int Minutes)[] Steps = [("assign", 200), ("appraise", 1_900), ("draft", 900), ("sign", 500), ("issue", 120)];

    public static IReadOnlyList<FinishedDossier> Of(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(index => Dossier(random, Calendar.AddWorkingTime(At("2024-01-08 08:00"), Duration.FromMinutes(index * 150L)))),
        ];
    }

    private static FinishedDossier Dossier(Random random, LocalDateTime accepted)
    {
        var (procedure, pace) = random.Next(3) == 0 ? ("b", 1.5) : ("a", 1.0);
        if (random.Next(5) == 0)
            pace *= 1.4;
        var date = After(accepted, TermMinutes);
        var (now, lines) = (accepted, new List<PastLine> { new(accepted, "receive", accepted.PlusHours(-1), date) });
        foreach (var (step, usual) in Steps)
        {
            var since = now;
            now = After(now, Time(random, usual * pace));
            if (step == "appraise" && random.Next(6) == 0)
            {
                // Asked while the date has not passed, supplied days later; the date moves by the wait.
                lines.Add(new(now, step, since, null));
                var waited = random.Next(500, 5_000);
                (since, now) = (now, After(now, waited));
                date = After(date, waited);
                lines.Add(new(now, "supplement", since, date));
                since = now;
                now = After(now, Time(random, usual * pace / 2));
            }

            lines.Add(new(now, step, since, date));
        }

        var inTime = now < date;
        lines[^1] = lines[^1] with { LateFrom = null };
        return new(procedure, "standard", accepted, now, inTime, lines);
    }

    private static int Time(Random random, double mean) => (int)(mean * -(Math.Log(1 - random.NextDouble()) + Math.Log(1 - random.NextDouble())) / 2) + 1;

    private static LocalDateTime After(LocalDateTime from, int minutes) => Calendar.AddWorkingTime(from, Duration.FromMinutes(minutes));
}

using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What the lines of one history say at a moment: the second computation of every figure of the reports.</summary>
internal sealed class ToldHistory(string slug, SubmissionChannel channel, List<HistoryLine> lines, LocalDateTime now)
{
    /// <summary>What each figure asks of a dossier in a period.</summary>
    public static IReadOnlyDictionary<DossierFigure, Func<ToldHistory, LocalDate, LocalDate, bool>> Figures { get; } =
        new Dictionary<DossierFigure, Func<ToldHistory, LocalDate, LocalDate, bool>>
        {
            [DossierFigure.Online] = (told, first, last) => told.IsAcceptedIn(first, last) && told.Channel == SubmissionChannel.Online,
            [DossierFigure.Direct] = (told, first, last) => told.IsAcceptedIn(first, last) && told.Channel != SubmissionChannel.Online,
            [DossierFigure.Carried] = (told, first, _) => told.IsOpenAfter(first.PlusDays(-1)),
            [DossierFigure.Early] = (told, first, last) => told.EndedIn(first, last) == FinishClass.Early,
            [DossierFigure.OnTime] = (told, first, last) => told.EndedIn(first, last) == FinishClass.OnTime,
            [DossierFigure.Late] = (told, first, last) => told.EndedIn(first, last) == FinishClass.Late,
            [DossierFigure.InTerm] = (told, _, last) => told.IsOpenAfter(last) && !told.IsLateAfter(last),
            [DossierFigure.Overdue] = (told, _, last) => told.IsOpenAfter(last) && told.IsLateAfter(last),
            [DossierFigure.Supplemented] = (told, first, last) => told.IsAcceptedIn(first, last) && told.Asked > 0,
            [DossierFigure.WithResult] = (told, first, last) => told.EndedIn(first, last) is not null && told.HasResult,
        };

    public string Slug => slug;

    public SubmissionChannel Channel => channel;

    public LocalDateTime? Accepted => lines.Find(line => line.Act == DossierAct.Accept) is { } line ? At(line) : null;

    public int Asked => lines.Count(line => line.Act == DossierAct.AskSupplement);

    public bool HasResult => lines.Exists(line => line.To == DossierStatus.ResultReady);

    /// <summary>The line by which it ended after it was accepted.</summary>
    private HistoryLine? End => Accepted is null ? null : lines.Find(line => line.To is DossierStatus.ResultReady or DossierStatus.Stopped);

    /// <summary>Everything that was sent.</summary>
    public static async Task<List<ToldHistory>> OfAllAsync(OfficeDbContext db, LocalDateTime now)
    {
        var lines = (await db.History.AsNoTracking().OrderBy(line => line.Id).ToListAsync()).ToLookup(line => line.DossierId);
        var sent = await db
            .Dossiers.AsNoTracking()
            .Where(dossier => dossier.Status != DossierStatus.Draft)
            .Select(dossier => new
            {
                dossier.Id,
                dossier.ProcedureSlug,
                dossier.Channel,
            })
            .ToListAsync();
        return [.. sent.Select(dossier => new ToldHistory(dossier.ProcedureSlug, dossier.Channel, [.. lines[dossier.Id]], now))];
    }

    /// <summary>The figures of a report are those of the histories, and its columns add up.</summary>
    public static void AssertAgrees(ReportFigures figures, IReadOnlyCollection<ToldHistory> told, LocalDate first, LocalDate last)
    {
        foreach (var slug in told.Select(one => one.Slug).Distinct())
        {
            var cells = new ReportFigures([.. figures.Cells.Where(cell => cell.Procedure == slug)], []);
            foreach (var (figure, counts) in Figures)
                Assert.That(cells.Of(figure), Is.EqualTo(told.Count(one => one.Slug == slug && counts(one, first, last))), $"{slug} {figure} {first} {last}");
            Assert.That(cells.Of(DossierFigure.Received), Is.EqualTo(cells.Of(DossierFigure.Ended) + cells.Of(DossierFigure.Open)), $"3=7+11 {first} {last}");
        }

        Assert.That(figures.Reasons.Sum(reason => reason.Count), Is.EqualTo(figures.Of(DossierFigure.PastDue)), $"{first} {last}");
    }

    private bool IsAcceptedIn(LocalDate first, LocalDate last) => Accepted is { } at && at.Date >= first && at.Date <= last;

    private bool IsOpenAfter(LocalDate day) => Accepted is { } at && at.Date <= day && (End is null || At(End).Date > day);

    private bool IsLateAfter(LocalDate day) => lines.Last(line => At(line).Date <= day).LateFrom <= (day < now.Date ? day.At(LocalTime.MaxValue) : now);

    /// <summary>The class of the end, when it was in the period: against what the last line before it said.</summary>
    private FinishClass? EndedIn(LocalDate first, LocalDate last)
    {
        if (End is not { } end || At(end).Date < first || At(end).Date > last)
            return null;
        // Who never answers a request has ended it with the request (S-4).
        var counted = end.Act == DossierAct.Stop ? lines.Last(line => line.Act == DossierAct.AskSupplement) : end;
        var before = lines[lines.IndexOf(counted) - 1];
        return before.LateFrom <= At(counted) ? FinishClass.Late
            : At(counted).Date < before.StatutoryDue!.Value.Date ? FinishClass.Early
            : FinishClass.OnTime;
    }

    private static LocalDateTime At(HistoryLine line) => OfficeClock.ToLocal(line.At);
}

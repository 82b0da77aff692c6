using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Lists;
using HaiDuong.Licensing.OneStop.Features.Reports;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Reports of random periods: held against a second computation from the histories alone, their columns add up, each number opens as many as it says.</summary>
public sealed partial class DossierListTests
{
    private const int ReportedPeriods = 60;

    /// <summary>Of so many of them every list is opened.</summary>
    private const int OpenedPeriods = 2;

    /// <summary>The demo office has done everything within so many days.</summary>
    private const int DaysOfStories = 45;

    /// <summary>What a second computation of each figure asks of a dossier that a history told of, in a period.</summary>
    private static readonly Dictionary<DossierFigure, Func<Told, LocalDate, LocalDate, bool>> SecondCount = new()
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

    [Test]
    public async Task Report_OfAnyPeriod_IsWhatTheHistoriesTell_AddsUp_AndEveryNumberOpensItsList()
    {
        var told = await ToldAsync();
        var random = new Random(20261130);
        var seen = new HashSet<DossierFigure>();
        for (var run = 0; run < ReportedPeriods; run++)
        {
            var last = Now.Date.PlusDays(-random.Next(DaysOfStories));
            var first = last.PlusDays(-random.Next(DaysOfStories));
            var figures = await office.AtDeskAsync(desk => desk.GetRequiredService<ReportFiguresQuery>().ReadAsync(first, last, CancellationToken.None));

            foreach (var slug in told.Select(one => one.Slug).Distinct())
            {
                var cells = new ReportFigures([.. figures.Cells.Where(cell => cell.Procedure == slug)], []);
                foreach (var (figure, counts) in SecondCount)
                    Assert.That(
                        cells.Of(figure),
                        Is.EqualTo(told.Count(one => one.Slug == slug && counts(one, first, last))),
                        $"{slug} {figure} {first} {last}"
                    );
                Assert.That(
                    cells.Of(DossierFigure.Received),
                    Is.EqualTo(cells.Of(DossierFigure.Ended) + cells.Of(DossierFigure.Open)),
                    $"3=7+11 {first} {last}"
                );
            }

            Assert.That(figures.Reasons.Sum(reason => reason.Count), Is.EqualTo(figures.Of(DossierFigure.PastDue)), $"{first} {last}");
            seen.UnionWith(SecondCount.Keys.Where(figure => figures.Of(figure) > 0));
            if (run < OpenedPeriods)
                await AssertReportOpensAsync(figures, first, last);
        }

        Assert.That(seen, Has.Count.GreaterThanOrEqualTo(SecondCount.Count - 1), "The demo office has something for nearly every figure.");
    }

    /// <summary>Each number of each unit and procedure, and each reason, opens as many as it says.</summary>
    private async Task AssertReportOpensAsync(ReportFigures figures, LocalDate first, LocalDate last)
    {
        Task<int> CountAsync(DossierFilter filter) =>
            office.AtDeskAsync(async desk =>
                (
                    await desk.GetRequiredService<DossierListQuery>()
                        .CountFigureAsync(filter with { From = first, To = last, InSuccessors = true }, people["giam-doc"], CancellationToken.None)
                ).Found
            );
        foreach (var cell in figures.Cells)
        {
            var about = new DossierFilter { Unit = cell.Division, Procedure = cell.Procedure };
            foreach (var figure in Enum.GetValues<DossierFigure>().Except([DossierFigure.RePromised, DossierFigure.Without, DossierFigure.Waiting]))
                Assert.That(await CountAsync(about with { Figure = figure }), Is.EqualTo(cell.Of(figure)), $"{cell.Procedure} {figure} {first} {last}");
        }

        foreach (var reason in figures.Reasons)
            Assert.That(
                await CountAsync(
                    new DossierFilter
                    {
                        Figure = DossierFigure.PastDue,
                        Procedure = reason.Procedure,
                        LateReason = reason.Reason is null ? DossierFilter.None : reason.Example,
                    }
                ),
                Is.EqualTo(figures.Reasons.Where(other => other.Procedure == reason.Procedure && other.Reason == reason.Reason).Sum(other => other.Count)),
                $"{reason.Procedure} {reason.Reason}"
            );
    }

    private Task<List<Told>> ToldAsync() =>
        office.AtDeskAsync(async desk =>
        {
            var lines = (await desk.GetRequiredService<OfficeDbContext>().History.AsNoTracking().OrderBy(line => line.Id).ToListAsync()).ToLookup(line =>
                line.DossierId
            );
            return dossiers
                .Where(dossier => dossier.Status != DossierStatus.Draft)
                .Select(dossier => new Told(dossier.ProcedureSlug, dossier.Channel, [.. lines[dossier.Id]]))
                .ToList();
        });

    /// <summary>What the lines of one history say.</summary>
    private sealed class Told(string slug, SubmissionChannel channel, List<HistoryLine> lines)
    {
        public string Slug => slug;

        public SubmissionChannel Channel => channel;

        public LocalDateTime? Accepted => lines.Find(line => line.Act == DossierAct.Accept) is { } line ? At(line) : null;

        public int Asked => lines.Count(line => line.Act == DossierAct.AskSupplement);

        public bool HasResult => lines.Exists(line => line.To == DossierStatus.ResultReady);

        /// <summary>The line by which it ended after it was accepted.</summary>
        private HistoryLine? End => Accepted is null ? null : lines.Find(line => line.To is DossierStatus.ResultReady or DossierStatus.Stopped);

        public bool IsAcceptedIn(LocalDate first, LocalDate last) => Accepted is { } at && at.Date >= first && at.Date <= last;

        public bool IsOpenAfter(LocalDate day) => Accepted is { } at && at.Date <= day && (End is null || At(End).Date > day);

        public bool IsLateAfter(LocalDate day) => lines.Last(line => At(line).Date <= day).LateFrom <= (day < Now.Date ? day.At(LocalTime.MaxValue) : Now);

        /// <summary>The class of the end, when it was in the period: against what the last line before it said.</summary>
        public FinishClass? EndedIn(LocalDate first, LocalDate last)
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
}

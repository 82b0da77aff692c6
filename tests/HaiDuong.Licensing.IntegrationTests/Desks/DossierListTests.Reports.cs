using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Lists;
using HaiDuong.Licensing.OneStop.Features.Reports;
using HaiDuong.Licensing.OneStop.Storage;
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

    [Test]
    public async Task Report_OfAnyPeriod_IsWhatTheHistoriesTell_AddsUp_AndEveryNumberOpensItsList()
    {
        var told = await office.AtDeskAsync(desk => ToldHistory.OfAllAsync(desk.GetRequiredService<OfficeDbContext>(), Now));
        var random = new Random(20261130);
        var seen = new HashSet<DossierFigure>();
        for (var run = 0; run < ReportedPeriods; run++)
        {
            var last = Now.Date.PlusDays(-random.Next(DaysOfStories));
            var first = last.PlusDays(-random.Next(DaysOfStories));
            var figures = await office.AtDeskAsync(desk => desk.GetRequiredService<ReportFiguresQuery>().ReadAsync(first, last, CancellationToken.None));

            ToldHistory.AssertAgrees(figures, told, first, last);
            seen.UnionWith(ToldHistory.Figures.Keys.Where(figure => figures.Of(figure) > 0));
            if (run < OpenedPeriods)
                await AssertReportOpensAsync(figures, first, last);
        }

        Assert.That(seen, Has.Count.GreaterThanOrEqualTo(ToldHistory.Figures.Count - 1), "The demo office has something for nearly every figure.");
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
}

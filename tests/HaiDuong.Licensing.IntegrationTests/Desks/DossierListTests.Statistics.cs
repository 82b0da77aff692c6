using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Lists;
using HaiDuong.Licensing.OneStop.Features.Statistics;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using LifeCycle = HaiDuong.Licensing.Domain.Dossiers.LifeCycle;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Board, times and forecast: held against a second computation from the ledgers and histories, and each number opens as many as it says.</summary>
public sealed partial class DossierListTests
{
    private static readonly string[] Managers = ["truong-phong-bao-chi", "giam-doc", "trung-tam", "thanh-tra", "quan-tri"];

    [Test]
    public async Task Board_OfEachReader_AddsUpFromTheLedgers_AndEveryNumberOpensItsList()
    {
        foreach (var name in Managers)
        {
            var person = people[name];
            var open = OpenFor(person).Select(CellOf).ToList();

            var board = await BoardAsync(new DossierFilter(), person);

            Assert.That(board.Sum, Is.EqualTo(Sum(open)), name);
            foreach (var side in Enum.GetValues<BoardSide>())
            {
                var expected = open.GroupBy(cell => cell.KeyOf(side)).ToDictionary(cells => cells.Key, Sum);
                Assert.That(board.By(side), Is.EquivalentTo(expected), $"{name} {side}");
                foreach (var (key, counts) in board.By(side))
                    await AssertOpensAsync(Board.FilterOf(new(), side, key, ListGroup.Open), counts, person, $"{name} {side} {key}");
            }

            foreach (var (division, counts) in board.By(BoardSide.Division))
            {
                var own = await BoardAsync(new DossierFilter { Unit = division }, person);
                foreach (var side in Enum.GetValues<BoardSide>())
                    Assert.That(own.By(side).Values.Aggregate(BoardCounts.None, (sum, next) => sum + next), Is.EqualTo(counts), $"{name} {division} {side}");
                foreach (var (desk, held) in own.By(BoardSide.Person))
                    await AssertOpensAsync(new() { Unit = division, AtDesk = desk }, held, person, $"{name} {division} {desk}");
            }
        }

        Assert.That((await BoardAsync(new DossierFilter(), people["quan-tri"])).By(BoardSide.Division), Has.Count.GreaterThan(1));
    }

    [TestCase(null, "2025-11-20", "2026-11-20")]
    [TestCase("publishing-permit", "2026-10-01", "2026-11-10")]
    public async Task TimesPerStep_AreThoseOfTheHistory_AndOpenTheDossiersThatDidTheStep(string? procedure, string from, string to)
    {
        var (first, last, person) = (Day(from), Day(to), people["giam-doc"]);
        var filter = new DossierFilter
        {
            Procedure = procedure,
            From = first,
            To = last,
        };
        var readable = dossiers.Where(dossier => dossier.Status != DossierStatus.Draft && AccessTable.MayFind(person, dossier, Organisation, Now.Date));
        var ids = readable.Where(dossier => procedure is null || dossier.ProcedureSlug == procedure).Select(dossier => dossier.Id).ToHashSet();
        var lines = await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().History.AsNoTracking().ToListAsync());
        var known = office.Time.Rulebooks.Routes.SelectMany(route => route.Steps).Select(step => step.Id).ToHashSet();
        var visits = lines
            .Where(line => line.StepId is { } step && known.Contains(step) && ids.Contains(line.DossierId))
            .Select(line => (Line: line, At: OfficeClock.ToLocal(line.At)))
            .Where(visit => visit.At.Date >= first && visit.At.Date <= last)
            .GroupBy(visit => visit.Line.StepId!)
            .ToDictionary(group => group.Key);

        var rows = await office.AtDeskAsync(desk => desk.GetRequiredService<StepTimesQuery>().ReadAsync(filter, person, CancellationToken.None));

        Assert.That(rows!.Select(row => row.Step), Is.EquivalentTo(visits.Keys));
        foreach (var row in rows!)
        {
            var own = visits[row.Step].ToList();
            var times = own.Select(visit => office.Time.Rulebooks.Calendar.WorkingTimeBetween(visit.Line.StepSince!.Value, visit.At)).ToList();
            Assert.That(row.Spent.Count, Is.EqualTo(own.Count), row.Step);
            Assert.That(times.Count(time => time <= row.Spent.Median) * 2, Is.GreaterThanOrEqualTo(own.Count), row.Step);
            Assert.That(times.Count(time => time < row.Spent.Median) * 2, Is.LessThan(own.Count), row.Step);
            Assert.That(times.Count(time => time <= row.Spent.Ninetieth) * 10, Is.GreaterThanOrEqualTo(own.Count * 9), row.Step);
            Assert.That(times.Count(time => time < row.Spent.Ninetieth) * 10, Is.LessThan(own.Count * 9), row.Step);
            Assert.That(row.Late, Is.EqualTo(own.Count(visit => visit.Line.StepClass == FinishClass.Late)), row.Step);
            var found = await WalkAsync(filter with { Group = ListGroup.All, DoneStep = row.Step }, person, 1000);
            Assert.That(found.Select(dossier => dossier.DossierId), Is.EquivalentTo(own.Select(visit => visit.Line.DossierId).Distinct()), row.Step);
            Assert.That(row.Dossiers, Is.EqualTo(found.Count), row.Step);
        }
    }

    [Test]
    public async Task Forecasts_AreOfWhatRunsInTime_AndEachOutlookOpensItsList()
    {
        foreach (var name in Managers)
        {
            var person = people[name];
            var running = OpenFor(person)
                .Where(dossier => dossier is { IsAccepted: true, Clock: ClockState.Running, Work.Count: > 0 } && dossier.LateFrom > Now);

            var forecasts = await office.AtDeskAsync(desk => desk.GetRequiredService<ForecastsQuery>().ReadAsync(new(), person, CancellationToken.None));

            Assert.That(forecasts.Select(one => one.DossierId), Is.EquivalentTo(running.Select(dossier => dossier.Id)), name);
            foreach (var outlook in Enum.GetValues<Outlook>())
                Assert.That(
                    (await WalkAsync(new() { Outlook = outlook }, person, 1000)).Select(row => row.DossierId),
                    Is.EquivalentTo(forecasts.Where(one => one.Outlook == outlook).Select(one => one.DossierId)),
                    $"{name} {outlook}"
                );
        }

        var stays = await office.AtDeskAsync(desk => desk.GetRequiredService<ForecastsQuery>().StaysAsync(CancellationToken.None));
        Assert.That(stays, Is.Not.Empty);
        foreach (var stay in stays)
            Assert.That(stay.Stay + stay.Rest <= stay.Left, Is.EqualTo(stay.InTime), $"{stay}: what it needed and what it had say whether it was in time.");
    }

    private Task<Board> BoardAsync(DossierFilter filter, Actor person) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<BoardQuery>().ReadAsync(filter, person, CancellationToken.None));

    /// <summary>The list behind each number of a row has as many as the number says.</summary>
    private async Task AssertOpensAsync(DossierFilter filter, BoardCounts counts, Actor person, string what)
    {
        var listed = await office.AtDeskAsync(desk => desk.GetRequiredService<DossierListQuery>().CountAsync(filter, person, CancellationToken.None));
        foreach (var group in BoardModel.Groups)
            Assert.That(listed[group], Is.EqualTo(counts.Of(group)), $"{what} {group}");
    }

    private IEnumerable<Dossier> OpenFor(Actor person) =>
        dossiers.Where(dossier =>
            dossier.Status is not (DossierStatus.Draft or DossierStatus.ResultReady)
            && !LifeCycle.IsClosed(dossier.Status)
            && AccessTable.MayFind(person, dossier, Organisation, Now.Date)
        );

    /// <summary>One dossier as a cell: how it stands from its ledger, where it is from its open work.</summary>
    private BoardCell CellOf(Dossier dossier)
    {
        var due = dossier.IsAccepted ? dossier.ReadClock(office.Time.Rulebooks.For(dossier), Now).Due : dossier.Due;
        var step = dossier.Work.MinBy(item => (item.PressesFrom, item.Id));
        var isStepLate = dossier.Status != DossierStatus.WithdrawalAsked && step?.Due.ClassAt(Now) == DueClass.Overdue;
        var counts = due.ClassAt(Now) switch
        {
            DueClass.Overdue => new BoardCounts(0, 0, 1, 0, 0),
            DueClass.Soon => new BoardCounts(0, 1, 0, 0, 0),
            DueClass.Waiting or DueClass.SupplementOver => new BoardCounts(0, 0, 0, 1, 0),
            _ => new BoardCounts(1, 0, 0, 0, 0),
        };
        return new BoardCell(
            Organisation.KeyOn(dossier.DivisionKey, Now.Date),
            step?.AssigneeId?.ToString() ?? step?.Role.ToString() ?? DossierFilter.None,
            null,
            dossier.ProcedureSlug,
            step?.StepId ?? DossierFilter.None,
            counts with
            {
                StepLate = isStepLate ? 1 : 0,
            }
        );
    }

    private static BoardCounts Sum(IEnumerable<BoardCell> cells) => cells.Aggregate(BoardCounts.None, (sum, cell) => sum + cell.Counts);
}

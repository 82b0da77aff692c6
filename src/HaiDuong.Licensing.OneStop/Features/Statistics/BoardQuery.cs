using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>What is open in the office, as somebody finds it, counted by one walk over it: how it stands, and whose, where and what it is.</summary>
public sealed class BoardQuery(ReadableRowsQuery readable, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>What the filter names, and everything that somebody finds, by which it may be narrowed; read once where nothing is narrowed.</summary>
    public async Task<(Board Board, Board Whole)> ReadWithWholeAsync(DossierFilter filter, Actor actor, CancellationToken cancel)
    {
        var whole = await ReadAsync(new DossierFilter(), actor, cancel);
        return (filter.IsNarrowed ? await ReadAsync(filter, actor, cancel) : whole, whole);
    }

    /// <summary>Of the unit and the procedure that the filter names.</summary>
    public async Task<Board> ReadAsync(DossierFilter filter, Actor actor, CancellationToken cancel)
    {
        var (organisation, today, now) = (catalogue.Organisation, clock.Today, clock.Local);
        var (inTime, soon) = (RowConditions.Of(ListGroup.InTime, now), RowConditions.Of(ListGroup.Soon, now));
        var (overdue, waiting) = (RowConditions.Of(ListGroup.Overdue, now), RowConditions.Of(ListGroup.Waiting, now));
        var stepLate = RowConditions.Of(ListGroup.StepLate, now);
        var counted = await RowConditions
            .InUnit(readable.Of(actor), filter.Unit, organisation)
            .Where(DossierRow.InTheOffice)
            .Where(RowConditions.Of(ListGroup.Open, now))
            .Where(row => filter.Procedure == null || row.ProcedureSlug == filter.Procedure)
            .GroupBy(row => new
            {
                row.DivisionKey,
                row.HolderId,
                row.StepRole,
                row.ProcedureSlug,
                row.StepId,
            })
            .Select(rows => new
            {
                rows.Key,
                Name = rows.Max(row => row.HolderName),
                InTime = rows.AsQueryable().Count(inTime),
                Soon = rows.AsQueryable().Count(soon),
                Overdue = rows.AsQueryable().Count(overdue),
                Waiting = rows.AsQueryable().Count(waiting),
                StepLate = rows.AsQueryable().Count(stepLate),
            })
            .ToListAsync(cancel);
        return new Board([
            .. counted
                .Select(one => new BoardCell(
                    organisation.KeyOn(one.Key.DivisionKey, today),
                    one.Key.HolderId?.ToString() ?? one.Key.StepRole?.ToString() ?? DossierFilter.None,
                    one.Key.HolderId is null ? null : one.Name,
                    one.Key.ProcedureSlug,
                    one.Key.StepId ?? DossierFilter.None,
                    new BoardCounts(one.InTime, one.Soon, one.Overdue, one.Waiting, one.StepLate)
                ))
                .GroupBy(cell => cell with { Counts = BoardCounts.None, DeskName = null })
                .Select(cells =>
                    cells.Key with
                    {
                        DeskName = cells.Max(cell => cell.DeskName),
                        Counts = cells.Aggregate(BoardCounts.None, (sum, cell) => sum + cell.Counts),
                    }
                ),
        ]);
    }
}

using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>How long one step took in a period.</summary>
/// <param name="Step">Id of the step in the routes.</param>
/// <param name="Dossiers">How many dossiers did it; one that came back does it again.</param>
/// <param name="Late">How many times it was done after its own date.</param>
/// <param name="Spent">How many times, and how long.</param>
public sealed record StepTimesRow(string Step, int Dossiers, int Late, TimeSpent Spent);

/// <summary>
/// Thời gian ở từng bước: working time from the moment at which a step came to a desk until the act that ended it, as the history tells both.
/// </summary>
public sealed class StepTimesQuery(DoneStepsQuery done, ReadableRowsQuery readable, Rulebooks rulebooks)
{
    /// <summary>What one page counts; a longer period has to be narrowed.</summary>
    public const int Most = 250_000;

    /// <summary>What was done in the period of the filter, of its unit and procedure, as somebody finds it; null when it is too much for one page.</summary>
    public async Task<IReadOnlyList<StepTimesRow>?> ReadAsync(DossierFilter filter, Actor actor, CancellationToken cancel)
    {
        var rows = RowConditions.InUnit(readable.Of(actor), filter.Unit, rulebooks.Catalogue.Organisation);
        if (filter.Procedure is { } slug)
            rows = rows.Where(row => row.ProcedureSlug == slug);
        var lines = await done.Of([.. rulebooks.Steps], filter.From, filter.To)
            .Join(
                rows,
                line => line.DossierId,
                row => row.DossierId,
                (line, _) =>
                    new
                    {
                        line.DossierId,
                        line.StepId,
                        line.StepSince,
                        line.At,
                        IsLate = line.StepClass == FinishClass.Late,
                    }
            )
            .Take(Most + 1)
            .ToListAsync(cancel);
        if (lines.Count > Most)
            return null;
        var calendar = rulebooks.Calendar;
        return
        [
            .. lines
                .GroupBy(line => line.StepId!, StringComparer.Ordinal)
                .Select(visits => new StepTimesRow(
                    visits.Key,
                    visits.Select(visit => visit.DossierId).Distinct().Count(),
                    visits.Count(visit => visit.IsLate),
                    TimeSpent.Of(visits.Select(visit => calendar.WorkingTimeBetween(visit.StepSince!.Value, OfficeClock.ToLocal(visit.At))))!
                )),
        ];
    }
}

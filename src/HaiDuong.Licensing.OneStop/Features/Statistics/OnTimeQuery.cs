using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>How one division kept its terms in a period.</summary>
/// <param name="Division">Key of the division.</param>
/// <param name="Early">Trước hạn.</param>
/// <param name="OnTime">Đúng hạn.</param>
/// <param name="Late">Quá hạn; an apology does not make a dossier on time (O-3).</param>
/// <param name="RePromised">Of those that ended: how many had been promised a new date, counted apart.</param>
/// <param name="Without">Of those that ended: how many were withdrawn or stopped; classed at that moment.</param>
/// <param name="InTerm">Open and in term, among them those that wait for the applicant.</param>
/// <param name="Waiting">Open and waiting for the applicant (S-4).</param>
/// <param name="Overdue">Open and overdue at the end of the period.</param>
public sealed record OnTimeRow(string Division, int Early, int OnTime, int Late, int RePromised, int Without, int InTerm, int Waiting, int Overdue)
{
    public int Ended => Early + OnTime + Late;

    public int Open => InTerm + Overdue;

    public static OnTimeRow Sum(string division, IReadOnlyList<OnTimeRow> rows) =>
        new(
            division,
            rows.Sum(row => row.Early),
            rows.Sum(row => row.OnTime),
            rows.Sum(row => row.Late),
            rows.Sum(row => row.RePromised),
            rows.Sum(row => row.Without),
            rows.Sum(row => row.InTerm),
            rows.Sum(row => row.Waiting),
            rows.Sum(row => row.Overdue)
        );
}

/// <summary>Đúng hạn, quá hạn by division, as the clock classed each dossier (against the first promise, O-3), and as it stood at the end of a day.</summary>
public sealed class OnTimeQuery(FigureSetsQuery sets, ProcedureCatalogue catalogue)
{
    /// <summary>
    /// What ended from the first to the last day, each with the division that had it then, and what was open at the end of the last day. With
    /// <paramref name="inSuccessors"/> everything is counted to whoever has succeeded by the last day.
    /// </summary>
    public async Task<IReadOnlyList<OnTimeRow>> ReadAsync(LocalDate first, LocalDate last, CancellationToken cancel, bool inSuccessors = false)
    {
        var organisation = catalogue.Organisation;
        var rows = new List<OnTimeRow>();
        foreach (var (begin, end) in sets.Periods(first, last))
            rows.AddRange(
                (await EndedAsync(begin, end, cancel)).Select(row => row with { Division = organisation.KeyOn(row.Division, inSuccessors ? last : end) })
            );

        rows.AddRange((await OpenAsync(last, cancel)).Select(row => row with { Division = organisation.KeyOn(row.Division, last) }));
        return
        [
            .. rows.GroupBy(row => row.Division, StringComparer.Ordinal)
                .Select(group => OnTimeRow.Sum(group.Key, [.. group]))
                .OrderBy(row => row.Division, StringComparer.Ordinal),
        ];
    }

    private Task<List<OnTimeRow>> EndedAsync(LocalDate first, LocalDate last, CancellationToken cancel) =>
        sets.Ended(first, last)
            .GroupBy(row => row.FirstDivision)
            .Select(group => new OnTimeRow(
                group.Key,
                group.Count(row => row.FinishClass == FinishClass.Early),
                group.Count(row => row.FinishClass == FinishClass.OnTime),
                group.Count(row => row.FinishClass == FinishClass.Late),
                group.Count(row => row.RePromises > 0),
                group.Count(row => row.Clock == ClockState.Withdrawn || row.Clock == ClockState.Stopped),
                0,
                0,
                0
            ))
            .ToListAsync(cancel);

    private Task<List<OnTimeRow>> OpenAsync(LocalDate day, CancellationToken cancel) =>
        sets.OpenAt(day)
            .GroupBy(one => one.Division)
            .Select(group => new OnTimeRow(
                group.Key,
                0,
                0,
                0,
                0,
                0,
                group.Count(one => !one.IsOverdue),
                group.Count(one => one.IsWaiting),
                group.Count(one => one.IsOverdue)
            ))
            .ToListAsync(cancel);
}

using System.Data;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>
/// Số liệu báo cáo, counted at one moment: of each procedure and unit how many every figure counts, by the sets and conditions that narrow the list behind it.
/// </summary>
public sealed class ReportFiguresQuery(OfficeDbContext db, FigureSetsQuery sets, ProcedureCatalogue catalogue)
{
    /// <summary>Everything is counted to whoever has the work on the last day.</summary>
    public async Task<ReportFigures> ReadAsync(LocalDate first, LocalDate last, CancellationToken cancel)
    {
        // All statements see one state, or a dossier that ends between two of them would be counted twice or never.
        await using var snapshot = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel)
            : null;
        var counts = new Counts(division => catalogue.Organisation.KeyOn(division, last));
        await AddAcceptedAsync(counts, first, last, cancel);
        await AddEndedAsync(counts, first, last, cancel);
        await AddOpenAsync(counts, first, last, cancel);
        foreach (var figure in (DossierFigure[])[DossierFigure.FeePaid, DossierFigure.FeePaidOnline])
        {
            var paid = await sets.Of(figure, null, first, last, inSuccessors: true)
                .GroupBy(row => new { row.ProcedureSlug, row.FirstDivision })
                .Select(rows => new { rows.Key, Count = rows.Count() })
                .ToListAsync(cancel);
            paid.ForEach(one => counts.Add(one.Key.ProcedureSlug, one.Key.FirstDivision, (figure, one.Count)));
        }

        return new ReportFigures(counts.Cells(), await ReasonsAsync(first, last, cancel));
    }

    private async Task AddAcceptedAsync(Counts counts, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var (online, direct) = (FigureConditions.OfAccepted(DossierFigure.Online), FigureConditions.OfAccepted(DossierFigure.Direct));
        var (supplemented, scanned) = (FigureConditions.OfAccepted(DossierFigure.Supplemented), FigureConditions.OfAccepted(DossierFigure.Scanned));
        var accepted = await sets.Accepted(first, last)
            .GroupBy(row => new { row.ProcedureSlug, row.FirstDivision })
            .Select(rows => new
            {
                rows.Key,
                Online = rows.AsQueryable().Count(online),
                Direct = rows.AsQueryable().Count(direct),
                Supplemented = rows.AsQueryable().Count(supplemented),
                Scanned = rows.AsQueryable().Count(scanned),
            })
            .ToListAsync(cancel);
        foreach (var one in accepted)
            counts.Add(
                one.Key.ProcedureSlug,
                one.Key.FirstDivision,
                (DossierFigure.Online, one.Online),
                (DossierFigure.Direct, one.Direct),
                (DossierFigure.Supplemented, one.Supplemented),
                (DossierFigure.Scanned, one.Scanned)
            );
    }

    private async Task AddEndedAsync(Counts counts, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var (early, onTime) = (FigureConditions.OfEnded(DossierFigure.Early), FigureConditions.OfEnded(DossierFigure.OnTime));
        var (late, kept) = (FigureConditions.OfEnded(DossierFigure.Late), FigureConditions.OfEnded(DossierFigure.Kept));
        var (result, electronic) = (FigureConditions.OfEnded(DossierFigure.WithResult), FigureConditions.OfEnded(DossierFigure.ElectronicResult));
        var (online, digitised) = (FigureConditions.OfEnded(DossierFigure.WhollyOnline), FigureConditions.OfEnded(DossierFigure.Digitised));
        var ended = await sets.Ended(first, last)
            .GroupBy(row => new { row.ProcedureSlug, row.FirstDivision })
            .Select(rows => new
            {
                rows.Key,
                Early = rows.AsQueryable().Count(early),
                OnTime = rows.AsQueryable().Count(onTime),
                Late = rows.AsQueryable().Count(late),
                Kept = rows.AsQueryable().Count(kept),
                Result = rows.AsQueryable().Count(result),
                Electronic = rows.AsQueryable().Count(electronic),
                Online = rows.AsQueryable().Count(online),
                Digitised = rows.AsQueryable().Count(digitised),
            })
            .ToListAsync(cancel);
        foreach (var one in ended)
            counts.Add(
                one.Key.ProcedureSlug,
                one.Key.FirstDivision,
                (DossierFigure.Early, one.Early),
                (DossierFigure.OnTime, one.OnTime),
                (DossierFigure.Late, one.Late),
                (DossierFigure.Kept, one.Kept),
                (DossierFigure.WithResult, one.Result),
                (DossierFigure.ElectronicResult, one.Electronic),
                (DossierFigure.WhollyOnline, one.Online),
                (DossierFigure.Digitised, one.Digitised)
            );
        var times = await sets.Ended(first, last)
            .Where(result)
            .GroupBy(row => new { row.ProcedureSlug, row.FirstDivision })
            .Select(rows => new { rows.Key, Time = EF.Functions.Sum(rows.Select(row => row.FinishedAt!.Value - row.AcceptedAt!.Value)) })
            .ToListAsync(cancel);
        times.ForEach(one => counts.AddHours(one.Key.ProcedureSlug, one.Key.FirstDivision, one.Time));
    }

    private async Task AddOpenAsync(Counts counts, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var carried = await sets.OpenAt(first.PlusDays(-1))
            .GroupBy(one => new { one.Procedure, one.Division })
            .Select(all => new { all.Key, Count = all.Count() })
            .ToListAsync(cancel);
        carried.ForEach(one => counts.Add(one.Key.Procedure, one.Key.Division, (DossierFigure.Carried, one.Count)));
        var (inTerm, overdue) = (FigureConditions.OfOpen(DossierFigure.InTerm), FigureConditions.OfOpen(DossierFigure.Overdue));
        var kept = FigureConditions.OfOpen(DossierFigure.Kept);
        var open = await sets.OpenAt(last)
            .GroupBy(one => new { one.Procedure, one.Division })
            .Select(all => new
            {
                all.Key,
                InTerm = all.AsQueryable().Count(inTerm),
                Overdue = all.AsQueryable().Count(overdue),
                Kept = all.AsQueryable().Count(kept),
            })
            .ToListAsync(cancel);
        foreach (var one in open)
            counts.Add(
                one.Key.Procedure,
                one.Key.Division,
                (DossierFigure.InTerm, one.InTerm),
                (DossierFigure.Overdue, one.Overdue),
                (DossierFigure.Kept, one.Kept)
            );
    }

    private async Task<IReadOnlyList<LateReason>> ReasonsAsync(LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var found = await sets.Of(DossierFigure.PastDue, null, first, last, inSuccessors: true)
            .GroupBy(row => new
            {
                row.ProcedureSlug,
                row.FirstDivision,
                row.LateReason,
            })
            .Select(rows => new
            {
                rows.Key,
                Count = rows.Count(),
                Example = rows.Max(row => row.Code),
            })
            .ToListAsync(cancel);
        return
        [
            .. found
                .GroupBy(one => (one.Key.ProcedureSlug, Division: catalogue.Organisation.KeyOn(one.Key.FirstDivision, last), one.Key.LateReason))
                .Select(same => new LateReason(
                    same.Key.ProcedureSlug,
                    same.Key.Division,
                    same.Key.LateReason,
                    same.Key.LateReason is null ? null : same.Max(one => one.Example),
                    same.Sum(one => one.Count)
                ))
                .OrderBy(reason => reason.Procedure, StringComparer.Ordinal)
                .ThenBy(reason => reason.Division, StringComparer.Ordinal)
                .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
        ];
    }

    private sealed class Counts(Func<string, string> unitOf)
    {
        private readonly Dictionary<(string Procedure, string Division), (SortedDictionary<DossierFigure, int> Figures, Duration Time)> found = [];

        public void Add(string procedure, string division, params ReadOnlySpan<(DossierFigure Figure, int Count)> counts)
        {
            var key = (procedure, unitOf(division));
            var cell = found.GetValueOrDefault(key, ([], Duration.Zero));
            foreach (var (figure, count) in counts)
            {
                if (count > 0)
                    cell.Figures[figure] = cell.Figures.GetValueOrDefault(figure) + count;
            }

            found[key] = cell;
        }

        public void AddHours(string procedure, string division, Period? time)
        {
            var key = (procedure, unitOf(division));
            var cell = found.GetValueOrDefault(key, ([], Duration.Zero));
            found[key] = (cell.Figures, cell.Time + (time?.ToDuration() ?? Duration.Zero));
        }

        public IReadOnlyList<ReportCell> Cells() =>
            [
                .. found
                    .OrderBy(cell => cell.Key.Procedure, StringComparer.Ordinal)
                    .ThenBy(cell => cell.Key.Division, StringComparer.Ordinal)
                    .Where(cell => cell.Value.Figures.Count > 0)
                    .Select(cell => new ReportCell(cell.Key.Procedure, cell.Key.Division, cell.Value.Figures, (long)cell.Value.Time.TotalHours)),
            ];
    }
}

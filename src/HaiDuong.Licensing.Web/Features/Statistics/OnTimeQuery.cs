using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.Statistics;

/// <summary>How one division kept its terms in a period.</summary>
/// <param name="Division">Key of the division.</param>
/// <param name="Early">Trước hạn.</param>
/// <param name="OnTime">Đúng hạn.</param>
/// <param name="Late">Quá hạn; an apology does not make a dossier on time (O-3).</param>
/// <param name="RePromised">Of those that ended: how many had been promised a new date, counted apart.</param>
/// <param name="InTerm">Open and in term, among them those that wait for the applicant.</param>
/// <param name="Waiting">Open and waiting for the applicant (S-4).</param>
/// <param name="Overdue">Open and overdue at the end of the period.</param>
public sealed record OnTimeRow(string Division, int Early, int OnTime, int Late, int RePromised, int InTerm, int Waiting, int Overdue)
{
    public int Ended => Early + OnTime + Late;

    public int Open => InTerm + Overdue;
}

/// <summary>Đúng hạn, quá hạn by division: against the statutory date that no apology moves (lifecycle of the clock, O-3).</summary>
public sealed class OnTimeQuery(OfficeDbContext db)
{
    private static readonly DossierStatus[] Waiting = [DossierStatus.AwaitingSupplement, DossierStatus.AwaitingPayment];

    /// <summary>What ended from the first to the last day, and what was open when asked, as of the last day.</summary>
    public async Task<IReadOnlyList<OnTimeRow>> ReadAsync(LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var (from, to) = (first.AtMidnight(), last.PlusDays(1).AtMidnight());
        var ended = await db.Dossiers.AsNoTracking()
            .Where(dossier => dossier.FinishClass != null && dossier.FinishedAt >= from && dossier.FinishedAt < to)
            .GroupBy(dossier => dossier.DivisionKey)
            .Select(group => new
            {
                Division = group.Key,
                Early = group.Count(dossier => dossier.FinishClass == FinishClass.Early),
                OnTime = group.Count(dossier => dossier.FinishClass == FinishClass.OnTime),
                Late = group.Count(dossier => dossier.FinishClass == FinishClass.Late),
                RePromised = group.Count(dossier => dossier.RePromises > 0),
            }).ToDictionaryAsync(row => row.Division, cancel);
        var endOfLast = last.AtMidnight();
        var open = await db.Dossiers.AsNoTracking()
            .Where(dossier => dossier.Status >= DossierStatus.Accepted && dossier.Status <= DossierStatus.WithdrawalAsked && dossier.AcceptedAt != null && dossier.AcceptedAt < to)
            .GroupBy(dossier => dossier.DivisionKey)
            .Select(group => new
            {
                Division = group.Key,
                Waiting = group.Count(dossier => Waiting.Contains(dossier.Status)),
                // By date: a term that ends on the last day is still in term on it.
                Overdue = group.Count(dossier => !Waiting.Contains(dossier.Status) && dossier.StatutoryDue < endOfLast),
                All = group.Count(),
            }).ToDictionaryAsync(row => row.Division, cancel);
        return
        [
            .. ended.Keys.Union(open.Keys).Order(StringComparer.Ordinal).Select(division => (division, Ended: ended.GetValueOrDefault(division), Open: open.GetValueOrDefault(division)))
                .Select(row => new OnTimeRow(
                    row.division, row.Ended?.Early ?? 0, row.Ended?.OnTime ?? 0, row.Ended?.Late ?? 0, row.Ended?.RePromised ?? 0,
                    (row.Open?.All ?? 0) - (row.Open?.Overdue ?? 0), row.Open?.Waiting ?? 0, row.Open?.Overdue ?? 0)),
        ];
    }
}

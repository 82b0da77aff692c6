using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Lượt xong bước: the acts that ended a step, by the days on which they did; each tells since when the step had waited.</summary>
public sealed class DoneStepsQuery(OfficeDbContext db)
{
    public IQueryable<HistoryLine> Of(string[] steps, LocalDate? first, LocalDate? last)
    {
        var from = OfficeClock.StartOf(first);
        var until = OfficeClock.StartOf(last?.PlusDays(1));
        return db.History.Where(line =>
            line.StepSince != null && steps.Contains(line.StepId) && (from == null || line.At >= from) && (until == null || line.At < until)
        );
    }
}

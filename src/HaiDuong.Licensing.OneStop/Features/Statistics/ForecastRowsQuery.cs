using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>The rows of dossiers that were forecast, in the same order.</summary>
public sealed class ForecastRowsQuery(OfficeDbContext db)
{
    public async Task<IReadOnlyList<(DossierForecast Forecast, DossierRow Row)>> ReadAsync(IReadOnlyList<DossierForecast> forecasts, CancellationToken cancel)
    {
        Guid[] ids = [.. forecasts.Select(one => one.DossierId)];
        var rows = await db.DossierRows.AsNoTracking().Where(row => ids.Contains(row.DossierId)).ToDictionaryAsync(row => row.DossierId, cancel);
        return [.. forecasts.Where(one => rows.ContainsKey(one.DossierId)).Select(one => (one, rows[one.DossierId]))];
    }
}

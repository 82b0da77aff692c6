using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Fees;

/// <summary>Số biên lai kế tiếp, as a page shows it before anything is taken.</summary>
public sealed class NextReceiptQuery(ReceiptNumbers numbers, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public Task<SeriesInUse?> ReadAsync(Dossier dossier, CancellationToken cancel) =>
        numbers.OpenAsync(catalogue.Organisation.For(dossier.DivisionKey, clock.Today).Key, clock.Today, cancel);
}

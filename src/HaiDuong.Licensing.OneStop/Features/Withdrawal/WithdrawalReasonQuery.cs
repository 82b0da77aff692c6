using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Withdrawal;

/// <summary>Reads the request that a withdrawal is decided on.</summary>
public sealed class WithdrawalReasonQuery(OfficeDbContext db)
{
    public Task<HistoryLine?> LastAsync(Guid dossierId, CancellationToken cancel) =>
        db
            .History.AsNoTracking()
            .Where(line => line.DossierId == dossierId && line.Act == DossierAct.AskWithdrawal)
            .OrderByDescending(line => line.Id)
            .FirstOrDefaultAsync(cancel);
}

using HaiDuong.Licensing.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>What administrators confirmed on top of the files: of one file for its public page, of all for the administrator's.</summary>
public sealed class ConfirmedFactsQuery(OfficeDbContext db)
{
    public async Task<ConfirmedFacts> ReadAsync(string file, CancellationToken cancel) =>
        new(await db.FactConfirmations.AsNoTracking().Where(line => line.FileKey == file).ToListAsync(cancel));

    public async Task<ConfirmedFacts> ReadAllAsync(CancellationToken cancel) => new(await db.FactConfirmations.AsNoTracking().ToListAsync(cancel));
}

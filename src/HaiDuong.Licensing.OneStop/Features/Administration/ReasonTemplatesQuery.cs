using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>All wordings of reasons, by what they are for.</summary>
public sealed class ReasonTemplatesQuery(OfficeDbContext db)
{
    public async Task<IReadOnlyList<ReasonTemplate>> ReadAsync(CancellationToken cancel) =>
        [
            .. (await db.ReasonTemplates.AsNoTracking().ToListAsync(cancel))
                .OrderBy(template => template.Purpose)
                .ThenBy(template => template.ProcedureSlug)
                .ThenBy(template => template.Text, StringComparer.CurrentCulture),
        ];
}

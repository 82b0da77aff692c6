using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Xóa mẫu lý do: what was written with it stays. Refused: AdministratorOnly, ReasonTemplateGone.</summary>
public sealed class RemoveReasonTemplate(OfficeDbContext db, OncePerForm frame)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(Guid id, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(
            actor,
            async () =>
                !actor.Is(StaffRole.Administrator) ? [new Refusal(nameof(RefusalCode.AdministratorOnly))]
                : await db.ReasonTemplates.Where(template => template.Id == id).ExecuteDeleteAsync(cancel) == 1 ? []
                : [new Refusal(nameof(RefusalCode.ReasonTemplateGone))],
            cancel
        );
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Chạy ngay một công việc nền, by an administrator who does not want to wait for its hour; run twice it does no harm.</summary>
public sealed class RunJob(IJobBoard jobs, OncePerForm once)
{
    public async Task<IReadOnlyList<Refusal>> DoAsync(string id, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal(nameof(RefusalCode.AdministratorOnly))];
        return await once.DoAsync(
            actor,
            () => Task.FromResult<IReadOnlyList<Refusal>>(jobs.Run(id) ? [] : [new Refusal(nameof(RefusalCode.JobUnknown))]),
            cancel
        );
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>Xác nhận đồng hồ: an administrator says that a clock that seems to have jumped is right, and what waited for it goes on.</summary>
public sealed class ConfirmClock(ClockGuard guard, SecurityLog log)
{
    /// <summary>Gives why not; nothing when it is done.</summary>
    public async Task<IReadOnlyList<Refusal>> DoAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal(nameof(RefusalCode.AdministratorOnly))];
        await guard.ConfirmAsync(cancel);
        await log.NoteAsync(SecurityEventKind.ClockConfirmed, actor.AccountId, actor.Name, "", cancel);
        return [];
    }
}

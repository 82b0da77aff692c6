using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>How many will be tried, or why none.</summary>
public sealed record NoticesSentAgain(int Tried, IReadOnlyList<Refusal> Refusals);

/// <summary>Gửi lại thông báo: one that failed, or all that did, are tried at once.</summary>
public sealed class SendNoticesAgain(OfficeDbContext db, OncePerForm once, OutboxBell bell)
{
    public async Task<NoticesSentAgain> DoAsync(Guid? id, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return new NoticesSentAgain(0, [new Refusal(nameof(RefusalCode.AdministratorOnly))]);
        var (tried, refusals) = await once.DoAsync(actor, () => MarkAsync(id, cancel), cancel);
        bell.Ring();
        return new NoticesSentAgain(tried, refusals);
    }

    private async Task<(int, IReadOnlyList<Refusal>)> MarkAsync(Guid? id, CancellationToken cancel)
    {
        var failed = db.Notices.Where(NoticesQuery.IsFailed);
        if (id is { } one)
            failed = failed.Where(notice => notice.Id == one);
        return (
            await failed.ExecuteUpdateAsync(
                set => set.SetProperty(notice => notice.Attempts, 0).SetProperty(notice => notice.NextAttemptAt, (NodaTime.Instant?)null),
                cancel
            ),
            []
        );
    }
}

using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.Web.Features.Administration;

/// <summary>Gửi lại thông báo: one that failed, or all that did, are tried at once.</summary>
public sealed class SendNoticesAgain(OfficeDbContext db, OutboxBell bell)
{
    /// <summary>Gives how many will be tried.</summary>
    public async Task<int> DoAsync(Guid? id, CancellationToken cancel)
    {
        var failed = FailedNoticesQuery.Failed(db);
        if (id is { } one)
            failed = failed.Where(notice => notice.Id == one);
        var tried = await failed.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Attempts, 0).SetProperty(notice => notice.NextAttemptAt, (NodaTime.Instant?)null), cancel);
        bell.Ring();
        return tried;
    }
}

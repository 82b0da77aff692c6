using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>A notice that could not be sent so far; it is tried again at <see cref="NextAttemptAt"/>, or no more when that is null.</summary>
public sealed record FailedNotice(
    Guid Id,
    NoticeKind Kind,
    Guid? DossierId,
    string? Code,
    string? To,
    string? Agency,
    Instant OwedAt,
    int Attempts,
    Instant? NextAttemptAt,
    string? Error
);

/// <summary>The notices that failed and are still owed, the oldest first, a page at a time.</summary>
public sealed class FailedNoticesQuery(OfficeDbContext db, OfficeClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    public async Task<IReadOnlyList<FailedNotice>> ReadAsync(Guid? after, CancellationToken cancel)
    {
        var failed = Failed(db);
        // Ids are made in the order of time.
        if (after is { } last)
            failed = failed.Where(notice => notice.Id > last);
        var rows = await (
            from notice in failed.AsNoTracking().OrderBy(notice => notice.Id).Take(Size)
            join dossier in db.Dossiers on notice.DossierId equals dossier.Id into dossiers
            from dossier in dossiers.DefaultIfEmpty()
            join account in db.Users on notice.AccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby notice.Id
            select new
            {
                Notice = notice,
                dossier.Code,
                Hidden = (bool?)dossier.HidesApplicant,
                Account = account.DisplayName,
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new FailedNotice(
                row.Notice.Id,
                row.Notice.Kind,
                row.Notice.DossierId,
                row.Code ?? (row.Notice.DossierId is null ? null : HiddenApplicant.NoCode),
                row.Notice.IsForApplicant && row.Hidden == true ? HiddenApplicant.Shown : row.Notice.Email ?? row.Notice.Phone ?? row.Account,
                row.Notice.Unit,
                row.Notice.OwedAt,
                row.Notice.Attempts,
                row.Notice.Unit is not null || row.Notice.Attempts == 0 || row.Notice.OwedAt > clock.Now - Notice.MostAge ? row.Notice.NextAttemptAt : null,
                row.Notice.LastError
            )),
        ];
    }

    internal static IQueryable<Notice> Failed(OfficeDbContext db) => db.Notices.Where(notice => notice.SentAt == null && notice.LastError != null);
}

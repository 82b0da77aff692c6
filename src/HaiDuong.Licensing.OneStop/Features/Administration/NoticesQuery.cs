using System.Linq.Expressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Tình trạng gửi của thông báo.</summary>
public enum NoticeState
{
    /// <summary>Chưa gửi được: tried at least once, and owed still.</summary>
    Failed,

    /// <summary>Chờ gửi.</summary>
    Waiting,

    /// <summary>Đã gửi.</summary>
    Sent,
}

/// <summary>What of the notices is looked for; null means all.</summary>
/// <param name="State">Whether it was sent.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Code">The whole code or reference of the dossier that it is about.</param>
/// <param name="To">Whose: a whole e-mail address, telephone number or user name.</param>
/// <param name="From">Owed from this moment on.</param>
/// <param name="Until">Owed before this moment.</param>
public sealed record NoticeFilter(NoticeState? State, NoticeKind? Kind, TypedCode? Code, string? To, Instant? From, Instant? Until);

/// <summary>A notice as its log shows it. One that failed is tried again at <see cref="NextAttemptAt"/>, or no more when that is null.</summary>
public sealed record NoticeRow(
    Guid Id,
    NoticeKind Kind,
    Guid? DossierId,
    string? Code,
    string? To,
    string? Agency,
    Instant OwedAt,
    Instant? SentAt,
    int Attempts,
    Instant? NextAttemptAt,
    string? Error
)
{
    public NoticeState State =>
        SentAt is not null ? NoticeState.Sent
        : Error is not null ? NoticeState.Failed
        : NoticeState.Waiting;
}

/// <summary>Nhật ký thông báo: what the office told whom, the newest first, a page at a time.</summary>
public sealed class NoticesQuery(OfficeDbContext db, OfficeClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    public async Task<IReadOnlyList<NoticeRow>> ReadAsync(NoticeFilter filter, Guid? before, CancellationToken cancel)
    {
        var wanted = await OfAsync(filter, cancel);
        if (before is { } id && await db.Notices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == id, cancel) is { } last)
            wanted = wanted.Where(notice => notice.OwedAt <= last.OwedAt && (notice.OwedAt < last.OwedAt || notice.Id < last.Id));
        var rows = await (
            from notice in wanted.AsNoTracking().OrderByDescending(notice => notice.OwedAt).ThenByDescending(notice => notice.Id).Take(Size)
            join dossier in db.Dossiers on notice.DossierId equals dossier.Id into dossiers
            from dossier in dossiers.DefaultIfEmpty()
            join account in db.Users on notice.AccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby notice.OwedAt descending, notice.Id descending
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
            .. rows.Select(row => new NoticeRow(
                row.Notice.Id,
                row.Notice.Kind,
                row.Notice.DossierId,
                row.Code ?? (row.Notice.DossierId is null ? null : HiddenApplicant.NoCode),
                row.Notice.IsForApplicant && row.Hidden == true ? HiddenApplicant.Shown : row.Notice.Email ?? row.Notice.Phone ?? row.Account,
                row.Notice.Unit,
                row.Notice.OwedAt,
                row.Notice.SentAt,
                row.Notice.Attempts,
                row.Notice.Unit is not null || row.Notice.Attempts == 0 || row.Notice.OwedAt > clock.Now - Notice.MostAge ? row.Notice.NextAttemptAt : null,
                row.Notice.LastError
            )),
        ];
    }

    internal static Expression<Func<Notice, bool>> IsFailed { get; } = notice => notice.SentAt == null && notice.LastError != null;

    private async Task<IQueryable<Notice>> OfAsync(NoticeFilter filter, CancellationToken cancel)
    {
        var notices = filter.To is { Length: > 0 } to ? await ToAsync(to, cancel) : db.Notices;
        notices = filter.State switch
        {
            NoticeState.Failed => notices.Where(IsFailed),
            NoticeState.Waiting => notices.Where(notice => notice.SentAt == null && notice.LastError == null),
            NoticeState.Sent => notices.Where(notice => notice.SentAt != null),
            _ => notices,
        };
        if (filter.Kind is { } kind)
            notices = notices.Where(notice => notice.Kind == kind);
        if (filter.Code is { } code)
        {
            var meant = db.DossiersOf(code).Select(dossier => (Guid?)dossier.Id);
            notices = notices.Where(notice => meant.Contains(notice.DossierId));
        }

        if (filter.From is { } from)
            notices = notices.Where(notice => notice.OwedAt >= from);
        return filter.Until is { } until ? notices.Where(notice => notice.OwedAt < until) : notices;
    }

    /// <summary>Those for one account, address or number; whoever asks by the address of a sender who is kept secret finds nothing.</summary>
    private async Task<IQueryable<Notice>> ToAsync(string to, CancellationToken cancel)
    {
        var (name, mail, phone) = (to.ToUpperInvariant(), TypedEmail.Read(to), TypedPhone.Read(to));
        if (await db.Users.Where(one => one.NormalizedUserName == name).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancel) is { } account)
            return db.Notices.Where(notice => notice.AccountId == account);
        return db
            .Notices.FromSql(
                // Each by its own index: one condition with OR would be looked for along the newest.
                $"""
                SELECT * FROM notices WHERE id IN (
                    SELECT id FROM notices WHERE lower(email) = lower({mail}) UNION ALL SELECT id FROM notices WHERE phone = {phone})
                """
            )
            .Where(notice => !db.Dossiers.IgnoreQueryFilters().Any(dossier => dossier.Id == notice.DossierId && dossier.HidesApplicant));
    }
}

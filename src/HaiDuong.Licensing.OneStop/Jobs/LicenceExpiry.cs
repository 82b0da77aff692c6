using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>
/// Giấy phép sắp hết hạn: tells the holder and the head of the division so many days before the last day of a licence, of an old one from an import too.
/// Each warning is owed once, and none for a licence that was revoked or has another last day by now; one that was missed while the program was down is
/// made up for, unless the next is due already. What ended before today is not warned of.
/// </summary>
public sealed class LicenceExpiry(OfficeDbContext db, StaffDirectory staff, OwedNotices notices, OfficeOptions options, OfficeClock clock)
{
    private const int Batch = 200;

    private readonly IReadOnlyList<int> warnings = options.LicenceWarningDays is { Count: > 0 } days ? days : [60, 30];

    /// <summary>Gives how many notices are newly owed.</summary>
    public async Task<int> WarnAsync(CancellationToken cancel)
    {
        var owed = 0;
        var (first, last) = (clock.Today, clock.Today.PlusDays(warnings.Max()));
        await foreach (var dossier in InBatchesAsync(after => EndingAsync(first, last, after, cancel), dossier => dossier.Id))
        {
            var decision = dossier.Decision!;
            owed += await WarnAsync(
                dossier.DivisionKey,
                dossier.Applicant.Email,
                decision.Number ?? "",
                decision.ValidTo!.Value,
                (occasion, to, facts) => notices.OweAsync(dossier, NoticeKind.LicenceExpiring, occasion, to, facts, cancel),
                cancel
            );
        }

        await foreach (var licence in InBatchesAsync(after => EndingOldOnesAsync(first, last, after, cancel), licence => licence.Id))
        {
            owed += await WarnAsync(
                licence.DivisionKey,
                licence.Holder.Email,
                licence.Number,
                licence.ValidTo!.Value,
                (occasion, to, facts) => notices.OweAsync(licence, NoticeKind.LicenceExpiring, occasion, to, facts, cancel),
                cancel
            );
        }

        return owed;
    }

    /// <summary>One after the other, however many there are; each batch begins after the last of the one before.</summary>
    private static async IAsyncEnumerable<T> InBatchesAsync<T>(Func<Guid, Task<List<T>>> nextAsync, Func<T, Guid> idOf)
    {
        var after = Guid.Empty;
        while (await nextAsync(after) is { Count: > 0 } batch)
        {
            foreach (var one in batch)
                yield return one;
            after = idOf(batch[^1]);
        }
    }

    private Task<List<Dossier>> EndingAsync(LocalDate from, LocalDate to, Guid after, CancellationToken cancel)
    {
        var (first, last) = (LocalDatePattern.Iso.Format(from), LocalDatePattern.Iso.Format(to));
        return db
            .Dossiers.FromSql(
                $"""
                SELECT * FROM dossiers WHERE decision ->> 'validTo' BETWEEN {first} AND {last}
                    AND NOT EXISTS (SELECT FROM licence_events AS line JOIN licences ON licences.id = line.licence_id
                        WHERE line.dossier_id = dossiers.id AND (licences.revoked_on IS NOT NULL OR licences.valid_to::text IS DISTINCT
                            FROM decision ->> 'validTo'
                            OR line.id < (SELECT max(id) FROM licence_events AS later WHERE later.licence_id = licences.id
                                AND later.dossier_id IS DISTINCT FROM dossiers.id)))
                    AND id > {after} ORDER BY id LIMIT {Batch}
                """
            )
            .AsNoTracking()
            .ToListAsync(cancel);
    }

    /// <summary>Licences whose last paper is of no dossier that set their last day: from an import, or changed since by a paper that leaves the day.</summary>
    private Task<List<Licence>> EndingOldOnesAsync(LocalDate from, LocalDate to, Guid after, CancellationToken cancel) =>
        db
            .Licences.FromSql(
                $"""
                SELECT * FROM licences WHERE valid_to BETWEEN {from} AND {to} AND revoked_on IS NULL
                    AND NOT EXISTS (SELECT FROM licence_events AS line JOIN dossiers ON dossiers.id = line.dossier_id
                        WHERE line.licence_id = licences.id AND dossiers.decision ->> 'validTo' = licences.valid_to::text
                            AND line.id = (SELECT max(id) FROM licence_events AS last WHERE last.licence_id = licences.id))
                    AND id > {after} ORDER BY id LIMIT {Batch}
                """
            )
            .AsNoTracking()
            .ToListAsync(cancel);

    private async Task<int> WarnAsync(
        string division,
        string? holderEmail,
        string number,
        LocalDate validTo,
        Func<string, Addressee, IReadOnlyDictionary<string, string>, Task<int>> oweAsync,
        CancellationToken cancel
    )
    {
        var left = Period.DaysBetween(clock.Today, validTo);
        var warning = warnings.Where(days => days >= left).Min();
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = number, ["due"] = VietnameseDate.Print(validTo) };
        var heads = await staff.PresentAsync(StaffRole.DivisionHead, division, cancel);
        var told = heads.Select(head => new Addressee(AccountId: head.AccountId)).ToList();
        if (holderEmail is { Length: > 0 } email)
            told.Add(new Addressee(Email: email));
        var owed = 0;
        foreach (var addressee in told)
            owed += await oweAsync(string.Create(CultureInfo.InvariantCulture, $"{validTo:uuuu-MM-dd}/{warning}"), addressee, facts);
        return owed;
    }
}

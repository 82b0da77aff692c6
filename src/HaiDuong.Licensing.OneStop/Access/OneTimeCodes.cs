using System.Globalization;
using System.Security.Cryptography;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Mã dùng một lần: six digits sent to the mail address and the telephone that a dossier declares, which open it to whoever may only look.
/// Kept as a hash, good for ten minutes and five tries, once; at most one a minute and five a day for a dossier. What happens is the same to
/// see whether there is somewhere to send it or not.
/// </summary>
public sealed class OneTimeCodes(OfficeDbContext db, Rulebooks rulebooks, OneTimeCodeSeal seal, OfficeClock clock, OutboxBell bell)
{
    public const int MostTries = 5;
    public const int MostADay = 5;
    private static readonly Duration Lifetime = Duration.FromMinutes(10);
    private static readonly Duration Pause = Duration.FromMinutes(1);
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly PasswordHasher<Dossier> Hasher = new();

    /// <summary>Owes a new code to whatever the dossier declares; one that was sent before is good no more.</summary>
    public async Task SendAsync(Guid dossierId, CancellationToken cancel)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(found => found.Id == dossierId, cancel);
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await KeepAsync(dossier, code, cancel))
            return;
        var facts = FactsOf(dossier, code);
        if (dossier.Applicant.Email is { Length: > 0 } email)
            db.Notices.Add(NoticeTo(dossier, email, null, facts));
        if (dossier.Applicant.Phone is { Length: > 0 } phone && TypedPhone.TakesMessages(phone))
            db.Notices.Add(NoticeTo(dossier, null, phone, facts));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
    }

    /// <summary>True once for the code that was sent last; every try counts.</summary>
    public async Task<bool> RedeemAsync(Guid dossierId, string? typed, CancellationToken cancel)
    {
        var now = clock.Now;
        var kept = await db
            .Database.SqlQuery<string>(
                $"""
                UPDATE one_time_codes SET tries = tries + 1
                WHERE dossier_id = {dossierId} AND tries < {MostTries} AND expires_at > {now}
                RETURNING hash AS "Value"
                """
            )
            .ToListAsync(cancel);
        var digits = string.Concat((typed ?? "").Where(char.IsDigit).Take(7).Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit)));
        if (kept.Count == 0 || Hasher.VerifyHashedPassword(null!, kept[0], digits) == PasswordVerificationResult.Failed)
            return false;
        return await db.Database.ExecuteSqlAsync(
                $"UPDATE one_time_codes SET expires_at = {now} WHERE dossier_id = {dossierId} AND hash = {kept[0]} AND expires_at > {now}",
                cancel
            ) == 1;
    }

    /// <summary>False when the dossier has had a code a moment ago, or all of its day.</summary>
    private async Task<bool> KeepAsync(Dossier dossier, string code, CancellationToken cancel)
    {
        var now = clock.Now;
        var hash = Hasher.HashPassword(dossier, code);
        return await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO one_time_codes AS kept (dossier_id, hash, sent_at, expires_at, tries, day_began, sent_that_day)
                VALUES ({dossier.Id}, {hash}, {now}, {now + Lifetime}, 0, {now}, 1)
                ON CONFLICT (dossier_id) DO UPDATE SET
                    hash = excluded.hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0,
                    day_began = CASE WHEN kept.day_began <= {now - Day} THEN excluded.day_began ELSE kept.day_began END,
                    sent_that_day = CASE WHEN kept.day_began <= {now - Day} THEN 1 ELSE kept.sent_that_day + 1 END
                WHERE kept.sent_at <= {now - Pause} AND (kept.day_began <= {now - Day} OR kept.sent_that_day < {MostADay})
                """,
                cancel
            ) == 1;
    }

    private Dictionary<string, string> FactsOf(Dossier dossier, string code) =>
        new(StringComparer.Ordinal)
        {
            ["code"] = dossier.Code ?? dossier.Reference,
            ["reference"] = dossier.Reference,
            ["procedure"] = rulebooks.For(dossier).Procedure.Name,
            ["applicant"] = dossier.Applicant.Name,
            ["office"] = rulebooks.Catalogue.Organisation.For(dossier.DivisionKey, clock.Today).Name,
            ["until"] = VietnameseDate.Print(OfficeClock.ToLocal(clock.Now + Lifetime)),
            [OneTimeCodeSeal.Fact] = seal.Seal(code),
        };

    private Notice NoticeTo(Dossier dossier, string? email, string? phone, Dictionary<string, string> facts)
    {
        var id = Guid.CreateVersion7();
        return new Notice
        {
            Id = id,
            Key = $"{dossier.Id:N}/{NoticeKind.OneTimeCode}/{id:N}",
            DossierId = dossier.Id,
            Kind = NoticeKind.OneTimeCode,
            Email = email,
            Phone = phone,
            Facts = facts,
            OwedAt = clock.Now,
        };
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>A question that was sent by a link: of which dossier, to whom, and when its link was opened for the first time.</summary>
public sealed record KeptLink(Guid DossierId, Guid OpinionId, string Body, string Email, Instant? FirstOpenedAt);

/// <summary>
/// Liên kết trả lời ý kiến: 256 bits that nobody can guess stand in the address of the page; kept is their hash alone. Whether a link still opens anything is
/// said by its dossier.
/// </summary>
public sealed class OpinionLinks(OfficeDbContext db, OfficeClock clock)
{
    public const string Folder = "/lay-y-kien/";
    private const int Bytes = 32;
    private const int Letters = 43;
    private const int MostOffered = 20;

    /// <summary>Openings within so long are one.</summary>
    private static readonly Duration Visit = Duration.FromMinutes(10);

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Keeps the link of a question in the transaction of the act that asks it.</summary>
    public Task KeepAsync(string secret, Dossier dossier, Opinion opinion, string body, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO opinion_links (hash, dossier_id, opinion_id, division_key, body, email, made_at)
            VALUES ({HashOf(secret)}, {dossier.Id}, {opinion.Id}, {dossier.DivisionKey}, {body}, {opinion.Link!.Email}, {clock.Now})
            """,
            cancel
        );

    /// <summary>Null for what is no link of this office.</summary>
    public async Task<KeptLink?> FindAsync(string? secret, CancellationToken cancel)
    {
        if (secret is not { Length: Letters })
            return null;
        var hash = HashOf(secret);
        return await db
            .Database.SqlQuery<KeptLink>($"SELECT dossier_id, opinion_id, body, email, first_opened_at FROM opinion_links WHERE hash = {hash}")
            .SingleOrDefaultAsync(cancel);
    }

    /// <summary>True when this opening begins a visit, which the security log notes.</summary>
    public async Task<bool> OpenedAsync(string secret, CancellationToken cancel)
    {
        var (hash, now) = (HashOf(secret), clock.Now);
        return await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE opinion_links SET first_opened_at = COALESCE(first_opened_at, {now}), last_opened_at = {now}
                WHERE hash = {hash} AND (last_opened_at IS NULL OR last_opened_at < {now - Visit})
                """,
                cancel
            ) == 1;
    }

    /// <summary>The links of a dossier.</summary>
    public Task<List<KeptLink>> OfDossierAsync(Guid dossierId, CancellationToken cancel) =>
        db
            .Database.SqlQuery<KeptLink>($"SELECT dossier_id, opinion_id, body, email, first_opened_at FROM opinion_links WHERE dossier_id = {dossierId}")
            .ToListAsync(cancel);

    /// <summary>The bodies that a division has sent links to, the last first, each address once.</summary>
    public Task<List<KeptLink>> KnownToAsync(string division, CancellationToken cancel) =>
        db
            .Database.SqlQuery<KeptLink>(
                $"""
                SELECT dossier_id, opinion_id, body, email, first_opened_at FROM (
                    SELECT DISTINCT ON (lower(body), lower(email)) * FROM opinion_links WHERE division_key = {division}
                    ORDER BY lower(body), lower(email), made_at DESC) AS known
                ORDER BY made_at DESC LIMIT {MostOffered}
                """
            )
            .ToListAsync(cancel);

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>Old dossiers found, newest first; <see cref="Next"/> is where the next page begins.</summary>
public sealed record PastDossierPage(IReadOnlyList<PastDossier> Found, PastDossier? Next);

/// <summary>
/// Tìm hồ sơ cũ đã nhập: by code, number of the result, identity number or name without marks; only those of the divisions that the person may read.
/// </summary>
public sealed class PastDossierSearchQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private const int Size = 30;
    private const int ShortestName = 2;

    /// <param name="text">What is looked for.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="after">The last of the page before.</param>
    /// <param name="cancel">Breaks it off.</param>
    public async Task<PastDossierPage> ReadAsync(string text, Actor actor, Guid? after, CancellationToken cancel)
    {
        var wanted = text.Trim();
        if (wanted.Length < ShortestName)
            return new PastDossierPage([], null);
        string[] numbers = [.. TypedIdentity.Possible(wanted)];
        var last = after is { } id ? await db.PastDossiers.AsNoTracking().SingleOrDefaultAsync(dossier => dossier.Id == id, cancel) : null;
        var (day, before) = (last?.ReceivedOn ?? new NodaTime.LocalDate(9999, 12, 31), last?.Id ?? Guid.AllBitsSet);
        var (everything, divisions) = SearchScope.Of(actor, catalogue.Organisation, clock.Today);
        var found = await db
            .PastDossiers.FromSql(
                $"""
                SELECT * FROM past_dossiers
                WHERE (received_on, id) < ({day}, {before})
                  AND (name_fold LIKE ANY (fold({LikePattern.Holding(wanted)})) OR code_key LIKE {LikePattern.BeginningWith(PastDossier.KeyOf(wanted))}
                       OR applicant_identity = ANY ({numbers}) OR result_number = {wanted})
                  AND ({everything} OR division_key = ANY ({divisions}))
                """
            )
            .AsNoTracking()
            .OrderByDescending(dossier => dossier.ReceivedOn)
            .ThenByDescending(dossier => dossier.Id)
            .Take(Size + 1)
            .ToListAsync(cancel);
        return new PastDossierPage([.. found.Take(Size)], found.Count > Size ? found[Size - 1] : null);
    }
}

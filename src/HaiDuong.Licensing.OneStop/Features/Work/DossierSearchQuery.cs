using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Work;

/// <summary>Dossiers found, newest first; <see cref="Next"/> is where the next page begins.</summary>
public sealed record SearchPage(IReadOnlyList<Dossier> Found, Guid? Next);

/// <summary>
/// Tìm hồ sơ: by code or its end, reference, the number of a document in the books, identity number or the applicant's name without marks; only dossiers that
/// the person may read.
/// </summary>
public sealed class DossierSearchQuery(OfficeDbContext db, ProcedureCatalogue catalogue, OfficeClock clock)
{
    private const int Size = 30;
    private const int ShortestName = 2;

    /// <summary>Of the beginning or the end of a code: the serial of a day has four digits.</summary>
    private const int ShortestCode = 3;

    /// <summary>The dossier with this code or reference, if the person may read it.</summary>
    public async Task<Guid?> ByCodeAsync(string code, Actor actor, CancellationToken cancel)
    {
        var found = await db.DossiersOf(TypedCode.Read(code)).AsNoTracking().Include(dossier => dossier.Work).SingleOrDefaultAsync(cancel);
        return found is not null && MayRead(actor, found) ? found.Id : null;
    }

    public async Task<SearchPage> ReadAsync(string text, Actor actor, Guid? after, CancellationToken cancel)
    {
        var wanted = text.Trim();
        if (wanted.Length < ShortestName)
            return new SearchPage([], null);
        var before = after ?? Guid.AllBitsSet;
        var pattern = LikePattern.Holding(wanted);
        var code = TypedCode.Read(wanted);
        string[] numbers = [.. TypedIdentity.Possible(wanted)];
        var (start, tail) =
            code.Key.Length >= ShortestCode ? (LikePattern.BeginningWith(code.Key), LikePattern.BeginningWith(string.Concat(code.Key.Reverse()))) : ("", "");
        var (everything, divisions) = SearchScope.Of(actor, catalogue.Organisation, clock.Today);
        var found = await db
            .Dossiers.FromSql(
                $"""
                SELECT * FROM dossiers
                WHERE id < {before} AND status <> 0
                  AND (name_fold LIKE fold({pattern}) OR code_key(code) LIKE {start} OR reverse(code_key(code)) LIKE {tail}
                      OR reference = {code.Printed ?? ""} OR applicant_identity = ANY ({numbers})
                      OR id = ANY (ARRAY (SELECT dossier_id FROM numbered_documents WHERE number_key_of(number) = {LicenceNumber.Key(wanted)})))
                  AND ({everything} OR division_key = ANY ({divisions}))
                """
            )
            .AsNoTracking()
            .Include(dossier => dossier.Work)
            .OrderByDescending(dossier => dossier.Id)
            .Take(Size + 1)
            .ToListAsync(cancel);
        // The statement only narrows; the access table has the last word.
        List<Dossier> readable =
        [
            .. found
                .Take(Size)
                .Where(dossier =>
                    AccessTable.MayFind(actor, dossier, catalogue.Organisation, clock.Today)
                    && AccessTable.MaySeeApplicant(actor, dossier, catalogue.Organisation, clock.Today)
                ),
        ];
        return new SearchPage(readable, found.Count > Size ? found[Size - 1].Id : null);
    }

    private bool MayRead(Actor actor, Dossier dossier) => AccessTable.MayRead(actor, dossier, catalogue.Organisation, clock.Today);
}

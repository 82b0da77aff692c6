using System.Text.Json;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Licences;

/// <summary>What everybody reads of a licence; the holder is null where it is not public. Of one that is for one occasion also the last day of that.</summary>
public sealed record PublicLicenceRow(
    string Kind,
    string Number,
    string? Holder,
    LocalDate IssuedOn,
    LocalDate ValidFrom,
    LocalDate? ValidTo,
    LocalDate? RevokedOn,
    LocalDate? LastDay
)
{
    public LicenceState StateOn(LocalDate day) => Licence.StateOn(day, ValidFrom, ValidTo, RevokedOn);
}

/// <summary>
/// Tra cứu giấy phép for everybody: by the number that a paper carries, with or without the end of its symbol, or by the holder's name where that is public.
/// </summary>
public sealed class PublicLicencesQuery(OfficeDbContext db, LicencePublicity publicity)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<PublicLicenceRow>> ReadAsync(string wanted, CancellationToken cancel)
    {
        var key = LicenceNumber.Key(wanted);
        var number = key.Length == 0 ? "-" : LikePattern.BeginningWith(key);
        var names = LikePattern.Holding(wanted);
        var lastDays = JsonSerializer.Serialize(
            publicity.Occasions.Where(occasion => occasion.LastDay is not null).ToDictionary(occasion => occasion.Kind, occasion => occasion.LastDay)
        );
        var (person, organisation) = (publicity.Person, publicity.Organisation);
        return await db
            .Database.SqlQuery<PublicLicenceRow>(
                $"""
                SELECT l.kind, l.number, CASE WHEN {person.ShowsHolder} AND p.is_person OR {organisation.ShowsHolder}
                    AND NOT p.is_person THEN l.holder ->> 'name' END AS holder,
                    l.issued_on, l.valid_from, l.valid_to, l.revoked_on,
                    (SELECT to_date(told.day, 'YYYY-MM-DD') FROM (SELECT d.form ->> ({lastDays}::jsonb ->> l.kind) AS day
                        FROM dossiers AS d WHERE d.id = l.dossier_id) AS told
                     WHERE told.day ~ '^\d\d\d\d-\d\d-\d\d$') AS last_day
                FROM licences AS l CROSS JOIN LATERAL (SELECT l.holder ->> 'kind' IN ('Individual', 'ForeignIndividual') AS is_person) AS p
                WHERE l.id IN (SELECT licence_id FROM licence_events
                        WHERE number_key LIKE {number} AND substr(number_key, {key.Length + 1}, 1) !~ '[0-9]' AND kind <> 'Revoked')
                   OR (l.holder_fold LIKE ANY (fold({names})) AND ({person.FoundByName} AND p.is_person OR {organisation.FoundByName} AND NOT p.is_person))
                ORDER BY l.issued_on DESC, l.id DESC LIMIT {Most}
                """
            )
            .ToListAsync(cancel);
    }
}

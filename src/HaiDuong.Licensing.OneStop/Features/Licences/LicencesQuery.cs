using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Licences;

/// <summary>What is looked for in the register.</summary>
/// <param name="Text">A number, or the holder, subject or place, marks left out.</param>
/// <param name="Kinds">The procedures that give it; null is all.</param>
/// <param name="State">The state on the day; null is any.</param>
/// <param name="Day">As it stood on this day.</param>
/// <param name="EndsWithin">In force and ending within so many days after the day.</param>
public sealed record LicenceFilter(string? Text, IReadOnlyList<string>? Kinds, LicenceState? State, LocalDate Day, int? EndsWithin = null);

/// <summary>A licence as it stood on a day; the place in the register is that of its newest paper.</summary>
public sealed record LicenceRow(
    Guid Id,
    string Kind,
    string Number,
    string Holder,
    string Subject,
    string Place,
    LocalDate IssuedOn,
    LocalDate ValidFrom,
    LocalDate? ValidTo,
    LocalDate? RevokedOn,
    LocalDate RegisterDay
)
{
    public LicenceState StateOn(LocalDate day) => Licence.StateOn(day, ValidFrom, ValidTo, RevokedOn);
}

/// <summary>Where a page of the register begins.</summary>
public sealed record LicencePlace(LocalDate RegisterDay, Guid Id);

/// <summary>Sổ giấy phép: who held what on a day, newest first. What it said that day stands in the last event until then.</summary>
public sealed class LicencesQuery(OfficeDbContext db)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    public async Task<IReadOnlyList<LicenceRow>> ReadAsync(LicenceFilter filter, LicencePlace? after, int most, CancellationToken cancel)
    {
        var day = filter.Day;
        var anything = string.IsNullOrWhiteSpace(filter.Text);
        var words = LikePattern.Holding(filter.Text);
        var key = LicenceNumber.Key(filter.Text);
        var number = key.Length == 0 ? "-" : LikePattern.BeginningWith(key);
        var (date, id) = after is { } last ? (last.RegisterDay, last.Id) : (new LocalDate(9999, 12, 31), Guid.AllBitsSet);
        var state = filter.State is { } wanted ? wanted.ToString() : "";
        var end = filter.EndsWithin is { } days ? day.PlusDays(days) : new LocalDate(9999, 12, 31);
        var kinds = filter.Kinds?.ToArray();
        return await db
            .Database.SqlQuery<LicenceRow>(
                $"""
                SELECT l.id, l.kind, coalesce(nullif(e.licence_number, ''), l.number) AS number, e.holder ->> 'name' AS holder, e.subject, e.place,
                    coalesce((SELECT max(paper.on_day) FROM licence_events AS paper
                     WHERE paper.licence_id = l.id AND paper.on_day <= {day} AND paper.kind <> 'Revoked'
                         AND paper.number = e.licence_number), l.issued_on) AS issued_on,
                    e.valid_from, e.valid_to, l.revoked_on, l.issued_on AS register_day
                FROM licences AS l CROSS JOIN LATERAL
                    (SELECT * FROM licence_events WHERE licence_id = l.id AND on_day <= {day} ORDER BY id DESC LIMIT 1) AS e
                WHERE (l.issued_on, l.id) < ({date}, {id})
                  AND ({anything} OR (
                      l.id IN (SELECT licence_id FROM licence_events WHERE about_fold LIKE ANY (fold({words})) UNION SELECT licence_id
                          FROM licence_events WHERE number_key LIKE {number})
                      AND (e.about_fold LIKE ANY (fold({words}))
                          OR EXISTS (SELECT FROM licence_events AS paper WHERE paper.licence_id = l.id AND paper.on_day <= {day}
                              AND paper.number_key LIKE {number}))))
                  AND ({kinds}::text[] IS NULL OR l.kind = ANY ({kinds}))
                  AND ({filter.EndsWithin}::integer IS NULL OR (e.valid_to BETWEEN {day} AND {end} AND (l.revoked_on IS NULL OR l.revoked_on > {day})))
                  AND ({state} = '' OR {state} = CASE
                      WHEN l.revoked_on <= {day} THEN 'Revoked' WHEN e.valid_to < {day} THEN 'Expired'
                          WHEN e.valid_from > {day} THEN 'NotYet' ELSE 'InForce' END)
                ORDER BY l.issued_on DESC, l.id DESC LIMIT {most}
                """
            )
            .ToListAsync(cancel);
    }

    public Task<Licence?> FindAsync(Guid id, CancellationToken cancel) =>
        db.Licences.AsNoTracking().Include(licence => licence.Events.OrderBy(line => line.Id)).SingleOrDefaultAsync(licence => licence.Id == id, cancel);
}

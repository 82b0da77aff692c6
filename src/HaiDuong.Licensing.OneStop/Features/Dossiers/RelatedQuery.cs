using System.Linq.Expressions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Storage.Mappings;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

/// <summary>A place that stands where the dossier asks for one, and whether the dossier that approved it opens to the reader.</summary>
public sealed record PlaceThere(Neighbour Neighbour, bool OpensDossier);

/// <summary>
/// Hồ sơ, giấy phép liên quan: of the same thing or place, the others of the applicant, what stands at the place, and the licences (null for whoever has no
/// register). <see cref="HasMore"/> is true when the applicant has more than are shown.
/// </summary>
public sealed record Related(
    IReadOnlyList<DossierRow> OfMatter,
    IReadOnlyList<DossierRow> OfApplicant,
    IReadOnlyList<PlaceThere> Places,
    IReadOnlyList<Licence>? Licences,
    bool HasMore
)
{
    public int Count => OfMatter.Count + OfApplicant.Count + Places.Count + (Licences?.Count ?? 0);
}

/// <summary>What else the office has of an applicant and of a place, as far as the reader finds it; what hides its sender has none and is none.</summary>
public sealed class RelatedQuery(OfficeDbContext db, ReadableRowsQuery readable, PlaceStore places, ProvinceMap map)
{
    private const int Most = 10;

    /// <summary>Nearer than this is the same place, as precisely as positions are written.</summary>
    private const int Metres = 50;

    public async Task<Related?> ReadAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        if (dossier.HidesApplicant)
            return null;
        var (id, number, matters) = (dossier.Id, dossier.Applicant.IdentityNumber, dossier.Matters);
        var others = readable.Of(act.Actor).AsNoTracking().Where(row => row.DossierId != id && !row.HidesApplicant).OrderByDescending(row => row.DossierId);
        var ofMatter = matters.Length == 0 ? [] : await others.Where(row => row.Matters.Any(matter => matters.Contains(matter))).Take(Most).ToListAsync(cancel);
        Guid[] shown = [.. ofMatter.Select(row => row.DossierId)];
        var ofApplicant =
            number.Length == 0
                ? []
                : await others.Where(row => row.ApplicantIdentity == number && !shown.Contains(row.DossierId)).Take(Most + 1).ToListAsync(cancel);
        return new Related(
            ofMatter,
            [.. ofApplicant.Take(Most)],
            await PlacesAsync(dossier, act, cancel),
            new ForRegisterReadersAttribute().Admits(act.Actor) ? await LicencesAsync(number, [id, .. shown], cancel) : null,
            ofApplicant.Count > Most
        );
    }

    /// <summary>Those that the applicant holds, and those given to the dossiers about the same thing; in force or not, the newest first.</summary>
    private async Task<IReadOnlyList<Licence>> LicencesAsync(string holder, Guid[] dossiers, CancellationToken cancel)
    {
        var held = First(licence => holder != "" && EF.Property<string>(licence, LicenceMapping.HolderIdentity) == holder);
        var given = First(licence => licence.DossierId != null && dossiers.Contains(licence.DossierId.Value));
        var found = await held.Concat(given).ToListAsync(cancel);
        return [.. found.DistinctBy(licence => licence.Id).OrderByDescending(licence => licence.IssuedOn).ThenByDescending(licence => licence.Id).Take(Most)];
    }

    private IQueryable<Licence> First(Expression<Func<Licence, bool>> which) =>
        db.Licences.AsNoTracking().Where(which).OrderByDescending(licence => licence.IssuedOn).ThenByDescending(licence => licence.Id).Take(Most);

    private async Task<IReadOnlyList<PlaceThere>> PlacesAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var found = new List<Neighbour>();
        foreach (var asked in (act.Rules.Procedure.Places?.Asked(dossier, act.Rules.Procedure, map, act.Now) ?? []).Take(Most))
            found.AddRange(await places.NearAsync(asked.Position, Metres, cancel));
        var there = found.Where(near => near.Place.DossierId != dossier.Id).DistinctBy(near => near.Place.Id).Take(Most).ToList();
        var opening = await readable.OpeningAsync(act.Actor, there.Select(near => near.Place.DossierId), cancel);
        return [.. there.Select(near => new PlaceThere(near, near.Place.DossierId is { } other && opening.Contains(other)))];
    }
}

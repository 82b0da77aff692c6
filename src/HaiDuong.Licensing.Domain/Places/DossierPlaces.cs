using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Places;

/// <summary>The places of a dossier (địa điểm trong hồ sơ) by the <see cref="PlaceRule"/> of its procedure.</summary>
public static class DossierPlaces
{
    /// <summary>Every place that a form asks for and that has a position, approved or not.</summary>
    public static IReadOnlyList<Place> Asked(this PlaceRule rule, Dossier dossier, Procedure procedure, ProvinceMap map, Instant now) =>
        [.. rule.RowsOf(dossier.Form).Select(row => PlaceOf(rule, row, dossier, procedure, map, now)).OfType<Place>()];

    /// <summary>The places that an issued decision approves, each once however often the form names it; none when it refuses.</summary>
    public static IReadOnlyList<Place> Approved(this PlaceRule rule, Dossier dossier, Procedure procedure, ProvinceMap map, Instant now)
    {
        if (dossier.Decision is not { Kind: DecisionKind.Grant, IsIssued: true })
            return [];
        var excluded = (rule.ExcludedBy is { } field ? dossier.ResultDraft?.Fields.GetValueOrDefault(field) : null)
            ?.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
            ?? [];
        return
        [
            .. rule.Asked(dossier, procedure, map, now).Where(place => place.Code is not { } code || !excluded.Contains(code)).DistinctBy(place => place.Key),
        ];
    }

    private static Place? PlaceOf(PlaceRule rule, IReadOnlyDictionary<string, string> row, Dossier dossier, Procedure procedure, ProvinceMap map, Instant now)
    {
        if (PositionOf(rule, row, map.Bounds.Box) is not { } position)
            return null;
        var code = rule.Code is { } field ? row.GetValueOrDefault(field) : null;
        var address = rule.Address.Select(row.GetValueOrDefault).OfType<string>().ToList();
        return new Place
        {
            Id = Guid.CreateVersion7(),
            Kind = rule.Kind,
            Code = code,
            Name = (rule.Name is { } name ? row.GetValueOrDefault(name) : null) ?? code ?? procedure.Result.Name,
            Owner = dossier.Applicant.Name,
            OwnerIsPerson = ApplicantKinds.IsPerson(dossier.Applicant.Kind),
            Address = string.Join(", ", address),
            District = map.UnitIn(address.AsEnumerable().Reverse()),
            Latitude = position.Latitude,
            Longitude = position.Longitude,
            Details = DetailsOf(rule, row, procedure.Form),
            ValidFrom = dossier.Decision?.IssuedOn,
            ValidTo = dossier.Decision?.ValidTo,
            DecisionNumber = dossier.Decision?.Number,
            DossierId = dossier.Id,
            RecordedAt = now,
        };
    }

    private static GeoPosition? PositionOf(PlaceRule rule, IReadOnlyDictionary<string, string> row, GeoBox province) =>
        TypedPosition.Read(row.GetValueOrDefault(rule.Latitude), row.GetValueOrDefault(rule.Longitude), province).Position
        ?? (
            rule.Vn2000 is { } field && TypedVn2000.Read(row.GetValueOrDefault(field))?.ToWgs84() is { } converted && province.Holds(converted)
                ? converted
                : null
        );

    private static string? DetailsOf(PlaceRule rule, IReadOnlyDictionary<string, string> row, Form form)
    {
        var told =
            from key in rule.Details
            let field = rule.FieldsOf(form).FirstOrDefault(field => field.Key == key)
            let value = row.GetValueOrDefault(key)
            where field is not null && value is not null
            select $"{field.Label}: {field.Show(value)}{(field.Unit is { } unit ? $" {unit}" : "")}";
        return string.Join("; ", told) is { Length: > 0 } details ? details : null;
    }
}

using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Places;

/// <summary>Which places a procedure's result approves (địa điểm được chấp thuận): the fields of its form that hold them, of a table one place a row.</summary>
public sealed record PlaceRule
{
    public required PlaceKind Kind { get; init; }

    /// <summary>The key of the table; null when the form itself holds one place.</summary>
    public string? Rows { get; init; }

    public string? Code { get; init; }

    /// <summary>Field of the name; without it the place is called by its code.</summary>
    public string? Name { get; init; }

    /// <summary>Fields that make the address, the smallest unit first.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    public required string Latitude { get; init; }

    public required string Longitude { get; init; }

    /// <summary>Fields that a specialist wants to see beside the place.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Field of the result that names the codes that were not approved, separated by commas.</summary>
    public string? ExcludedBy { get; init; }

    /// <summary>Every place that a form asks for and that has a position, approved or not.</summary>
    public IReadOnlyList<Place> Asked(Dossier dossier, Procedure procedure, ProvinceMap map, Instant now) =>
        [.. RowsOf(dossier.Form).Select(row => PlaceOf(row, dossier, procedure, map, now)).OfType<Place>()];

    /// <summary>The places that an issued decision approves, each once however often the form names it; none when it refuses.</summary>
    public IReadOnlyList<Place> Approved(Dossier dossier, Procedure procedure, ProvinceMap map, Instant now)
    {
        if (dossier.Decision is not { Kind: DecisionKind.Grant, IsIssued: true })
            return [];
        var excluded = (ExcludedBy is { } field ? dossier.ResultDraft?.Fields.GetValueOrDefault(field) : null)?
            .Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        return [.. Asked(dossier, procedure, map, now).Where(place => place.Code is not { } code || !excluded.Contains(code)).DistinctBy(place => place.Key)];
    }

    /// <summary>The fields of a row: those of the table, or of the form.</summary>
    public IReadOnlyList<FormField> FieldsOf(Form form) => Rows is { } key ? form.Tables.FirstOrDefault(table => table.Key == key)?.Fields ?? [] : [.. form.Fields];

    private IReadOnlyList<IReadOnlyDictionary<string, string>> RowsOf(FormData form) => Rows is { } key ? form.RowsOf(key) : [form.Values];

    private Place? PlaceOf(IReadOnlyDictionary<string, string> row, Dossier dossier, Procedure procedure, ProvinceMap map, Instant now)
    {
        if (TypedPosition.Read(row.GetValueOrDefault(Latitude), row.GetValueOrDefault(Longitude), map.Bounds.Box).Position is not { } position)
            return null;
        var code = Code is { } field ? row.GetValueOrDefault(field) : null;
        var address = Address.Select(row.GetValueOrDefault).OfType<string>().ToList();
        return new Place
        {
            Id = Guid.CreateVersion7(),
            Kind = Kind,
            Code = code,
            Name = (Name is { } name ? row.GetValueOrDefault(name) : null) ?? code ?? procedure.Result.Name,
            Owner = dossier.Applicant.Name,
            OwnerIsPerson = ApplicantKinds.IsPerson(dossier.Applicant.Kind),
            Address = string.Join(", ", address),
            District = map.UnitIn(address.AsEnumerable().Reverse()),
            Latitude = position.Latitude,
            Longitude = position.Longitude,
            Details = DetailsOf(row, procedure.Form),
            ValidFrom = dossier.Decision?.IssuedOn,
            ValidTo = dossier.Decision?.ValidTo,
            DecisionNumber = dossier.Decision?.Number,
            DossierId = dossier.Id,
            RecordedAt = now,
        };
    }

    private string? DetailsOf(IReadOnlyDictionary<string, string> row, Form form)
    {
        var told = from key in Details
                   let field = FieldsOf(form).FirstOrDefault(field => field.Key == key)
                   let value = row.GetValueOrDefault(key)
                   where field is not null && value is not null
                   select $"{field.Label}: {FormDisplay.Show(field, value)}{(field.Unit is { } unit ? $" {unit}" : "")}";
        return string.Join("; ", told) is { Length: > 0 } details ? details : null;
    }
}

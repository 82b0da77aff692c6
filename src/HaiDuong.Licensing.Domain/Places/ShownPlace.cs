using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Places;

/// <summary>Địa điểm như người xem được thấy: a place as a map, a table or a file shows it. What a viewer may not see is null.</summary>
public sealed record ShownPlace(
    Guid Id,
    PlaceKind Kind,
    string? Code,
    string Name,
    string? Owner,
    string Address,
    string? District,
    decimal Latitude,
    decimal Longitude,
    string? Details,
    string? DecisionNumber,
    LocalDate? ValidFrom,
    LocalDate? ValidTo,
    Guid? DossierId,
    bool IsDemo,
    PlaceOrigin Origin,
    Instant RecordedAt
)
{
    /// <summary>Cho cán bộ: everything.</summary>
    public static ShownPlace ForStaff(Place place) =>
        new(
            place.Id,
            place.Kind,
            place.Code,
            place.Name,
            place.Owner,
            place.Address,
            place.District,
            place.Latitude,
            place.Longitude,
            place.Details,
            place.DecisionNumber,
            place.ValidFrom,
            place.ValidTo,
            place.DossierId,
            place.IsDemo,
            place.Origin,
            place.RecordedAt
        );

    /// <summary>Công khai: no name of a person, no technical details, no way to the dossier. Which kinds are public the map says.</summary>
    public static ShownPlace ForEverybody(Place place) =>
        ForStaff(place) with
        {
            Owner = place.OwnerIsPerson ? null : place.Owner,
            Details = null,
            DossierId = null,
        };

    public bool IsValidOn(LocalDate day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);
}

using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Places;

/// <summary>
/// Địa điểm: a mast, a game point or a school, where it stands and whose it is. It came from an approval of the office or from a register that
/// was imported; a later approval of the same place ends it and stands in its stead.
/// </summary>
public sealed class Place
{
    public required Guid Id { get; init; }

    public required PlaceKind Kind { get; init; }

    /// <summary>Mã: the enterprise's own code of a station, the authority's code of a school; null when it has none.</summary>
    public string? Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Chủ sở hữu, đơn vị quản lý.</summary>
    public required string Owner { get; init; }

    /// <summary>The owner is a person, whose name is not public.</summary>
    public bool OwnerIsPerson { get; init; }

    public required string Address { get; init; }

    /// <summary>Đơn vị hành chính cấp huyện cũ; null when it is not known.</summary>
    public string? District { get; init; }

    public required decimal Latitude { get; init; }

    public required decimal Longitude { get; init; }

    /// <summary>Thông số: what a specialist wants to know besides, e.g. mast type and height.</summary>
    public string? Details { get; init; }

    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day of the paper that it rests on; null when it has none.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>Số văn bản.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Hồ sơ that approved it.</summary>
    public Guid? DossierId { get; init; }

    /// <summary>Lần nhập that brought it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>Dữ liệu trình diễn: invented, not a real place.</summary>
    public bool IsDemo { get; init; }

    public required Instant RecordedAt { get; init; }

    /// <summary>When it stopped to count; null while it stands.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>What makes two records the same place.</summary>
    public string Key
    {
        get => field ??= KeyOf(Kind, Code, Name, Owner, Address);
        private set;
    }

    public PlaceOrigin Origin =>
        DossierId is not null ? PlaceOrigin.Decision
        : IsDemo ? PlaceOrigin.Demo
        : DecisionNumber is { Length: > 0 } ? PlaceOrigin.NumberInRegister
        : PlaceOrigin.Register;

    public GeoPosition Position => new(Latitude, Longitude);

    /// <summary>
    /// The same place under the paper that a licence has now (sửa đổi, gia hạn, cấp lại): its number, last day and holder, and its name where that was what the
    /// licence is about and was amended.
    /// </summary>
    public Place Under(Licence licence, Guid dossierId, Instant now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = Kind,
            Code = Code,
            Name =
                licence.Events is [.., { } before, { Kind: LicenceEventKind.Amended }] && before.Subject == Name && licence.Subject.Length > 0
                    ? licence.Subject
                    : Name,
            Owner = licence.Holder.Name,
            OwnerIsPerson = ApplicantKinds.IsPerson(licence.Holder.Kind),
            Address = Address,
            District = District,
            Latitude = Latitude,
            Longitude = Longitude,
            Details = Details,
            ValidFrom = ValidFrom,
            ValidTo = licence.ValidTo,
            DecisionNumber = licence.Number,
            DossierId = dossierId,
            IsDemo = IsDemo,
            RecordedAt = now,
        };

    /// <summary>Codes of stations are the enterprise's own; what has no code is told by its name and address.</summary>
    private static string KeyOf(PlaceKind kind, string? code, string name, string owner, string address) =>
        (kind, code) switch
        {
            (_, null or "") => $"{Folded(name)}/{Folded(address)}",
            (PlaceKind.Mast, _) => $"{Folded(owner)}/{Folded(code)}",
            _ => Folded(code),
        };

    private static string Folded(string text) => string.Concat(VietnameseText.Fold(text).Where(char.IsLetterOrDigit));
}

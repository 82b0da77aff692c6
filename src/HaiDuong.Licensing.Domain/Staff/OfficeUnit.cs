using NodaTime;

namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>What a unit of the office is (loại đơn vị).</summary>
public enum OfficeUnitKind
{
    /// <summary>Lãnh đạo Sở.</summary>
    Leadership,

    /// <summary>Phòng chuyên môn, Văn phòng, Thanh tra.</summary>
    Division,

    /// <summary>Trung tâm Phục vụ hành chính công: another organisation that receives and returns dossiers.</summary>
    ServiceCentre,
}

/// <summary>A unit of the office (phòng, bộ phận) as a dated record; a merge ends it and names its successor.</summary>
public sealed record OfficeUnit
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required OfficeUnitKind Kind { get; init; }

    /// <summary>The short sign of the unit in document symbols, e.g. BCVT.</summary>
    public required string Symbol { get; init; }

    public required LocalDate ValidFrom { get; init; }

    /// <summary>The last day; null while it exists.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>The key of the unit that took over its work.</summary>
    public string? Successor { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public bool Exists(LocalDate date) => date >= ValidFrom && (ValidTo is null || date <= ValidTo);
}

using HaiDuong.Licensing.Domain.Fields;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Whether money is phí (for a service) or lệ phí (for a document), Luật Phí và lệ phí 97/2015/QH13.</summary>
public enum FeeKind
{
    /// <summary>Phí.</summary>
    Fee,

    /// <summary>Lệ phí.</summary>
    Charge,
}

/// <summary>One fee of a procedure (khoản phí, lệ phí): per dossier, or per unit counted by a field of the form.</summary>
public sealed record FeeLine
{
    public required string Key { get; init; }

    public required string Label { get; init; }

    public required FeeKind Kind { get; init; }

    /// <summary>The unit in Vietnamese, e.g. "trang quy chuẩn", "hồ sơ".</summary>
    public required string Unit { get; init; }

    /// <summary>The form field (Integer) that counts the units; null when the fee is per dossier.</summary>
    public string? CountedBy { get; init; }

    public FormCondition? When { get; init; }

    public required IReadOnlyList<FeeRate> Rates { get; init; }

    /// <summary>The rate in force on a day: of those that cover it the one that began last; null in a gap.</summary>
    public FeeRate? RateOn(LocalDate date) => Rates.Where(rate => rate.From <= date && (rate.To is null || date <= rate.To)).MaxBy(rate => rate.From);
}

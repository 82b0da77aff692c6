using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>A table of the form with one row per thing declared (bảng kê), e.g. one row a BTS site.</summary>
public sealed record FormRows
{
    /// <summary>The key in <see cref="FormData.Rows"/> and in templates, camelCase plural.</summary>
    public required string Key { get; init; }

    /// <summary>What one row is called, e.g. "Vị trí".</summary>
    public required string ItemLabel { get; init; }

    /// <summary>True when the rows stay the same from dossier to dossier.</summary>
    public bool Lasting { get; init; }

    public required int MinRows { get; init; }

    public required int MaxRows { get; init; }

    public required IReadOnlyList<FormField> Fields { get; init; }
}

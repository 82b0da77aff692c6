namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>One choice of a field (lựa chọn): the stored value and the Vietnamese label.</summary>
public sealed record FieldOption
{
    public required string Value { get; init; }

    public required string Label { get; init; }
}

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>
/// When a field, a paper or a fee applies (điều kiện áp dụng): another field holds one of the given values.
/// </summary>
/// <remarks>A field of several choices meets the condition when any of its choices is among the values. Inside a row the row's own fields are looked at
/// first.</remarks>
public sealed record FormCondition
{
    public required string Field { get; init; }

    /// <summary>The values that meet the condition; never empty.</summary>
    public required IReadOnlyList<string> In { get; init; }

    public bool Holds(FormData data, IReadOnlyDictionary<string, string>? row = null)
    {
        var held = row?.GetValueOrDefault(Field) ?? data.Values.GetValueOrDefault(Field);
        return held is not null && held.Split('\n').Any(In.Contains);
    }
}

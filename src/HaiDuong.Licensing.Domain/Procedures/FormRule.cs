using HaiDuong.Licensing.Domain.Fields;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>How the fields named by a <see cref="FormRule"/> are compared (cách so sánh).</summary>
public enum FormComparison
{
    /// <summary>Each field's date or moment lies after that of the other field.</summary>
    After,

    /// <summary>Each field's number is at least the value.</summary>
    AtLeast,

    /// <summary>Each field's number is at most the value.</summary>
    AtMost,

    /// <summary>No two rows hold the same text in the field.</summary>
    Unique,
}

/// <summary>
/// A rule over several fields or with a condition, declared as data (quy tắc đối chiếu): end after start, area by urban class, distance to every gate.
/// </summary>
/// <remarks>A field inside rows is written <c>rows[].field</c>. Empty fields are passed over: that they are required is the field's own rule.</remarks>
public sealed record FormRule
{
    public required FormComparison Comparison { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The field compared with, for <see cref="FormComparison.After"/>.</summary>
    public string? Other { get; init; }

    /// <summary>The number compared with.</summary>
    public decimal? Value { get; init; }

    public FormCondition? When { get; init; }

    /// <summary>The Vietnamese sentence shown when the rule is broken; {0} is the offending value, {1} the limit.</summary>
    public required string Message { get; init; }
}

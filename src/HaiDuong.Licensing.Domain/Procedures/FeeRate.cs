using NodaTime;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>An amount of a fee between two days (mức thu). A later rate inside an earlier open one is a reduction for its window only.</summary>
public sealed record FeeRate : Sourced
{
    /// <summary>Đồng per unit.</summary>
    public required long Amount { get; init; }

    public required LocalDate From { get; init; }

    /// <summary>The last day; null while open-ended.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The rate in words, naming its instrument.</summary>
    public required string Text { get; init; }

    internal override string Statement => Text;
}

using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.Domain.Places;

/// <summary>
/// Giới hạn khoảng cách: nearer than this to a place of another kind, the specialist is warned. It is a straight line and decides nothing; what
/// does decide, e.g. the road distance measured at the inspection, is said by <see cref="Advice"/>.
/// </summary>
public sealed record DistanceLimit : Sourced
{
    public required string Key { get; init; }

    /// <summary>Of which kind of place the limit speaks.</summary>
    public required PlaceKind Of { get; init; }

    /// <summary>To which kind the distance is looked at.</summary>
    public required PlaceKind To { get; init; }

    public required int Metres { get; init; }

    /// <summary>The limit as a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>What the warning means and what to do.</summary>
    public required string Advice { get; init; }

    internal override string Statement => Text;

    /// <summary>The places that stand nearer than the limit, the nearest first.</summary>
    public IReadOnlyList<Neighbour> Broken(IEnumerable<Neighbour> neighbours) =>
        [.. neighbours.Where(neighbour => neighbour.Place.Kind == To && neighbour.Metres < Metres)];
}

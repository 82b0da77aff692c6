namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>An agency whose opinion is asked (cơ quan được lấy ý kiến, cơ quan phối hợp).</summary>
public sealed record ConsultedAgency : Sourced
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>What is asked of it.</summary>
    public string? Question { get; init; }

    /// <summary>When it is asked, in words; null when always.</summary>
    public string? Occasion { get; init; }

    /// <summary>Keys of the papers it sees while it is asked; null when it sees all of them.</summary>
    public IReadOnlyList<string>? Papers { get; init; }

    /// <summary>Keys of the fields and tables of the form it sees while it is asked; null when it sees all of them.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    internal override string Statement => Name;
}

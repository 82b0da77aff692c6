using HaiDuong.Licensing.Domain.Deadlines;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// The time allowed to handle a dossier (thời hạn giải quyết) for some channels: the statutory term and, where the province promised less, the published one.
/// </summary>
public sealed record ProcedureTerm : Sourced
{
    /// <summary>The channels it holds for; all when empty.</summary>
    public IReadOnlyList<SubmissionChannel> Channels { get; init; } = [];

    /// <summary>The statutory number of units.</summary>
    public required int Amount { get; init; }

    public required TermUnit Unit { get; init; }

    /// <summary>The shorter number of the same units that the province published; null when it did not shorten.</summary>
    public int? PublishedAmount { get; init; }

    /// <summary>The term in words, as the law puts it.</summary>
    public required string Text { get; init; }

    /// <summary>What the term begins with; null where it begins with receipt.</summary>
    public TakingUp? StartsWith { get; init; }

    /// <summary>Whether a term can be counted of it; what cannot is a fault of its file.</summary>
    public bool IsCountable => Amount is >= 1 and <= Term.Most && (PublishedAmount ?? Amount) >= 1 && (PublishedAmount ?? Amount) <= Amount;

    /// <summary>The term of the law (thời hạn luật định).</summary>
    public Term Statutory => new(Amount, Unit) { StartsWithin = StartsWith?.Within };

    /// <summary>The term promised to the applicant: the published one where there is one.</summary>
    public Term Promised => new(PublishedAmount ?? Amount, Unit);

    internal override string Statement => Text;
}

/// <summary>Thụ lý: the step of the route and its outcome that take a matter up, and the time after receipt within which that is due.</summary>
public sealed record TakingUp
{
    public required string Step { get; init; }

    public required string Outcome { get; init; }

    public required int Amount { get; init; }

    public required TermUnit Unit { get; init; }

    public Term Within => new(Amount, Unit);
}

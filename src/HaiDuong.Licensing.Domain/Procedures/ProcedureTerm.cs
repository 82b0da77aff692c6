namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>The time allowed to handle a dossier (thời hạn giải quyết) for some channels: the statutory term and, where the province promised less, the published one.</summary>
public sealed record ProcedureTerm : Sourced
{
    /// <summary>The channels it holds for; all when empty.</summary>
    public IReadOnlyList<SubmissionChannel> Channels { get; init; } = [];

    /// <summary>The statutory number of units.</summary>
    public required int Amount { get; init; }

    public required ProcedureTermUnit Unit { get; init; }

    /// <summary>The shorter number of the same units that the province published; null when it did not shorten.</summary>
    public int? PublishedAmount { get; init; }

    /// <summary>The term in words, as the law puts it.</summary>
    public required string Text { get; init; }

    /// <summary>The number of units promised to the applicant.</summary>
    public int PromisedAmount => PublishedAmount ?? Amount;

    internal override string Statement => Text;
}

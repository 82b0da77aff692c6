namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>How long a result is valid (thời hạn hiệu lực): a number of months from issue, or for the one thing described when no number is given.</summary>
public sealed record Validity : Sourced
{
    /// <summary>Months from the day of issue; null when the result is used up by the event or publication it describes.</summary>
    public int? Months { get; init; }

    /// <summary>True where the law lets a result be valid from a day before it is issued.</summary>
    public bool MayBeginBeforeIssue { get; init; }

    public required string Text { get; init; }

    internal override string Statement => Text;
}

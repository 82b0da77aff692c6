namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>
/// A question to which there is one right answer (câu hỏi điều kiện), put before anything is typed, so that nobody fills in a form that
/// must be refused.
/// </summary>
public sealed record EligibilityQuestion : Sourced
{
    public required string Key { get; init; }

    /// <summary>The question, to be answered with yes or no.</summary>
    public required string Text { get; init; }

    /// <summary>The answer with which one may go on.</summary>
    public bool Answer { get; init; } = true;

    /// <summary>What somebody is told who answers otherwise, and what to do instead.</summary>
    public required string Otherwise { get; init; }

    /// <summary>The slug of the procedure to file instead; null when there is none.</summary>
    public string? Instead { get; init; }

    internal override string Statement => Text;
}

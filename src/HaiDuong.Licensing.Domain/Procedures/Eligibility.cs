using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Who may file (đối tượng thực hiện).</summary>
public sealed record Eligibility : Sourced
{
    public required string Text { get; init; }

    /// <summary>The kinds of applicants that the procedure admits.</summary>
    public required IReadOnlyList<ApplicantKind> Kinds { get; init; }

    internal override string Statement => Text;
}

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>What an applicant is (loại đối tượng): cá nhân or tổ chức.</summary>
public enum ApplicantKind
{
    Individual,
    Organisation,
}

/// <summary>Who may file (đối tượng thực hiện).</summary>
public sealed record Eligibility : Sourced
{
    public required string Text { get; init; }

    public required IReadOnlyList<ApplicantKind> Kinds { get; init; }

    internal override string Statement => Text;
}

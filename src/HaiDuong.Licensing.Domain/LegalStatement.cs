namespace HaiDuong.Licensing.Domain;

/// <summary>A legal statement in one sentence (căn cứ, điều kiện, yêu cầu), e.g. one entry of the legal basis.</summary>
public sealed record LegalStatement : Sourced
{
    public required string Text { get; init; }

    internal override string Statement => Text;
}

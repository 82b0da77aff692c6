namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>A ground on which the result may be refused (căn cứ từ chối cấp phép).</summary>
public sealed record RefusalGround : Sourced
{
    public required string Key { get; init; }

    /// <summary>The ground as it is printed in the letter of refusal.</summary>
    public required string Text { get; init; }

    internal override string Statement => Text;
}

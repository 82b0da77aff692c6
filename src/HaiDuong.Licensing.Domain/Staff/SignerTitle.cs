namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>A signature block (thể thức đề ký): the lines above the signature, e.g. "KT. GIÁM ĐỐC" and "PHÓ GIÁM ĐỐC".</summary>
public sealed record SignerTitle
{
    public required string Key { get; init; }

    public required IReadOnlyList<string> Lines { get; init; }
}

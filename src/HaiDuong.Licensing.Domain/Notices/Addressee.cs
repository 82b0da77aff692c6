namespace HaiDuong.Licensing.Domain.Notices;

/// <summary>
/// Nơi nhận thông báo: an e-mail address, an account, or an agency whose people are looked up when the notice is sent. One of the three is set.
/// </summary>
public readonly record struct Addressee(string? Email = null, Guid? AccountId = null, string? Unit = null)
{
    /// <summary>The addressee's part of a notice's key.</summary>
    public string Key => Email ?? Unit ?? AccountId?.ToString("N") ?? "";
}

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>What checking one signature of a document found (kết quả kiểm tra chữ ký số).</summary>
public sealed record SignatureReport
{
    /// <summary>Null when the field is none of this program's places.</summary>
    public required SignaturePlace? Place { get; init; }

    /// <summary>Subject of the signing certificate.</summary>
    public required string Signer { get; init; }

    public required string SerialNumber { get; init; }

    /// <summary>The time stamp's time, or the time the signer states.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>A trusted time-stamp authority stated <see cref="SignedAt"/>.</summary>
    public required bool IsTimeStamped { get; init; }

    /// <summary>The signed bytes are unchanged and the signature fits the certificate.</summary>
    public required bool IsIntact { get; init; }

    /// <summary>Nothing was appended after this signature.</summary>
    public required bool CoversWholeFile { get; init; }

    /// <summary>The certificate leads to a trusted root and was in force at <see cref="SignedAt"/>.</summary>
    public required bool CertificateWasValid { get; init; }

    /// <summary>What was appended later is only what this signature allows: number and date, or a further signature.</summary>
    public required bool LaterChangesArePermitted { get; init; }

    public bool IsValid => IsIntact && CertificateWasValid && LaterChangesArePermitted;
}

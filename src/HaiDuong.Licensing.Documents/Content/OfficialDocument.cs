namespace HaiDuong.Licensing.Documents.Content;

/// <summary>
/// Everything that one official document (văn bản hành chính) prints. Number and date may still be open when the leader
/// signs; they are then form fields of the PDF. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
/// </summary>
public sealed record OfficialDocument
{
    public required DocumentContent Content { get; init; }

    public required Letterhead Letterhead { get; init; }

    /// <summary>Ký hiệu without the serial, for example "GP-STTTT" or "STTTT-BCVT"; null on a slip without a number book.</summary>
    public string? NumberSymbol { get; init; }

    /// <summary>Full number and symbol, for example "05/GP-STTTT"; null leaves a form field when <see cref="NumberSymbol"/> is given.</summary>
    public string? Number { get; init; }

    /// <summary>Day of issue (ngày ban hành); null leaves a form field.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Licences, letters and certificates have one signer; a slip may have two columns, the submitter first.</summary>
    public IReadOnlyList<SignatureBlock> Signers { get; init; } = [];

    public QrMark? Qr { get; init; }

    /// <summary>Prints "DỰ THẢO" across every page.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Instant written into the metadata of the PDF.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

using System.Globalization;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Decisions;

/// <summary>Kết quả: whether the result grants what was asked or refuses it.</summary>
public enum DecisionKind
{
    /// <summary>Cấp phép, chấp thuận.</summary>
    Grant,

    /// <summary>Từ chối.</summary>
    Refuse,
}

/// <summary>
/// Dự thảo kết quả: what the specialist proposes. The fields fill the document that grants; the grounds (keys of the procedure's grounds of
/// refusal) and the reason fill the letter that refuses.
/// </summary>
public sealed record DecisionDraft(
    DecisionKind Kind,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<string> Grounds,
    string? Reason,
    string DraftedBy,
    LocalDateTime At,
    SentBack? SentBack = null
);

/// <summary>Trả lại dự thảo: who sent a draft back, when and why; it stays with the draft until the next one replaces it or it is agreed to.</summary>
public sealed record SentBack(string By, LocalDateTime At, string Reason);

/// <summary>
/// Văn bản kết quả: signed by the leader, then numbered, dated and sealed by the registry (the number is written in the update that the
/// leader's signature permits, so both signatures stay valid). Files are kept by SHA-256. <see cref="ValidTo"/> is the last day it is valid
/// (thời hạn hiệu lực); null when it has no such day.
/// </summary>
public sealed record Decision(
    DecisionKind Kind,
    string SignedFile,
    string SignerName,
    string SignerTitle,
    LocalDateTime SignedAt,
    string VerificationCode,
    string? Number = null,
    LocalDate? IssuedOn = null,
    string? IssuedFile = null,
    LocalDateTime? SealedAt = null,
    string? SealedBy = null,
    LocalDate? ValidTo = null
)
{
    /// <summary>Whether the signature was given up because the signed file was damaged or lost; false for every decision that stands.</summary>
    public bool IsFileDamaged { get; init; }

    public bool IsIssued => IssuedFile is not null;

    /// <summary>Tên văn bản: what it is called in book, lists and mails; a refusal by the request that it does not grant, as its letter is.</summary>
    public string TitleIn(Procedure procedure) =>
        Kind == DecisionKind.Grant ? procedure.Result.Name : RefusalOf(procedure).SentenceIn(CultureInfo.GetCultureInfo("vi-VN"));

    /// <summary>The same on a page, by the procedure as it is shown to who is served now.</summary>
    public static string ShownTitle(DecisionKind kind, Procedure shown) => kind == DecisionKind.Grant ? shown.Result.Name : RefusalOf(shown).Sentence;

    /// <inheritdoc cref="ShownTitle(DecisionKind, Procedure)"/>
    public string ShownTitle(Procedure shown) => ShownTitle(Kind, shown);

    private static Refusal RefusalOf(Procedure procedure) => new(nameof(RefusalCode.RefusalLetter), null, procedure.Request);

    /// <summary>Việc kèm theo: what the counter or the registry must do besides; nothing comes with a refusal.</summary>
    public string? ExtraIn(Procedure procedure) => Kind == DecisionKind.Grant ? procedure.Result.Extra : null;
}

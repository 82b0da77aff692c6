using NodaTime;

namespace HaiDuong.Licensing.Domain.Notices;

/// <summary>Loại thông báo.</summary>
public enum NoticeKind
{
    SubmissionReceived,
    DossierAccepted,
    SupplementAsked,
    RefusedAtDoor,
    FeeDue,
    ResultReady,
    ResultHandedOver,
    WithdrawalConfirmed,
    WithdrawalRefused,
    Apology,
    Stopped,
    WorkAssigned,
    OpinionAsked,
    OpinionDueSoon,
    DueSoon,
    Overdue,
    AcceptanceLate,
    LicenceExpiring,
    LicenceRevoked,
    DueDateMoved,
    OneTimeCode,
    WithdrawalRecorded,
    SupplementReceived,
    TakeInVoided,
    EntriesCorrected,
    MessageSent,
    MessageReceived,
    OpinionLinkSent,
    OpinionLinkDueSoon,
    OpinionWithdrawn,
    OpinionReceived,
    PaymentCancelled,
    FeeRefunded,
}

/// <summary>
/// Thông báo phải gửi: a row of the outbox, written in the same transaction as the act that owes it and sent afterwards.
/// <see cref="Key"/> is unique, so the same notice is never owed twice.
/// </summary>
public sealed class Notice
{
    /// <summary>The fact that holds a sealed secret, which only the mail itself shows.</summary>
    public const string SealedFact = "sealedCode";

    /// <summary>7 days: a mail refused until it is older than that is left with its last error until an administrator has it sent again.</summary>
    public static readonly Duration MostAge = Duration.FromDays(7);

    /// <summary>The key of a notice that no act owes but the time: however often it is found owed, it is one.</summary>
    public static string KeyOf(Guid subject, NoticeKind kind, string occasion, Addressee to) => $"{subject:N}/{kind}/{occasion}/{to.Key}";

    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public Guid? DossierId { get; init; }

    /// <summary>The licence that it is about, when it is about no dossier.</summary>
    public Guid? LicenceId { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>An e-mail address; null when the person is told by their account (<see cref="AccountId"/>) or has no address.</summary>
    public string? Email { get; init; }

    /// <summary>A telephone that gets a text message instead of a mail.</summary>
    public string? Phone { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>An agency that is told: whoever answers for it when the notice is sent; null when one person is told.</summary>
    public string? Unit { get; init; }

    /// <summary>True when it goes to a body outside that has a link and no account.</summary>
    public bool IsForBody => Email is not null && Kind is NoticeKind.OpinionLinkSent or NoticeKind.OpinionLinkDueSoon or NoticeKind.OpinionWithdrawn;

    /// <summary>True when it goes to the dossier's applicant, false when to staff, an agency or another body.</summary>
    public bool IsForApplicant => AccountId is null && Unit is null && !IsForBody;

    /// <summary>What the text is filled with: names are those of the notice's resource.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; set; }

    public required Instant OwedAt { get; init; }

    public Instant? SentAt { get; set; }

    /// <summary>The mails of it that have left, by their ids: when one of several fails, the others are not sent again.</summary>
    public IReadOnlyList<string> SentMails { get; set; } = [];

    public int Attempts { get; set; }

    public Instant? NextAttemptAt { get; set; }

    public string? LastError { get; set; }
}

using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Why the clock does not take an event (lý do không ghi nhận).</summary>
public enum ClockRefusalReason
{
    AfterEnd,
    AlreadyAccepted,
    NotAccepted,
    AlreadyPaused,
    NotPaused,
    SupplementAwaited,
    NoSupplementAsked,
    SupplementOnlyOnce,
    SupplementAfterDue,
    SuppliedAfterDue,
    ExtensionWithoutLength,
    ExtensionAfterDue,
    ExtensionNotLater,
    ApologyOnlyOnce,
    ApologyWithoutDate,
    ApologyTooLate,
    ApologyNotLater,
    ApologyWhileWaiting,
}

/// <summary>An event of the ledger that the rules do not allow; it moves nothing and is shown to whoever wrote it.</summary>
public sealed record ClockRefusal(LocalDateTime At, ClockEventKind Kind, ClockRefusalReason Reason)
{
    /// <summary>Stable code, such as <c>apology-only-once</c>.</summary>
    public string Code => DeadlineTexts.CodeOf(Reason);

    /// <summary>The sentence for people, in Vietnamese.</summary>
    public string Text => DeadlineTexts.Of(Reason);

    /// <summary>The rule or article it rests on.</summary>
    public string LegalBasis => DeadlineTexts.BasisOf(Reason);
}

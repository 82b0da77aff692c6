using NodaTime;

namespace HaiDuong.Licensing.OneStop.Identity;

/// <summary>What the security log tells of.</summary>
public enum SecurityEventKind
{
    LoggedIn,
    LogInFailed,
    LogInTooOften,
    LoggedOut,
    SessionEnded,
    PasswordGivenAgain,
    PasswordWrong,
    AccessChanged,
    Refused,
    HiddenDossierRead,
    HiddenSlipRead,
    HiddenDossierEntered,
    HiddenDossierOpenedByPass,
    HiddenDossierOpenedByOwner,
    Exported,
    ClockConfirmed,
    OpinionLinkOpened,
    OpinionLinkPaper,
    ProcedurePublished,
    ProcedureVersionWithdrawn,
    RoutePublished,
}

/// <summary>Nhật ký an ninh: one line; only added to, and kept for a year at least.</summary>
public sealed class SecurityEvent
{
    public long Id { get; init; }

    public required Instant At { get; init; }

    public required SecurityEventKind Kind { get; init; }

    /// <summary>
    /// Whose account; null for visitors, for the applicants of dossiers that hide their sender, and for names that are nobody's. A typed name is never kept:
    /// people type passwords there.
    /// </summary>
    public Guid? AccountId { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>The page, the dossier's code, or who was changed.</summary>
    public required string About { get; init; }
}

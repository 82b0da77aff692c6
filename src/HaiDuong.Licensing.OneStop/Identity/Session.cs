using NodaTime;

namespace HaiDuong.Licensing.OneStop.Identity;

/// <summary>Phiên đăng nhập: one log-in of somebody in one browser. The times are those of the machine, as with the cookie that names it.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Instant BegunAt { get; init; }

    /// <summary>When a page was last asked for, to the minute.</summary>
    public required Instant SeenAt { get; set; }

    /// <summary>When it ends if no page is asked for until then.</summary>
    public required Instant IdleEndsAt { get; set; }

    /// <summary>When it ends whatever is done.</summary>
    public required Instant EndsAt { get; init; }

    public Instant? EndedAt { get; set; }

    /// <summary>When the person last gave the password again in this session.</summary>
    public Instant? ProvedAt { get; set; }

    public required string Address { get; init; }

    /// <summary>What the browser calls itself, cut short.</summary>
    public required string Browser { get; init; }
}

/// <summary>How long a session lasts: the shorter, the more its holder may do.</summary>
public sealed record SessionTerm(Duration Idle, Duration Whole)
{
    private static readonly SessionTerm Staff = new(Duration.FromHours(2), Duration.FromHours(12));
    private static readonly SessionTerm StaffRemembered = new(Duration.FromHours(12), Duration.FromHours(12));
    private static readonly SessionTerm Applicant = new(Duration.FromHours(2), Duration.FromHours(12));
    private static readonly SessionTerm ApplicantRemembered = new(Duration.FromDays(14), Duration.FromDays(30));

    public static SessionTerm Of(bool isStaff, bool remembered) =>
        (isStaff, remembered) switch
        {
            (true, false) => Staff,
            (true, true) => StaffRemembered,
            (false, false) => Applicant,
            (false, true) => ApplicantRemembered,
        };
}

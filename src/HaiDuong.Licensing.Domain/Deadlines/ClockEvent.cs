using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>What happened to the clock of a dossier (sự kiện thời hạn).</summary>
public enum ClockEventKind
{
    Accept,
    SupplementAsked,
    SupplementReceived,
    Pause,
    Resume,
    Extend,
    Apologise,
    Stop,
    Finish,
    Withdraw,

    /// <summary>Chấp nhận lịch mới: the head lets the dates be counted with what has been announced since.</summary>
    AdoptCalendar,

    /// <summary>Thụ lý: the matter is taken up, from when a term that begins with that counts.</summary>
    TakeUp,

    /// <summary>Hủy tiếp nhận nhầm: the acceptance was a mistake, so that nothing was ever due.</summary>
    Void,
}

/// <summary>Why the office lets the clock stand still (căn cứ tạm dừng): fee due, another agency's answer, or a special law.</summary>
public enum PauseGround
{
    Fee,
    OtherAgency,
    Law,
}

/// <summary>One line of the append-only ledger of a dossier's time (sổ thời hạn). Moments are local time of Asia/Ho_Chi_Minh.</summary>
public sealed record ClockEvent(LocalDateTime At, ClockEventKind Kind)
{
    /// <summary>New last day, for an extension or an apology; of a request for a supplement the last day on which it can be sent.</summary>
    public LocalDate? To { get; init; }

    /// <summary>
    /// Length of an extension or apology in days: working days for terms in working days and working hours,
    /// calendar days for the other units; an apology always counts working days.
    /// </summary>
    public int? Days { get; init; }

    /// <summary>Reason in the words of the officer, or the legal ground of an extension.</summary>
    public string? Reason { get; init; }

    /// <summary>Ground of a pause; null is an ordinary pause.</summary>
    public PauseGround? Ground { get; init; }

    /// <summary>
    /// True when an officer accepted on line: the acceptance is then the moment of that act, also out of hours (C7). A supplement is accepted by
    /// nobody, so by either way it counts from the next opening; entries of before that rule keep what they said.
    /// </summary>
    public bool Online { get; init; }

    /// <summary>True when the head of the agency approved (a second supplement request, rule S-3).</summary>
    public bool ApprovedByHead { get; init; }

    /// <summary>
    /// The newest announcement of the calendar that was known when a date was given (acceptance, restart, adoption); null is the moment itself.
    /// </summary>
    public LocalDateTime? KnownAt { get; init; }
}

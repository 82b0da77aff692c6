using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Tình trạng hạn: the one answer to whether a dossier or a step is in time. Nothing else decides it.</summary>
public enum DueClass
{
    /// <summary>Chưa có hạn.</summary>
    None,

    /// <summary>Trong hạn.</summary>
    InTerm,

    /// <summary>Sắp đến hạn: a point of early warning has passed.</summary>
    Soon,

    /// <summary>Đang quá hạn: open, and the first promise is broken; an apology does not change that (O-3).</summary>
    Overdue,

    /// <summary>Chờ người nộp: the clock stands still (S-4).</summary>
    Waiting,

    /// <summary>Hết hạn bổ sung: the clock stands still, and what was asked can be sent no more.</summary>
    SupplementOver,

    /// <summary>Trước hạn.</summary>
    Early,

    /// <summary>Đúng hạn.</summary>
    OnTime,

    /// <summary>Quá hạn, of what has ended.</summary>
    Late,

    /// <summary>Đã rút hồ sơ.</summary>
    Withdrawn,

    /// <summary>Đã dừng xử lý.</summary>
    Stopped,

    /// <summary>Tiếp nhận nhầm, đã hủy: nothing was ever due.</summary>
    Voided,
}

/// <summary>
/// Mốc hạn: the moments at which the class changes, as the clock computed and the act stored them. They move only with an act, never with time, so
/// the class at any moment is a comparison of them with that moment.
/// </summary>
/// <param name="Clock">Whether the clock runs.</param>
/// <param name="Ended">The class at the end; null while it is open, or when it was never accepted.</param>
/// <param name="Due">The date that people were last told; null when nothing is due.</param>
/// <param name="FirstDue">The date that the class is taken against: the first promise, which no apology moves.</param>
/// <param name="WarnAt">The points of early warning, the earliest first.</param>
/// <param name="LateFrom">The first moment at which it is late; null while it cannot become late.</param>
/// <param name="WaitOverFrom">The first moment at which an awaited supplement can be sent no more; null while none is awaited.</param>
public sealed record DueState(
    ClockState Clock,
    FinishClass? Ended,
    LocalDateTime? Due,
    LocalDateTime? FirstDue,
    IReadOnlyList<LocalDateTime> WarnAt,
    LocalDateTime? LateFrom,
    LocalDateTime? WaitOverFrom
)
{
    /// <summary>True when a new date was promised after the first.</summary>
    public bool IsRePromised => Due > FirstDue;

    /// <summary>Đã hủy tiếp nhận: taken in by mistake; its number stays and is shown struck through.</summary>
    public bool IsVoid => Clock == ClockState.Voided;

    /// <summary>False while the date told is none: the clock stands still in time and will count it anew, or ended without a result.</summary>
    public bool Stands =>
        Clock switch
        {
            ClockState.Withdrawn or ClockState.Stopped or ClockState.Voided => false,
            ClockState.Paused => LateFrom is not null,
            _ => true,
        };

    public DueClass ClassAt(LocalDateTime now) =>
        Clock switch
        {
            ClockState.Withdrawn => DueClass.Withdrawn,
            ClockState.Stopped => DueClass.Stopped,
            ClockState.Voided => DueClass.Voided,
            ClockState.Finished => Ended switch
            {
                FinishClass.Early => DueClass.Early,
                FinishClass.OnTime => DueClass.OnTime,
                _ => DueClass.Late,
            },
            _ when Due is null => DueClass.None,
            _ when LateFrom <= now => DueClass.Overdue,
            ClockState.Paused => WaitOverFrom <= now ? DueClass.SupplementOver : DueClass.Waiting,
            _ => PointPassed(now) is null ? DueClass.InTerm : DueClass.Soon,
        };

    /// <summary>The last point of early warning that has passed; null when none has.</summary>
    public LocalDateTime? PointPassed(LocalDateTime now) => WarnAt.LastOrDefault(point => point <= now) is var point && point == default ? null : point;
}

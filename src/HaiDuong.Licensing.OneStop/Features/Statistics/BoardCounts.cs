using HaiDuong.Licensing.OneStop.Desks;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>
/// Số trên bảng: how the open dossiers of a row stand. In time, near their date, late and waiting part them; late at their step are some of all.
/// </summary>
public sealed record BoardCounts(int InTime, int Soon, int Overdue, int Waiting, int StepLate)
{
    public static BoardCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Đang giải quyết.</summary>
    public int Open => InTime + Soon + Overdue + Waiting;

    /// <summary>The number that opens a group of the list.</summary>
    public int Of(ListGroup group) =>
        group switch
        {
            ListGroup.Open => Open,
            ListGroup.InTime => InTime,
            ListGroup.Soon => Soon,
            ListGroup.Overdue => Overdue,
            ListGroup.Waiting => Waiting,
            ListGroup.StepLate => StepLate,
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };

    public static BoardCounts operator +(BoardCounts one, BoardCounts other) =>
        new(one.InTime + other.InTime, one.Soon + other.Soon, one.Overdue + other.Overdue, one.Waiting + other.Waiting, one.StepLate + other.StepLate);
}

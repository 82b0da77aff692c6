using NodaTime;

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>
/// Time that is left, or by which the due date has passed (còn … / quá …), on the working calendar.
/// </summary>
/// <param name="IsOverdue">True when the due date has passed.</param>
/// <param name="WorkingDays">Working days between today and the due date; 0 on the day itself.</param>
/// <param name="WorkingTime">Working time between now and the due moment, never negative.</param>
public sealed record TimeLeft(bool IsOverdue, int WorkingDays, Duration WorkingTime);

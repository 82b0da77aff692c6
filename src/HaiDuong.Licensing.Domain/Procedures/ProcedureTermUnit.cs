namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>The unit of a term (đơn vị tính thời hạn): giờ, giờ làm việc, ngày, ngày làm việc, tháng.</summary>
public enum ProcedureTermUnit
{
    ClockHour,
    WorkingHour,
    CalendarDay,
    WorkingDay,
    Month,
}

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>On which side of the present a date or a moment must lie (mốc thời gian hợp lệ). Today itself always fits a date.</summary>
public enum FieldMoment
{
    Past,
    Future,
}

namespace HaiDuong.Licensing.Domain.Deadlines;

/// <summary>Vì sao ngày hẹn trả không còn giá trị: what took the promised date away, for now or for good.</summary>
internal enum DateRest
{
    Supplement,
    SupplementOver,
    Fee,
    Pause,
    Stopped,
    Withdrawn,
    AskedAfterDue,
    AskedAfterDueInVain,
    Voided,
}

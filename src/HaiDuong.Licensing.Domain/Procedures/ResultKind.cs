namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>What the procedure gives (loại kết quả): giấy phép, văn bản chấp thuận, giấy chứng nhận.</summary>
public enum ResultKind
{
    Licence,
    Letter,
    Certificate,
}

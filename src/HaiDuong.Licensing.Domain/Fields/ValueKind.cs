namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>Loại giá trị that a side of a comparison has. Values of different kinds have no order, and are never the same.</summary>
public enum ValueKind
{
    Text,
    Number,
    Truth,
    Date,
    Moment,
    Time,
}

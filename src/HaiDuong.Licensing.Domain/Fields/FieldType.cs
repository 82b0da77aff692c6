namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>What a form field holds (kiểu dữ liệu của mục khai).</summary>
public enum FieldType
{
    Text,
    Multiline,
    Integer,

    /// <summary>Năm: a year of the calendar, written in four digits that nothing parts.</summary>
    Year,

    Decimal,
    Date,
    Time,
    DateTime,
    Choice,
    MultiChoice,
    YesNo,
    IdentityNumber,

    /// <summary>Số căn cước công dân, of foreigners the number of the passport.</summary>
    PersonNumber,

    TaxCode,
    Phone,
    Email,
    Latitude,
    Longitude,
    Money,
}

namespace HaiDuong.Licensing.Domain.Fields;

/// <summary>What a form field holds (kiểu dữ liệu của mục khai). Each line has its class, named like it: <c>Date</c> is <c>DateField</c>.</summary>
public enum FieldType
{
    Text,
    Multiline,
    Integer,
    Year,
    Decimal,
    Date,
    Time,
    DateTime,
    Choice,
    MultiChoice,
    YesNo,
    IdentityNumber,
    PersonNumber,
    TaxCode,
    Phone,
    Email,
    Latitude,
    Longitude,
    Money,
    Vn2000,
}

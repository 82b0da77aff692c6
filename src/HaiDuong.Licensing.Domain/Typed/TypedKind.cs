using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Loại giá trị đã gõ: what a text is where something else is asked.</summary>
public enum TypedKind
{
    /// <summary>Ngày.</summary>
    Date,

    /// <summary>Giờ và phút.</summary>
    Time,

    /// <summary>Ngày và giờ.</summary>
    DateTime,

    /// <summary>Số.</summary>
    Number,

    /// <summary>Số nguyên.</summary>
    Integer,

    /// <summary>Năm.</summary>
    Year,

    /// <summary>Số tiền.</summary>
    Money,

    /// <summary>Tỷ lệ phần trăm.</summary>
    Percent,

    /// <summary>Tọa độ.</summary>
    Degrees,

    /// <summary>Số điện thoại.</summary>
    Phone,

    /// <summary>Thư điện tử.</summary>
    Email,
}

/// <summary>Knows a value of one kind that was typed where another is asked, so that the person is told which of the two is wanted.</summary>
public static partial class TypedKinds
{
    /// <summary>What a text is beyond doubt; null when it is nothing that has a sign of its own, as a bare number has none.</summary>
    public static TypedKind? Of(string? text)
    {
        var plain = TypedText.Plain(text);
        return TypedMoment.TryRead(plain, out _) ? TypedKind.DateTime
            : !plain.All(char.IsAsciiDigit) && TypedDate.TryRead(plain, out _, out _) ? TypedKind.Date
            : !plain.All(char.IsAsciiDigit) && !TypedNumber.TryRead(plain, out _, out _) && TypedTime.TryRead(plain, out _, out _) ? TypedKind.Time
            : Percent().IsMatch(plain) ? TypedKind.Percent
            : MoneySign().IsMatch(plain) && TypedMoney.TryRead(plain, out _, out _) ? TypedKind.Money
            : IdentityRules.IsEmail(plain) ? TypedKind.Email
            : plain.StartsWith('+') && IdentityRules.IsPhone(TypedPhone.Read(plain)) ? TypedKind.Phone
            : null;
    }

    /// <summary>The part of a text that is of the asked kind, as it is typed: the day or the time of a moment; null when there is none.</summary>
    public static string? Part(string? text, TypedKind asked) =>
        !TypedMoment.TryRead(text, out var moment)
            ? null
            : asked switch
            {
                TypedKind.Date => TypedDate.Written([moment.Date]),
                TypedKind.Time => $"{moment.Hour:00}:{moment.Minute:00}",
                _ => null,
            };

    /// <summary>The name of a kind, in the language of the request.</summary>
    public static string Name(TypedKind kind) => new Refusal($"TypedKind.{kind}").Sentence;

    [GeneratedRegex(@"^[0-9][0-9.,]* ?(%|phần trăm)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Percent();

    [GeneratedRegex(
        @"(nghìn|ngàn|triệu|tỷ|tỉ|đồng|đ|₫|vnđ|vnd)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex MoneySign();
}

using System.Globalization;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Numbers with the separators of Viet Nam: <c>1.234.567,5</c>. What people type is read by the readers beside it.</summary>
public static class VietnameseNumber
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    };

    public static string Print(decimal number) => number.ToString("#,##0.############", Format);

    public static string Print(long number) => number.ToString("#,##0", Format);

    /// <summary>As a person types it where a fraction may be meant: without dots where they would leave that open.</summary>
    public static string Typed(decimal number) => Print(number) is var text && TypedNumber.IsThousandsOrFraction(text) ? number.ToString("0", Format) : text;
}

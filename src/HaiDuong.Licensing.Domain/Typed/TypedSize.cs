using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Khổ, khuôn khổ in centimetres: 14,5 x 20,5 however it is spaced (14,5x20,5; 16 × 24 cm; 14.5*20.5).</summary>
public static partial class TypedSize
{
    /// <summary>The size as papers write it; null when the text is none, or names another unit.</summary>
    public static string? Read(string? text) =>
        Shape().Match(TypedText.Plain(text)) is { Success: true } found
            ? $"{found.Groups["wide"].Value} x {found.Groups["high"].Value}".Replace('.', ',')
            : null;

    [GeneratedRegex(
        @"^(?<wide>[0-9]{1,3}([.,][0-9])?) ?(cm)? ?[x×*] ?(?<high>[0-9]{1,3}([.,][0-9])?) ?(cm)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Shape();
}

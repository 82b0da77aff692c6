using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>
/// Mã bưu gửi: the number under which the post carries a parcel, scanned from its label or typed. One of the Universal Postal Union (UPU S10: two letters,
/// eight digits, a check digit, the country) is held against its check digit; other carriers' numbers are taken as they are.
/// </summary>
public static partial class TypedParcel
{
    /// <summary>The longest number.</summary>
    public const int Most = 30;

    private const int SerialBegins = 2;
    private static readonly int[] Weights = [8, 6, 4, 2, 3, 5, 9, 7];

    /// <summary>Letters and digits in capitals; empty where there are none.</summary>
    public static string Read(string? text) => TypedIdentity.Key(text);

    /// <summary>Whether a number as it is kept can be one.</summary>
    public static bool IsOne(string number) =>
        number.Length is > 0 and <= Most && (!Universal().IsMatch(number) || CheckDigit(number) == Digit(number, Weights.Length));

    /// <summary>UPU S10: 11 less the rest of the weighted sum by 11; 10 is written 0 and 11 is written 5.</summary>
    private static int CheckDigit(string number) =>
        (11 - (Weights.Select((weight, index) => weight * Digit(number, index)).Sum() % 11)) switch
        {
            10 => 0,
            11 => 5,
            var digit => digit,
        };

    private static int Digit(string number, int index) => number[SerialBegins + index] - '0';

    [GeneratedRegex("^[A-Z]{2}[0-9]{9}[A-Z]{2}$", RegexOptions.None, 1000)]
    private static partial Regex Universal();
}

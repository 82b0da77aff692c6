using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>The shapes of official numbers and addresses (số định danh, mã số thuế, số điện thoại, thư điện tử).</summary>
public static partial class IdentityRules
{
    /// <summary>RFC 5321, with the brackets that a path has around it.</summary>
    private const int LongestEmail = 254;

    private static readonly int[] TaxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>Số định danh cá nhân / CCCD: 12 digits that begin with a province code from 001 to 096.</summary>
    public static bool IsIdentityNumber(string text) =>
        IdentityNumber().IsMatch(text) && int.Parse(text.AsSpan(0, 3), CultureInfo.InvariantCulture) is >= 1 and <= 96;

    /// <summary>Mã số thuế: 10 digits of which the last checks the others, or those with a branch number of 3 digits after a hyphen.</summary>
    public static bool IsTaxCode(string text)
    {
        if (!TaxCode().IsMatch(text))
            return false;

        var sum = TaxWeights.Select((weight, index) => weight * (text[index] - '0')).Sum();
        return 10 - (sum % 11) == text[9] - '0';
    }

    /// <summary>A mobile number (10 digits) or a landline with its area code (11 digits from 02).</summary>
    public static bool IsPhone(string text) => Phone().IsMatch(text);

    public static bool IsEmail(string text) => text.Length <= LongestEmail && Email().IsMatch(text) && MailAddress.TryCreate(text, out _);

    [GeneratedRegex(@"^[0-9]{12}\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex IdentityNumber();

    [GeneratedRegex(@"^[0-9]{10}(-[0-9]{3})?\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex TaxCode();

    [GeneratedRegex(@"^(0[35789][0-9]{8}|02[0-9]{9})\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[^@\s<>""(),;:]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Email();
}

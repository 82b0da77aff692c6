using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

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

    /// <summary>
    /// Số hộ chiếu, giấy tờ đi lại quốc tế: 5 to 15 capital letters and digits, at least one digit among them (ICAO 9303 has nine, some states more).
    /// </summary>
    public static bool IsPassport(string text) => Passport().IsMatch(text);

    /// <summary>Số căn cước hoặc hộ chiếu: a number that names a person, wherever from.</summary>
    public static bool IsPersonNumber(string text) => IsIdentityNumber(text) || IsPassport(text);

    /// <summary>Số đăng ký, số giấy phép thành lập of a body abroad: 3 to 30 letters, digits and / - between them, at least one digit.</summary>
    public static bool IsForeignRegistration(string text) => ForeignRegistration().IsMatch(text);

    /// <summary>Whether a number is of the sort that names such an applicant.</summary>
    public static bool IsNumberOf(ApplicantKind kind, string number) =>
        kind switch
        {
            ApplicantKind.Individual => IsIdentityNumber(number),
            ApplicantKind.Organisation => IsTaxCode(number),
            ApplicantKind.ForeignIndividual => IsPassport(number),
            _ => IsForeignRegistration(number),
        };

    /// <summary>A telephone number as <see cref="TypedPhone"/> keeps it.</summary>
    public static bool IsPhone(string text) => TypedPhone.IsOne(text);

    public static bool IsEmail(string text) => text.Length <= LongestEmail && Email().IsMatch(text) && MailAddress.TryCreate(text, out _);

    [GeneratedRegex(@"^[0-9]{12}\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex IdentityNumber();

    [GeneratedRegex(@"^[0-9]{10}(-[0-9]{3})?\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex TaxCode();

    [GeneratedRegex(@"^(?=.*[0-9])[A-Z0-9]{5,15}\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Passport();

    [GeneratedRegex(@"^(?=.*[0-9])[\p{L}0-9][\p{L}0-9/-]{2,29}\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ForeignRegistration();

    [GeneratedRegex(@"^[^@\s<>""(),;:]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Email();
}

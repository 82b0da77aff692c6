using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Access.Passwords;

/// <summary>
/// Độ mạnh của mật khẩu: why somebody who does not know the person would find the password soon. Nothing is asked about kinds of letters: a
/// sentence is good, a decorated common word is not (OWASP ASVS 5, 6.2).
/// </summary>
public static class PasswordStrength
{
    public const int Shortest = 10;
    public const int Longest = 128;

    /// <summary>So many letters and digits must be left when the words that anybody would try first are taken out.</summary>
    private const int FewestOwnLetters = 6;

    private const int FewestDifferentLetters = 5;
    private const int ShortestWord = 3;

    /// <summary>The reason code of what is wrong; null when the password is good.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="known">Names and numbers of the person and words of the office, in any spelling.</param>
    public static string? Weakness(string password, IEnumerable<string?> known)
    {
        if (password.Length < Shortest)
            return nameof(RefusalCode.PasswordTooShort);
        if (password.Length > Longest)
            return nameof(RefusalCode.PasswordTooLong);
        var plain = Plain(password);
        if (plain.Length > 0 && plain.All(char.IsAsciiDigit))
            return nameof(RefusalCode.PasswordOfDigits);
        if (password.ToLowerInvariant().Distinct().Count() < FewestDifferentLetters || IsRow(plain) || IsRepeated(plain))
            return nameof(RefusalCode.PasswordOfOnePattern);
        if (IsCommon(password))
            return nameof(RefusalCode.PasswordCommon);
        return LettersBeside(plain, known) < FewestOwnLetters ? nameof(RefusalCode.PasswordOfKnownWords) : null;
    }

    /// <summary>A leaked password itself, or one with digits and signs put before or behind it.</summary>
    private static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        var core = lower.Trim([.. lower.Where(letter => !char.IsLetter(letter)).Distinct()]);
        return CommonPasswords.Contains(lower) || CommonPasswords.Contains(Plain(lower)) || CommonPasswords.Contains(core);
    }

    private static int LettersBeside(string plain, IEnumerable<string?> known)
    {
        var words = known
            .OfType<string>()
            .SelectMany(text =>
                VietnameseText.Fold(text).Split([' ', '-', '.', ',', '_', '@', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Append(text)
            )
            .Select(Plain)
            .Where(word => word.Length >= ShortestWord)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(word => word.Length);
        return words.Aggregate(plain, (rest, word) => rest.Replace(word, " ", StringComparison.Ordinal)).Count(char.IsLetterOrDigit);
    }

    /// <summary>1234567890, abcdefghij, 0987654321: each letter follows the one before.</summary>
    private static bool IsRow(string plain)
    {
        var steps = plain.Zip(plain.Skip(1), (one, next) => next - one).ToList();
        return steps.Count > 0 && (steps.Count(step => step is 1 or -9) == steps.Count || steps.Count(step => step is -1 or 9) == steps.Count);
    }

    private static bool IsRepeated(string plain) =>
        Enumerable
            .Range(1, plain.Length / 2)
            .Any(length =>
                plain.Length % length == 0 && length < FewestOwnLetters && plain.Where((letter, index) => letter != plain[index % length]).Any() is false
            );

    private static string Plain(string text) => string.Concat(VietnameseText.Fold(text).Where(char.IsLetterOrDigit));
}

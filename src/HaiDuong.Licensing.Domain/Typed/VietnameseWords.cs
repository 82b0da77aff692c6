using System.Text;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Âm tiết tiếng Việt: whether words with other letters than a to z are built as Vietnamese syllables are.</summary>
internal static partial class VietnameseWords
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>What also stands in Unicode text and is no letter.</summary>
    private const string Signs = "“”‘’–—…•«»°º²³·´`";

    /// <summary>How many words with such letters are sound syllables, and how many are not.</summary>
    public static (int Sound, int Broken) In(string text)
    {
        var (sound, broken) = (0, 0);
        foreach (var word in Between().Split(text).Select(word => word.Trim(Signs.ToCharArray())).Where(word => !AreAscii(word)))
        {
            if (IsSyllable(word))
                sound++;
            else
                broken++;
        }

        return (sound, broken);
    }

    public static bool AreAscii(string text) => Ascii.IsValid(text);

    /// <summary>Letters that only Vietnamese in Unicode has: ă đ ĩ ũ ơ ư and all with two marks, a hook or a dot.</summary>
    public static bool HaveOwnLetters(string text) => text.Any(letter => letter is >= '\u1EA0' and <= '\u1EF9' || "ăĂđĐĩĨũŨơƠưƯ".Contains(letter));

    /// <summary>Signs that mean the same in every charset.</summary>
    public static bool IsPlain(char sign) => char.IsAscii(sign) || sign is '\u00A0' or '“' or '”' or '‘' or '’' or '–' or '—' or '…' or '•';

    private static bool IsSyllable(string word)
    {
        var parted = word.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var tones = parted.Where(Tones.Contains).ToList();
        var letters = string.Concat(parted.Where(letter => !Tones.Contains(letter))).Normalize(NormalizationForm.FormC);
        return tones.Count <= 1
            && Syllable().Match(letters) is { Success: true } found
            && (found.Groups["stop"].Length == 0 || tones is ['\u0301' or '\u0323']);
    }

    [GeneratedRegex(@"[\s\x21-\x2F\x30-\x40\x5B-\x60\x7B-\x7E]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    // Beginning, then a vowel that stays open or one that is closed.
    [GeneratedRegex(
        @"^(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
            + @"((a|e|ê|i|o|ô|ơ|u|ư|y|ia|ua|ưa|ya|oa|oe|uê|uơ|uy|uya|ai|ao|au|ay|âu|ây|eo|êu|iu|iêu|yêu|oi|ôi|ơi|ui|ưi|ưu|uôi|ươi|ươu|oai|oao|oay|oeo|uây|uyu|uao|uai|uay)"
            + @"|(a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|uô|ươ|oa|oă|oe|oo|uâ|uê|uy|uyê|ua|uă)((?<stop>ch|c|p|t)|nh|ng|n|m))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Syllable();
}

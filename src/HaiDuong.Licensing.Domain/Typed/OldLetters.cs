using System.Text;

namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Chữ của các bảng mã cũ TCVN3 (ABC, TCVN 5712:1993) và VNI-Windows: what their signs, seen as Latin-1 or Windows-1252, mean.</summary>
internal static class OldLetters
{
    private const string Grave = "\u0300";
    private const string Acute = "\u0301";
    private const string Tilde = "\u0303";
    private const string Hook = "\u0309";
    private const string Dot = "\u0323";
    private const string Circumflex = "\u0302";
    private const string Breve = "\u0306";

    /// <summary>Each sign with the letter that it means. Capitals with a tone have no sign of their own: fonts for capitals draw the small ones.</summary>
    private static readonly Dictionary<char, string> Tcvn3 = Pairs(
        "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00ADư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ"
    );

    /// <summary>Signs of VNI that are a whole letter.</summary>
    private static readonly Dictionary<char, string> VniLetters = Pairs("ñđííììæỉóĩòịîỵôơöưÑĐÍÍÌÌÆỈÓĨÒỊÎỴÔƠÖƯ");

    /// <summary>Signs of VNI that stand behind the vowel whose marks they are.</summary>
    private static readonly Dictionary<char, string> VniMarks = new()
    {
        ['ù'] = Acute,
        ['ø'] = Grave,
        ['û'] = Hook,
        ['õ'] = Tilde,
        ['ï'] = Dot,
        ['â'] = Circumflex,
        ['á'] = Circumflex + Acute,
        ['à'] = Circumflex + Grave,
        ['å'] = Circumflex + Hook,
        ['ã'] = Circumflex + Tilde,
        ['ä'] = Circumflex + Dot,
        ['ê'] = Breve,
        ['é'] = Breve + Acute,
        ['è'] = Breve + Grave,
        ['ú'] = Breve + Hook,
        ['ü'] = Breve + Tilde,
        ['ë'] = Breve + Dot,
    };

    /// <summary>The Unicode text; null when a sign is none of TCVN3.</summary>
    public static string? OfTcvn3(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (Tcvn3.TryGetValue(sign, out var letter))
                written.Append(letter);
            else if (VietnameseWords.IsPlain(sign))
                written.Append(sign);
            else
                return null;
        }

        return written.ToString();
    }

    /// <summary>The Unicode text; null when a sign is none of VNI.</summary>
    public static string? OfVni(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = VniLetters.GetValueOrDefault(text[at], text[at].ToString());
            if (!VniLetters.ContainsKey(text[at]) && !VietnameseWords.IsPlain(text[at]))
                return null;
            written.Append(letter);
            if (
                at + 1 < text.Length
                && "aăâeêoôơuưy".Contains(char.ToLowerInvariant(letter[0]))
                && VniMarks.TryGetValue(char.ToLowerInvariant(text[at + 1]), out var marks)
            )
            {
                written.Append(marks);
                at++;
            }
        }

        return written.ToString().Normalize(NormalizationForm.FormC);
    }

    private static Dictionary<char, string> Pairs(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToDictionary(at => pairs[at * 2], at => pairs[(at * 2) + 1].ToString());
}

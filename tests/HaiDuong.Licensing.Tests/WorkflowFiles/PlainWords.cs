using System.Net;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>What no text for the public may hold: words of doubt, notes of research, raw Markdown.</summary>
internal static partial class PlainWords
{
    /// <summary>Each fault with the words around it.</summary>
    public static IReadOnlyList<string> Faults(string text) =>
        [
            .. Doubt()
                .Matches(text)
                .Concat(Markdown().Matches(text))
                .Select(match => text[Math.Max(0, match.Index - 40)..Math.Min(text.Length, match.Index + match.Length + 40)]),
        ];

    /// <summary>What a person reads of a page; the mark of a required field is the only asterisk that may stand.</summary>
    public static string OfPage(string html)
    {
        var bare = RequiredMark().Replace(Unread().Replace(html, " "), " ");
        return Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(bare, " ")), " ");
    }

    [GeneratedRegex(
        "giả định|suy đoán|phỏng đoán|có nơi (công bố|ghi|rút|từng)|nơi khác là|chưa đối chiếu|cần đối chiếu|cần xác nhận|chưa kiểm chứng|chưa tìm thấy|không tìm thấy (mã|số|quy)|không thấy quy định"
            + "|chưa rõ|kiến thức chung|nguồn (khác|nêu|ghi|chỉ)|theo thực tế|hình như|có lẽ|assum|unverified|own knowledge|likely",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Doubt();

    [GeneratedRegex(@"\*|`|__|\]\(|(^|\n)#{1,6} ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markdown();

    [GeneratedRegex("<(script|style)[^>]*>.*?</(script|style)>|<head>.*?</head>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Unread();

    [GeneratedRegex("<span[^>]*hd-required[^>]*>\\*</span>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequiredMark();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}

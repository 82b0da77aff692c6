using System.Net;
using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>What a page shows or has read out, each text with the language that it is marked with.</summary>
internal static partial class PageTexts
{
    private static readonly HashSet<string> Void = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "!doctype"];

    /// <summary>No words of the page: programs, keys of files, what was typed, and the broken lines of a drawing, which says the same in one text.</summary>
    private static readonly HashSet<string> Unread = ["script", "style", "code", "pre", "textarea", "text", "tspan"];

    public static IReadOnlyList<(string Language, string Text)> Of(string html)
    {
        var page = Programs().Replace(html, "");
        var (texts, open, from) = (new List<(string, string)>(), new List<(string Tag, string Language, bool IsRead)> { ("", "", true) }, 0);
        foreach (Match tag in Tag().Matches(page))
        {
            var (_, language, isRead) = open[^1];
            if (isRead)
                Add(language, page[from..tag.Index]);
            from = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (tag.Value.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.FindLastIndex(one => one.Tag == name) is > 0 and var at)
                    open.RemoveRange(at, open.Count - at);
                continue;
            }

            var attributes = tag.Groups["attributes"].Value;
            language = Language().Match(attributes) is { Success: true } marked ? marked.Groups["value"].Value : language;
            if (isRead)
                foreach (Match said in ReadOut().Matches(attributes))
                    Add(language, said.Groups["value"].Value);
            if (!Void.Contains(name) && !attributes.EndsWith('/'))
                open.Add((name, language, isRead && !Unread.Contains(name)));
        }

        return texts;

        void Add(string language, string text)
        {
            if (Space().Replace(WebUtility.HtmlDecode(text), " ").Trim() is { Length: > 0 } said)
                texts.Add((language, said));
        }
    }

    [GeneratedRegex("<!--.*?-->|<script\\b.*?</script>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Programs();

    [GeneratedRegex("</?(?<name>[a-zA-Z!][a-zA-Z0-9]*)(?<attributes>(?:[^>\"]|\"[^\"]*\")*)>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("(?<![-\\w])lang=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Language();

    [GeneratedRegex("(?<![-\\w])(?:aria-label|title|alt|placeholder|data-label)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ReadOut();

    [GeneratedRegex("\\s+", RegexOptions.None, 5000)]
    private static partial Regex Space();
}

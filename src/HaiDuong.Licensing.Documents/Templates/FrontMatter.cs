namespace HaiDuong.Licensing.Documents.Templates;

/// <summary>Reads the block between two "---" lines: "key: value", or "key:" followed by "- item" lines.</summary>
internal sealed class FrontMatter
{
    private static readonly string[] SingleKeys = ["form", "page", "title", "subject", "footer"];
    private static readonly string[] ListKeys = ["to", "recipients"];
    private readonly Dictionary<string, List<string>> _values = [];

    public required string Body { get; init; }

    public string? Single(string key) => _values.TryGetValue(key, out var lines) && lines.Count > 0 ? lines[0] : null;

    public IReadOnlyList<string> List(string key) => _values.TryGetValue(key, out var lines) ? lines : [];

    public static FrontMatter Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => line.Trim().Length > 0);
        var end = start < 0 ? -1 : Array.FindIndex(lines, start + 1, line => line.TrimEnd() == "---");
        if (start < 0 || lines[start].TrimEnd() != "---" || end < 0)
            throw new DocumentTemplateException("A template begins with a front matter block between two '---' lines.");

        var matter = new FrontMatter { Body = string.Join('\n', lines[(end + 1)..]) };
        List<string>? open = null;
        for (var i = start + 1; i < end; i++)
            open = matter.ReadLine(lines[i], i + 1, open);
        return matter;
    }

    private List<string>? ReadLine(string line, int number, List<string>? open)
    {
        var trimmed = line.Trim();
        if (trimmed.Length == 0)
            return open;
        if (trimmed.StartsWith("- ", StringComparison.Ordinal))
        {
            if (open is null)
                throw new DocumentTemplateException($"Line {number}: '- item' must follow a list key ({string.Join(", ", ListKeys)}).");
            open.Add(Unquote(trimmed[2..].Trim()));
            return open;
        }

        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        var key = colon > 0 ? trimmed[..colon].Trim() : trimmed;
        if (colon <= 0 || (!SingleKeys.Contains(key) && !ListKeys.Contains(key)))
            throw new DocumentTemplateException($"Line {number}: unknown front matter key '{key}'.");
        return Begin(key, Unquote(trimmed[(colon + 1)..].Trim()), number);
    }

    private List<string>? Begin(string key, string value, int number)
    {
        var lines = new List<string>();
        if (!_values.TryAdd(key, lines))
            throw new DocumentTemplateException($"Line {number}: front matter key '{key}' is there twice.");
        if (value.Length > 0)
            lines.Add(value);
        return ListKeys.Contains(key) ? lines : null;
    }

    private static string Unquote(string value) => value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;
}

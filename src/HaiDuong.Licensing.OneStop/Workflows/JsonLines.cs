using System.Text.Json;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Knows on which line of a JSON text each value stands, by paths such as <c>papers[2].key</c>.</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public JsonLines(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
        var walk = new Walk(utf8, lines);
        while (reader.Read())
            walk.Visit(ref reader);
    }

    /// <summary>The line of the value, or of the nearest value around it.</summary>
    public int Of(string path)
    {
        while (!lines.ContainsKey(path) && path.Length > 0)
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return lines.GetValueOrDefault(path, 1);
    }

    private ref struct Walk(ReadOnlySpan<byte> utf8, Dictionary<string, int> lines)
    {
        private readonly ReadOnlySpan<byte> utf8 = utf8;
        private readonly Stack<(string Path, int Next)> open = new();
        private string member = string.Empty;
        private int line = 1;
        private int counted;

        public void Visit(ref Utf8JsonReader reader)
        {
            var start = (int)reader.TokenStartIndex;
            line += utf8[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    member = $"{(open.Peek().Path is { Length: > 0 } around ? around + "." : string.Empty)}{reader.GetString()}";
                    lines[member] = line;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                default:
                    Value(reader.TokenType);
                    break;
            }
        }

        private void Value(JsonTokenType token)
        {
            var path = member;
            if (open.Count > 0 && open.Peek().Next >= 0)
            {
                var (around, next) = open.Pop();
                open.Push((around, next + 1));
                path = $"{around}[{next}]";
                lines[path] = line;
            }

            if (token is JsonTokenType.StartObject)
                open.Push((path, -1));
            else if (token is JsonTokenType.StartArray)
                open.Push((path, 0));
        }
    }
}

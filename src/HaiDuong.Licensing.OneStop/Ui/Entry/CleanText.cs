using System.Text;
using Microsoft.Extensions.Primitives;

namespace HaiDuong.Licensing.OneStop.Ui.Entry;

/// <summary>
/// What no text holds and no database takes: NUL, and halves of letters (lone surrogates). The first falls away, the second become the sign of a lost
/// letter (U+FFFD), before any page sees them. Everything else stays as it was sent.
/// </summary>
public static class CleanText
{
    public static string Of(string text) => IsClean(text) ? text : string.Concat(text.EnumerateRunes()).Replace("\0", "", StringComparison.Ordinal);

    /// <summary>Names and values; two names that become one keep the values of both. The very same when all was clean.</summary>
    public static IReadOnlyDictionary<string, StringValues> Of(IEnumerable<KeyValuePair<string, StringValues>> sent)
    {
        var clean = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in sent)
        {
            StringValues cleaned = values.Select(value => value is null ? null : Of(value)).ToArray();
            clean[Of(name)] = StringValues.Concat(clean.GetValueOrDefault(Of(name)), cleaned);
        }

        return clean;
    }

    public static bool IsClean(IEnumerable<KeyValuePair<string, StringValues>> sent) =>
        sent.All(pair => IsClean(pair.Key) && pair.Value.All(value => value is null || IsClean(value)));

    private static bool IsClean(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty; )
        {
            if (rest[0] == '\0' || Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[length..];
        }

        return true;
    }
}

using System.Buffers;
using System.Text;
using System.Text.Unicode;
using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>A text file as its letters, and in which encoding they were found.</summary>
internal sealed record GuessedText(string Text, string Encoding);

/// <summary>Finds the encoding of a text file (bảng mã): byte order marks, UTF-16 without one, UTF-8 (also with a few broken letters, whose lines are refused),
/// else the old Vietnamese one
/// under which most of its words are Vietnamese: Windows-1258, TCVN3 (ABC) or VNI.</summary>
internal static class TextEncodings
{
    private static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    private static readonly Encoding[] Marked = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    /// <summary>The text; null when the bytes are no text in any of these encodings.</summary>
    public static GuessedText? Guess(byte[] bytes)
    {
        var encoding = Marked.FirstOrDefault(marked => bytes.AsSpan().StartsWith(marked.Preamble)) ?? Unmarked(bytes);
        if (ReferenceEquals(encoding, Windows1258) && Old(bytes) is { } old)
            return old;
        var start = bytes.AsSpan().StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        var text = encoding.GetString(bytes, start, bytes.Length - start);
        return text.Any(letter => letter < ' ' && letter is not ('\t' or '\r' or '\n' or '\f')) ? null : new GuessedText(text, NameOf(encoding));
    }

    /// <summary>In UTF-16 the Latin letters, digits and separators have every other byte zero.</summary>
    private static Encoding Unmarked(byte[] bytes)
    {
        var sample = bytes.AsSpan(0, Math.Min(bytes.Length, 4000));
        var (even, odd) = (0, 0);
        for (var at = 0; at < sample.Length; at++)
        {
            if (sample[at] == 0)
                (even, odd) = (even + (at + 1) % 2, odd + at % 2);
        }

        if (odd > sample.Length / 8 && even == 0)
            return Encoding.Unicode;
        if (even > sample.Length / 8 && odd == 0)
            return Encoding.BigEndianUnicode;
        return IsUtf8(bytes) ? Encoding.UTF8 : Windows1258;
    }

    /// <summary>One broken letter in twenty is a copy that went wrong; more is another encoding.</summary>
    private static bool IsUtf8(byte[] bytes)
    {
        if (Utf8.IsValid(bytes))
            return true;
        var (whole, broken) = (0, 0);
        for (ReadOnlySpan<byte> rest = bytes; !rest.IsEmpty; )
        {
            var read = Rune.DecodeFromUtf8(rest, out var rune, out var length);
            if (read != OperationStatus.Done)
                broken++;
            else if (!rune.IsAscii)
                whole++;
            rest = rest[length..];
        }

        return whole >= broken * 20;
    }

    /// <summary>The file in TCVN3 or VNI, when that gives more sound words than Windows-1258 does.</summary>
    private static GuessedText? Old(byte[] bytes)
    {
        var (text, latin) = (Windows1258.GetString(bytes), Encoding.Latin1.GetString(bytes));
        if (latin.Any(letter => letter < ' ' && letter is not ('\t' or '\r' or '\n' or '\f')))
            return null;
        return OldCharset.BestOf(latin, text) is { } charset ? new GuessedText(charset.ConvertAll(latin), charset.Name) : null;
    }

    private static string NameOf(Encoding encoding) =>
        encoding.CodePage switch
        {
            65001 => "UTF-8",
            1200 or 1201 => "UTF-16",
            _ => "Windows-1258",
        };
}

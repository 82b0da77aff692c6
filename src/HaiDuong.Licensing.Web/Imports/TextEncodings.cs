using System.Text;
using System.Text.Unicode;

namespace HaiDuong.Licensing.Web.Imports;

/// <summary>A text file as its letters, and in which encoding they were found.</summary>
internal sealed record GuessedText(string Text, string Encoding);

/// <summary>Finds the encoding of a text file (bảng mã): byte order marks, UTF-16 without one, UTF-8, else Windows-1258, the old Vietnamese one.</summary>
internal static class TextEncodings
{
    private static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    private static readonly Encoding[] Marked = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    /// <summary>The text; null when the bytes are no text in any of these encodings.</summary>
    public static GuessedText? Guess(byte[] bytes)
    {
        var encoding = Marked.FirstOrDefault(marked => bytes.AsSpan().StartsWith(marked.Preamble)) ?? Unmarked(bytes);
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
        return Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1258;
    }

    private static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        65001 => "UTF-8",
        1200 or 1201 => "UTF-16",
        _ => "Windows-1258",
    };
}

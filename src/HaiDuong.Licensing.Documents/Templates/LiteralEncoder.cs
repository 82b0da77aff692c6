using System.Text;
using System.Text.Encodings.Web;

namespace HaiDuong.Licensing.Documents.Templates;

/// <summary>
/// Moves every ASCII sign of a field value into the private-use area while Markdown is read and back afterwards, so that
/// nothing inside a value is ever Markdown, HTML or Liquid.
/// </summary>
internal sealed class LiteralEncoder : TextEncoder
{
    public const char LineBreak = '\uE00A';
    private const int Offset = 0xE000;

    public static LiteralEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 2;

    /// <summary>Clean text of a field value: NFC, no control or private-use characters, line breaks as '\n'.</summary>
    public static string Clean(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC))
        {
            if (c is '\t')
                text.Append(' ');
            else if (c is '\n' || (!char.IsControl(c) && c is not (>= '\uE000' and <= '\uF8FF') and not '\uFEFF'))
                text.Append(c);
        }

        return text.ToString().Trim();
    }

    public static string Decode(string text) => string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                span[i] = source[i] is >= '\uE000' and <= '\uE07F' ? (char)(source[i] - Offset) : source[i];
        });

    public override string Encode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return string.Create(value.Length, value, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                span[i] = IsSign(source[i]) ? (char)(source[i] + Offset) : source[i];
        });
    }

    public override void Encode(TextWriter output, string value, int startIndex, int characterCount)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(value);
        output.Write(Encode(value.Substring(startIndex, characterCount)));
    }

    public override void Encode(TextWriter output, char[] value, int startIndex, int characterCount)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encode(new string(value, startIndex, characterCount)));
    }

    public override bool WillEncode(int unicodeScalar) => unicodeScalar < 0x80 && IsSign((char)unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            if (IsSign(text[i]))
                return i;
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var encoded = WillEncode(unicodeScalar) ? ((char)(unicodeScalar + Offset)).ToString() : new Rune(unicodeScalar).ToString();
        numberOfCharactersWritten = encoded.Length <= bufferLength ? encoded.Length : 0;
        for (var i = 0; i < numberOfCharactersWritten; i++)
            buffer[i] = encoded[i];
        return numberOfCharactersWritten > 0;
    }

    private static bool IsSign(char c) => c is '\n' || (c < 0x80 && c > ' ' && !char.IsAsciiLetterOrDigit(c));
}

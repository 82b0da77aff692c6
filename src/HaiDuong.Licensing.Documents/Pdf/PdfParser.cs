using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.Documents.Pdf;

/// <summary>Reads PDF syntax from a position on; every fault is a <see cref="PdfFormatException"/>.</summary>
internal sealed class PdfParser(ReadOnlyMemory<byte> file, int position)
{
    private const int DeepestNesting = 64;
    private int _depth;

    public int Position { get; private set; } = position;

    /// <summary>Reads "n g obj … endobj" and gives its number and value.</summary>
    public (int Number, PdfObject Value) ReadIndirect(Func<PdfReference, PdfObject?> resolve)
    {
        var number = ReadInteger();
        ReadInteger();
        Expect("obj");
        var value = ReadValue();
        SkipSpace();
        if (value is not PdfDictionary dictionary || !TryKeyword("stream"))
            return (number, value);
        if (Peek() == '\r')
            Position++;
        if (Peek() == '\n')
            Position++;
        var length = dictionary["Length"] is PdfReference reference ? resolve(reference) : dictionary["Length"];
        var size = length is PdfToken token ? checked((int)token.ToInteger()) : throw Fault("a stream without Length");
        if (size < 0 || size > file.Length - Position)
            throw Fault("a stream longer than the file");
        return (number, new PdfStream(dictionary, file.Slice(Position, size).ToArray()));
    }

    public PdfObject ReadValue()
    {
        SkipSpace();
        if (++_depth > DeepestNesting)
            throw Fault("values nested too deeply");
        PdfObject value = Peek() switch
        {
            '/' => ReadName(),
            '(' => ReadLiteral(),
            '[' => ReadArray(),
            '<' => Position + 1 < file.Length && file.Span[Position + 1] == '<' ? ReadDictionary() : ReadHex(),
            _ => ReadToken(),
        };
        _depth--;
        return value;
    }

    public int ReadInteger()
    {
        SkipSpace();
        var word = ReadWord();
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Fault($"'{word}' where a number is due");
    }

    public bool TryKeyword(string word)
    {
        SkipSpace();
        if (Position + word.Length > file.Length || !file.Span.Slice(Position, word.Length).SequenceEqual(Encoding.ASCII.GetBytes(word)))
            return false;
        Position += word.Length;
        return true;
    }

    public string ReadWord()
    {
        var start = Position;
        while (Position < file.Length && IsRegular(file.Span[Position]))
            Position++;
        return Position > start ? Encoding.Latin1.GetString(file.Span[start..Position]) : throw Fault("nothing where a word is due");
    }

    public void SkipSpace()
    {
        while (Position < file.Length)
        {
            var c = file.Span[Position];
            if (c == '%')
            {
                while (Position < file.Length && file.Span[Position] is not (byte)'\n' and not (byte)'\r')
                    Position++;
            }
            else if (c is 0 or 9 or 10 or 12 or 13 or 32)
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    private void Expect(string word)
    {
        if (!TryKeyword(word))
            throw Fault($"no '{word}'");
    }

    private PdfFormatException Fault(string what) => new($"Not a readable PDF: {what} at byte {Position}.");

    private int Peek() => Position < file.Length ? file.Span[Position] : throw Fault("the file ends");

    private int Next()
    {
        var c = Peek();
        Position++;
        return c;
    }

    private PdfName ReadName()
    {
        Position++;
        var name = new StringBuilder();
        while (Position < file.Length && IsRegular(file.Span[Position]))
        {
            var c = Next();
            name.Append(c == '#' ? (char)((HexDigit(Next()) << 4) | HexDigit(Next())) : (char)c);
        }

        return new PdfName(name.ToString());
    }

    private PdfArray ReadArray()
    {
        Position++;
        var items = new List<PdfObject>();
        while (!TryKeyword("]"))
            items.Add(ReadValue());
        return new PdfArray(items);
    }

    private PdfDictionary ReadDictionary()
    {
        Position += 2;
        var dictionary = new PdfDictionary();
        while (!TryKeyword(">>"))
        {
            if (ReadValue() is not PdfName key)
                throw Fault("a dictionary key that is no name");
            dictionary[key.Name] = ReadValue();
        }

        return dictionary;
    }

    private PdfText ReadHex()
    {
        Position++;
        var digits = new List<int>();
        for (var c = Next(); c != '>'; c = Next())
        {
            if (c > ' ')
                digits.Add(HexDigit(c));
        }

        if (digits.Count % 2 == 1)
            digits.Add(0);
        return new PdfText([.. digits.Chunk(2).Select(pair => (byte)((pair[0] << 4) | pair[1]))]);
    }

    private PdfText ReadLiteral()
    {
        Position++;
        var bytes = new List<byte>();
        for (var depth = 1; ; )
        {
            var c = Next();
            if (c == '\\')
            {
                ReadEscape(bytes);
                continue;
            }

            depth +=
                c == '(' ? 1
                : c == ')' ? -1
                : 0;
            if (depth == 0)
                return new PdfText([.. bytes]);
            bytes.Add((byte)c);
        }
    }

    private void ReadEscape(List<byte> bytes)
    {
        var c = Next();
        if (c is >= '0' and <= '7')
        {
            var value = c - '0';
            for (var i = 0; i < 2 && Peek() is >= '0' and <= '7'; i++)
                value = (value * 8) + Next() - '0';
            bytes.Add((byte)(value & 0xFF));
            return;
        }

        if (c == '\r' && Peek() == '\n')
            Position++;
        if (c is not '\r' and not '\n')
            bytes.Add(
                c switch
                {
                    'n' => 10,
                    'r' => 13,
                    't' => 9,
                    'b' => 8,
                    'f' => 12,
                    _ => (byte)c,
                }
            );
    }

    private PdfObject ReadToken()
    {
        var word = ReadWord();
        var back = Position;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            SkipSpace();
            if (
                Position < file.Length
                && char.IsAsciiDigit((char)file.Span[Position])
                && int.TryParse(ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            )
            {
                SkipSpace();
                if (Position < file.Length && file.Span[Position] == 'R' && (Position + 1 == file.Length || !IsRegular(file.Span[Position + 1])))
                {
                    Position++;
                    return new PdfReference(number, generation);
                }
            }

            Position = back;
        }

        return new PdfToken(word);
    }

    private int HexDigit(int c) => char.IsAsciiHexDigit((char)c) ? Convert.ToInt32(((char)c).ToString(), 16) : throw Fault("a bad hexadecimal digit");

    private static bool IsRegular(byte c) =>
        c > ' ' && c is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}

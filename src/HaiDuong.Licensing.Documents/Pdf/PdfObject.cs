using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.Documents.Pdf;

/// <summary>A value of the PDF syntax (ISO 32000-1, 7.3).</summary>
internal abstract class PdfObject
{
    public abstract void Write(Stream output);

    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        Write(buffer);
        return buffer.ToArray();
    }

    protected static void Ascii(Stream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));
}

/// <summary>A number, boolean or null, kept as it was written.</summary>
internal sealed class PdfToken(string text) : PdfObject
{
    public string Text => text;

    public long ToInteger() => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public double ToNumber() => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static PdfToken Of(double number) => new(number.ToString("0.###", CultureInfo.InvariantCulture));

    public override void Write(Stream output) => Ascii(output, text);
}

internal sealed class PdfName(string name) : PdfObject
{
    public string Name => name;

    public override void Write(Stream output)
    {
        Ascii(output, "/");
        foreach (var c in name)
            Ascii(output, c is < '!' or > '~' or '#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%' ? $"#{(int)c:X2}" : c.ToString());
    }
}

internal sealed class PdfText(byte[] bytes) : PdfObject
{
    public byte[] Bytes => bytes;

    /// <summary>Text as UTF-16 with a byte-order mark, which every reader understands.</summary>
    public static PdfText Of(string text) => new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    public override string ToString() =>
        bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.Latin1.GetString(bytes);

    public override void Write(Stream output) => Ascii(output, $"<{Convert.ToHexString(bytes)}>");
}

internal sealed class PdfReference(int number, int generation = 0) : PdfObject
{
    public int Number => number;

    public override void Write(Stream output) => Ascii(output, $"{number} {generation} R");
}

internal sealed class PdfArray(IEnumerable<PdfObject> items) : PdfObject
{
    public List<PdfObject> Items { get; } = [.. items];

    public static PdfArray Of(params double[] numbers) => new(numbers.Select(PdfToken.Of));

    public override void Write(Stream output)
    {
        Ascii(output, "[");
        foreach (var item in Items)
        {
            item.Write(output);
            Ascii(output, " ");
        }

        Ascii(output, "]");
    }
}

internal sealed class PdfDictionary : PdfObject
{
    private readonly Dictionary<string, PdfObject> _entries = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, PdfObject> Entries => _entries;

    public PdfObject? this[string key]
    {
        get => _entries.GetValueOrDefault(key);
        set
        {
            if (value is null)
                _entries.Remove(key);
            else
                _entries[key] = value;
        }
    }

    public PdfDictionary With(string key, PdfObject? value)
    {
        this[key] = value;
        return this;
    }

    public PdfDictionary With(string key, string name) => With(key, new PdfName(name));

    public PdfDictionary With(string key, double number) => With(key, PdfToken.Of(number));

    public PdfDictionary Copy()
    {
        var copy = new PdfDictionary();
        foreach (var (key, value) in _entries)
            copy[key] = value;
        return copy;
    }

    public string? Name(string key) => (this[key] as PdfName)?.Name;

    public override void Write(Stream output)
    {
        Ascii(output, "<<");
        foreach (var (key, value) in _entries)
        {
            new PdfName(key).Write(output);
            Ascii(output, " ");
            value.Write(output);
            Ascii(output, "\n");
        }

        Ascii(output, ">>");
    }
}

internal sealed class PdfStream(PdfDictionary dictionary, byte[] data) : PdfObject
{
    public PdfDictionary Dictionary => dictionary;

    public byte[] Data => data;

    public static PdfStream Compressed(PdfDictionary dictionary, byte[] data)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new System.IO.Compression.ZLibStream(buffer, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(data);
        return new PdfStream(dictionary.With("Filter", "FlateDecode"), buffer.ToArray());
    }

    public override void Write(Stream output)
    {
        dictionary.With("Length", data.Length).Write(output);
        Ascii(output, "\nstream\n");
        output.Write(data);
        Ascii(output, "\nendstream");
    }
}

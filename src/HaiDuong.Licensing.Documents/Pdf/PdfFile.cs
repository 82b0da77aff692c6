using System.Globalization;

namespace HaiDuong.Licensing.Documents.Pdf;

/// <summary>
/// The objects of a PDF at one of its revisions: the file up to a length, with its chain of classic cross-reference tables.
/// </summary>
internal sealed class PdfFile
{
    private const int MostRevisions = 1000;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<int, int> _offsets = [];
    private readonly Dictionary<int, PdfObject?> _objects = [];
    private readonly HashSet<int> _opening = [];

    public PdfFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        LastXref = FindLastXref();
        PdfDictionary? trailer = null;
        var sections = new List<XrefSection>();
        for (int? at = LastXref; at is { } offset; )
        {
            if (sections.Count == MostRevisions || sections.Exists(section => section.Offset == offset))
                throw new PdfFormatException("Not a readable PDF: the cross-reference tables run in a circle.");
            var section = ReadSection(offset);
            sections.Add(section);
            trailer ??= section.Trailer;
            at = section.Trailer["Prev"] is PdfToken previous ? checked((int)previous.ToInteger()) : null;
        }

        Trailer = trailer!;
        Sections = sections;
    }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public int LastXref { get; }

    public PdfDictionary Trailer { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<XrefSection> Sections { get; }

    public int Size =>
        Trailer["Size"] is PdfToken size ? checked((int)size.ToInteger()) : throw new PdfFormatException("Not a readable PDF: the trailer has no Size.");

    public PdfReference Root => Trailer["Root"] as PdfReference ?? throw new PdfFormatException("Not a readable PDF: the trailer has no Root.");

    public PdfDictionary Catalog => Dictionary(Root);

    public PdfObject? Get(int number)
    {
        if (_objects.TryGetValue(number, out var known))
            return known;
        if (!_offsets.TryGetValue(number, out var offset) || !_opening.Add(number))
            return null;
        var (found, value) = new PdfParser(_bytes, offset).ReadIndirect(reference => Get(reference.Number));
        _opening.Remove(number);
        return _objects[number] = found == number ? value : throw new PdfFormatException($"Not a readable PDF: object {number} is not where the table says.");
    }

    public PdfObject? Resolve(PdfObject? value) => value is PdfReference reference ? Get(reference.Number) : value;

    public PdfDictionary Dictionary(PdfObject? value) =>
        Resolve(value) as PdfDictionary ?? throw new PdfFormatException("Not a readable PDF: a dictionary is missing.");

    public List<PdfReference> Pages()
    {
        var pages = new List<PdfReference>();
        Walk(Catalog["Pages"] as PdfReference, 0);
        return pages;

        void Walk(PdfReference? node, int depth)
        {
            if (node is null || depth > 32 || pages.Count > 10_000)
                throw new PdfFormatException("Not a readable PDF: a broken page tree.");
            if (Resolve(Dictionary(node)["Kids"]) is not PdfArray kids)
                pages.Add(node);
            else
                kids.Items.ForEach(kid => Walk(kid as PdfReference, depth + 1));
        }
    }

    /// <summary>Form fields by name with their references.</summary>
    public Dictionary<string, (PdfReference Reference, PdfDictionary Field)> Fields()
    {
        var fields = new Dictionary<string, (PdfReference, PdfDictionary)>(StringComparer.Ordinal);
        if (Resolve(Catalog["AcroForm"]) is not PdfDictionary form || Resolve(form["Fields"]) is not PdfArray list)
            return fields;
        foreach (var reference in list.Items.OfType<PdfReference>())
        {
            var field = Dictionary(reference);
            fields.TryAdd((Resolve(field["T"]) as PdfText)?.ToString() ?? "", (reference, field));
        }

        return fields;
    }

    private int FindLastXref()
    {
        var tail = _bytes.Span[Math.Max(0, _bytes.Length - 2048)..];
        var at = tail.LastIndexOf("startxref"u8);
        if (at < 0 || !_bytes.Span.StartsWith("%PDF-"u8))
            throw new PdfFormatException("Not a readable PDF: no header or no startxref.");
        var parser = new PdfParser(_bytes, _bytes.Length - tail.Length + at + "startxref".Length);
        return parser.ReadInteger();
    }

    private XrefSection ReadSection(int offset)
    {
        if (offset < 0 || offset >= _bytes.Length)
            throw new PdfFormatException("Not a readable PDF: a cross-reference table outside the file.");
        var parser = new PdfParser(_bytes, offset);
        if (!parser.TryKeyword("xref"))
            throw new PdfFormatException("This PDF has cross-reference streams; only files written by this program are read.");
        var numbers = new List<int>();
        while (!parser.TryKeyword("trailer"))
        {
            var first = parser.ReadInteger();
            var count = parser.ReadInteger();
            for (var i = 0; i < count; i++)
                ReadEntry(parser, checked(first + i), numbers);
        }

        return parser.ReadValue() is PdfDictionary trailer && trailer["XRefStm"] is null
            ? new XrefSection(offset, numbers, trailer)
            : throw new PdfFormatException("Not a readable PDF: no trailer.");
    }

    private void ReadEntry(PdfParser parser, int number, List<int> numbers)
    {
        parser.SkipSpace();
        var offset = long.Parse(parser.ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture);
        parser.ReadInteger();
        parser.SkipSpace();
        numbers.Add(number);
        if (parser.ReadWord() == "n" && offset < _bytes.Length)
            _offsets.TryAdd(number, (int)offset);
        else
            _offsets.TryAdd(number, -1);
        if (_offsets[number] < 0)
            _objects.TryAdd(number, null);
    }

    internal sealed record XrefSection(int Offset, IReadOnlyList<int> Numbers, PdfDictionary Trailer);
}

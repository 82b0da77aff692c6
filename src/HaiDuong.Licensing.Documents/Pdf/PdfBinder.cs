using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.Documents.Pdf;

/// <summary>
/// Ghép văn bản để in: the pages of many documents of this program as one file, in the order in which they are added. What a document shows in its fields
/// (number, date, signatures, seal) is drawn into the pages, so that the file is for printing alone: it has no fields and no signatures of its own.
/// </summary>
public sealed class PdfBinder
{
    private static readonly PdfReference Catalog = new(1);
    private static readonly PdfReference Tree = new(2);

    /// <summary>What a page may have from the nodes above it (ISO 32000-1, table 30).</summary>
    private static readonly string[] Inherited = ["MediaBox", "CropBox", "Rotate"];

    /// <summary>By number, from 1; the first two are the catalog and the page tree.</summary>
    private readonly List<PdfObject?> _objects = [null, null];

    private readonly List<PdfReference> _pages = [];

    public int Pages => _pages.Count;

    /// <summary>Adds the pages of a document behind those that are there.</summary>
    /// <param name="pdf">A document of this program.</param>
    /// <param name="onOwnSheet">True to begin on the front of a sheet that is printed on both sides.</param>
    /// <exception cref="PdfFormatException">It is no such document; nothing of it is added.</exception>
    public void Add(ReadOnlyMemory<byte> pdf, bool onOwnSheet = false)
    {
        var (objects, pages) = (_objects.Count, _pages.Count);
        try
        {
            var file = new PdfFile(pdf);
            var copy = new Copy(file, this);
            if (onOwnSheet && _pages.Count % 2 == 1)
                _pages.Add(Keep(new PdfDictionary().With("Type", "Page").With("Parent", Tree).With("MediaBox", BoxOfLast())));
            foreach (var page in file.Pages())
                _pages.Add(Keep(copy.Page(file.Dictionary(page))));
        }
        catch (PdfFormatException)
        {
            _objects.RemoveRange(objects, _objects.Count - objects);
            _pages.RemoveRange(pages, _pages.Count - pages);
            throw;
        }
    }

    public byte[] ToBytes()
    {
        _objects[0] = new PdfDictionary().With("Type", "Catalog").With("Pages", Tree);
        _objects[1] = new PdfDictionary().With("Type", "Pages").With("Kids", new PdfArray(_pages)).With("Count", _pages.Count);
        using var output = new MemoryStream();
        output.Write("%PDF-1.7\n%"u8);
        output.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new List<long>(_objects.Count);
        for (var index = 0; index < _objects.Count; index++)
        {
            places.Add(output.Position);
            Ascii(output, $"{index + 1} 0 obj\n");
            (_objects[index] ?? new PdfToken("null")).Write(output);
            Ascii(output, "\nendobj\n");
        }

        var xref = output.Position;
        Ascii(output, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Ascii(output, $"{place:D10} 00000 n \n");
        Ascii(output, "trailer\n");
        new PdfDictionary().With("Size", places.Count + 1).With("Root", Catalog).Write(output);
        Ascii(output, $"\nstartxref\n{xref}\n%%EOF\n");
        return output.ToArray();
    }

    private PdfReference Keep(PdfObject? value)
    {
        _objects.Add(value);
        return new PdfReference(_objects.Count);
    }

    private PdfObject? BoxOfLast() => ((PdfDictionary)_objects[_pages[^1].Number - 1]!)["MediaBox"];

    private static void Ascii(Stream output, string text) => output.Write(Encoding.ASCII.GetBytes(text));

    /// <summary>Takes over the objects of one document, each once, under numbers of the bound file.</summary>
    private sealed class Copy(PdfFile file, PdfBinder into)
    {
        private readonly Dictionary<int, PdfReference> _known = [];

        /// <summary>A page with its fields drawn into it.</summary>
        public PdfDictionary Page(PdfDictionary page)
        {
            var copy = new PdfDictionary().With("Type", "Page").With("Parent", Tree);
            foreach (var key in Inherited)
                copy[key] = Of(OfPageOrAbove(page, key));
            copy["Group"] = Of(page["Group"]);
            var resources = Dictionary(file.Resolve(OfPageOrAbove(page, "Resources")) as PdfDictionary);
            var forms = Dictionary(file.Resolve((file.Resolve(OfPageOrAbove(page, "Resources")) as PdfDictionary)?["XObject"]) as PdfDictionary);
            var drawn = new StringBuilder("\nQ\n");
            foreach (var field in PdfAppearance.OfPage(file, page))
            {
                var name = $"Field{forms.Entries.Count}";
                while (forms[name] is not null)
                    name += "x";
                forms[name] = Of(field.Form);
                drawn.Append(CultureInfo.InvariantCulture, $"q {field.Place} cm /{name} Do Q\n");
            }

            copy["Resources"] = forms.Entries.Count > 0 ? resources.With("XObject", forms) : resources;
            copy["Contents"] = new PdfArray([
                into.Keep(new PdfStream(new PdfDictionary(), "q\n"u8.ToArray())),
                .. Contents(page),
                into.Keep(new PdfStream(new PdfDictionary(), Encoding.ASCII.GetBytes(drawn.ToString()))),
            ]);
            return copy;
        }

        private IEnumerable<PdfObject> Contents(PdfDictionary page) =>
            (file.Resolve(page["Contents"]) is PdfArray several ? several.Items : new[] { page["Contents"] }.OfType<PdfObject>())
                .Select(Of)
                .OfType<PdfObject>();

        private PdfObject? OfPageOrAbove(PdfDictionary page, string key)
        {
            var (node, depth) = (page, 0);
            while (node[key] is null && depth++ < 32 && file.Resolve(node["Parent"]) is PdfDictionary above)
                node = above;
            return node[key];
        }

        private PdfObject? Of(PdfObject? value) =>
            value switch
            {
                PdfReference reference => Of(reference),
                PdfArray array => new PdfArray(array.Items.Select(Of).OfType<PdfObject>()),
                PdfDictionary dictionary => Dictionary(dictionary),
                PdfStream stream => new PdfStream(Dictionary(stream.Dictionary), stream.Data),
                _ => value,
            };

        private PdfReference Of(PdfReference reference)
        {
            if (_known.TryGetValue(reference.Number, out var known))
                return known;
            var copy = into.Keep(null);
            _known[reference.Number] = copy;
            into._objects[copy.Number - 1] = Of(file.Get(reference.Number));
            return copy;
        }

        private PdfDictionary Dictionary(PdfDictionary? dictionary)
        {
            var copy = new PdfDictionary();
            foreach (var (key, value) in dictionary?.Entries ?? new PdfDictionary().Entries)
                // The length is written anew, and nothing leads back to the tree of the document.
                if (key is not ("Length" or "Parent"))
                    copy[key] = Of(value);
            return copy;
        }
    }
}

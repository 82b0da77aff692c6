using System.Text;

namespace HaiDuong.Licensing.Documents.Pdf;

/// <summary>An incremental update: new and changed objects appended to a file whose bytes stay as they are (ISO 32000-1, 7.5.6).</summary>
internal sealed class PdfUpdate(PdfFile file)
{
    private readonly SortedDictionary<int, PdfObject> _objects = [];
    private int _size = file.Size;

    public PdfReference Add(PdfObject value)
    {
        _objects[_size] = value;
        return new PdfReference(_size++);
    }

    public void Set(PdfReference reference, PdfObject value) => _objects[reference.Number] = value;

    /// <summary>The dictionary as this update will leave it, ready to be changed.</summary>
    public PdfDictionary Change(PdfReference reference)
    {
        if (_objects.TryGetValue(reference.Number, out var changed))
            return (PdfDictionary)changed;
        var copy = file.Dictionary(reference).Copy();
        Set(reference, copy);
        return copy;
    }

    public byte[] ToBytes() => ToBytes(out _);

    /// <summary>Writes the file; <paramref name="offsets"/> says where each object of the update begins.</summary>
    public byte[] ToBytes(out IReadOnlyDictionary<int, int> offsets)
    {
        using var output = new MemoryStream();
        output.Write(file.Bytes.Span);
        if (file.Bytes.Span[^1] != '\n')
            output.WriteByte((byte)'\n');
        var places = new Dictionary<int, int>();
        foreach (var (number, value) in _objects)
        {
            places[number] = checked((int)output.Position);
            output.Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n"));
            value.Write(output);
            output.Write("\nendobj\n"u8);
        }

        var xref = output.Position;
        output.Write("xref\n"u8);
        foreach (var (number, offset) in places)
            output.Write(Encoding.ASCII.GetBytes($"{number} 1\n{offset:D10} 00000 n \n"));
        output.Write("trailer\n"u8);
        var trailer = file.Trailer.Copy().With("Size", _size).With("Prev", file.LastXref);
        trailer.Write(output);
        output.Write(Encoding.ASCII.GetBytes($"\nstartxref\n{xref}\n%%EOF\n"));
        offsets = places;
        return output.ToArray();
    }
}

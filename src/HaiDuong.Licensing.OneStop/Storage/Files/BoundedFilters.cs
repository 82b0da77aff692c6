using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>Unpacks what a PDF packs, up to a sum of bytes: a small file that unpacks into gigabytes ends the reading instead.</summary>
internal sealed class BoundedFilters(CancellationToken budget) : IFilterProvider
{
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int ZlibHeader = 2;
    private readonly IFilterProvider usual = DefaultFilterProvider.Instance;
    private long unpacked;

    /// <summary>The library takes a refusal for a broken stream and reads on; whoever asked must look here.</summary>
    public bool IsExhausted { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(usual.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(usual.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(usual.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Bounded(filter, this))];

    private void Spend(long bytes)
    {
        unpacked += bytes;
        if (unpacked <= MostUnpacked && !budget.IsCancellationRequested)
            return;
        IsExhausted = true;
        throw new InvalidDataException("The file unpacks into too much.");
    }

    /// <summary>Unpacks once without keeping anything, before the library does it in memory.</summary>
    private void Measure(Memory<byte> packed)
    {
        if (packed.Length <= ZlibHeader)
            return;
        using var content = new MemoryStream(packed.ToArray(), ZlibHeader, packed.Length - ZlibHeader);
        using var unpacking = new DeflateStream(content, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            int read;
            try
            {
                read = unpacking.Read(buffer);
            }
            catch (InvalidDataException)
            {
                // What cannot be unpacked further takes no more room either.
                return;
            }

            if (read == 0)
                return;
            Spend(read);
        }
    }

    private sealed class Bounded(IFilter filter, BoundedFilters all) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter)
                all.Measure(input);
            else if (filter is not (Ascii85Filter or AsciiHexDecodeFilter))
                all.Spend(MostUnpacked + 1);
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}

using System.Buffers.Binary;
using System.Text;
using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>
/// Nơi chụp ảnh: whether a JPEG or PNG tells where it was taken (GPS in its Exif or XMP), and a copy of it that does not. Points, colours and which
/// side is up stay as they are.
/// </summary>
public static class PhotoPlace
{
    private const int GpsPointer = 0x8825;
    private const int LatitudeSide = 1;
    private const int Latitude = 2;
    private const int LongitudeSide = 3;
    private const int Longitude = 4;
    private const int EntryLength = 12;
    private static readonly byte[] ExifMark = "Exif\0\0"u8.ToArray();
    private static readonly byte[] XmpMark = "http://ns.adobe.com/xap/1.0/\0"u8.ToArray();
    private static readonly int[] SizeOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    /// <summary>What stands beside the picture: Exif or XMP, with its place in the file.</summary>
    private sealed record Block(int At, int Length);

    public static bool IsIn(byte[] photo) => Blocks(photo).Any(block => Tells(photo.AsSpan(block.At, block.Length)));

    public static byte[] Without(byte[] photo)
    {
        var copy = photo.ToArray();
        foreach (var block in Blocks(copy).Where(block => Tells(copy.AsSpan(block.At, block.Length))).ToList())
        {
            var content = copy.AsSpan(block.At, block.Length);
            if (Tiff(content) is var start && start >= 0)
                Blank(content[start..]);
            if (TellsInWords(content))
                content[(content.StartsWith(XmpMark) ? XmpMark.Length : 0)..].Fill((byte)' ');
            if (!IsJpeg(copy))
                Sum(copy, block);
        }

        return copy;
    }

    /// <summary>Vị trí chụp: where the camera says it stood (GPS in the Exif); null where it says nothing that is a place.</summary>
    public static GeoPosition? PositionIn(byte[] photo) =>
        Blocks(photo).Select(block => PositionIn(photo.AsSpan(block.At, block.Length))).FirstOrDefault(position => position is not null);

    private static GeoPosition? PositionIn(ReadOnlySpan<byte> block)
    {
        var start = Tiff(block);
        if (start < 0)
            return null;
        var tiff = block[start..];
        var gps = new Entries(tiff, Entries.First(tiff).Find(GpsPointer));
        return
            Degrees(tiff, gps, LatitudeSide, Latitude, 'S') is >= -90 and <= 90 and var north
            && Degrees(tiff, gps, LongitudeSide, Longitude, 'W') is >= -180 and <= 180 and var east
            ? new GeoPosition(north, east)
            : null;
    }

    /// <summary>Degrees, minutes and seconds, each a fraction, and on which side of the equator or of Greenwich.</summary>
    private static decimal? Degrees(ReadOnlySpan<byte> tiff, Entries gps, int side, int tag, char negative)
    {
        const int Fraction = 8;
        var at = gps.Find(tag);
        if (at <= 0 || at > tiff.Length - (3 * Fraction))
            return null;
        var (sum, parts) = (0m, 1m);
        for (var i = 0; i < 3; i++, parts *= 60)
        {
            var (top, bottom) = (Unsigned(tiff, at + (i * Fraction), gps.IsBig), Unsigned(tiff, at + (i * Fraction) + 4, gps.IsBig));
            if (bottom == 0 && (top > 0 || i == 0))
                return null;
            sum += bottom == 0 ? 0 : (decimal)top / bottom / parts;
        }

        var letter = gps.IsBig ? gps.Find(side) >> 24 : gps.Find(side);
        return Math.Round((char)(letter & 0xFF) == negative ? -sum : sum, GeoPosition.Decimals);
    }

    private static uint Unsigned(ReadOnlySpan<byte> tiff, int at, bool big) => unchecked((uint)Entries.Read32(tiff, at, big));

    private static bool Tells(ReadOnlySpan<byte> block) => TellsInWords(block) || (Tiff(block) is var start && start >= 0 && TellsInExif(block[start..]));

    private static bool TellsInWords(ReadOnlySpan<byte> block) => block.IndexOf("GPSLatitude"u8) >= 0;

    private static bool TellsInExif(ReadOnlySpan<byte> tiff)
    {
        var gps = new Entries(tiff, Entries.First(tiff).Find(GpsPointer));
        return gps.Find(Latitude) > 0 || gps.Find(Longitude) > 0;
    }

    /// <summary>Empties the list of what is known of the place, and writes zeros over it.</summary>
    private static void Blank(Span<byte> tiff)
    {
        var first = Entries.First(tiff);
        var at = first.Find(GpsPointer);
        var gps = new Entries(tiff, at);
        if (gps.Count == 0)
            return;
        var big = first.IsBig;
        for (var i = 0; i < gps.Count; i++)
        {
            var entry = at + 2 + (i * EntryLength);
            var (type, count, value) = (Entries.Read16(tiff, entry + 2, big), Entries.Read32(tiff, entry + 4, big), Entries.Read32(tiff, entry + 8, big));
            var length = type < SizeOfType.Length ? (long)SizeOfType[type] * count : 0;
            if (length > 4 && value >= 0 && value + length <= tiff.Length)
                tiff.Slice(value, (int)length).Clear();
            tiff.Slice(entry, EntryLength).Clear();
        }

        tiff.Slice(at, 2).Clear();
    }

    /// <summary>Where the lists of an Exif block begin; -1 when the block is none.</summary>
    private static int Tiff(ReadOnlySpan<byte> block)
    {
        var start = block.StartsWith(ExifMark) ? ExifMark.Length : 0;
        var rest = block[start..];
        return rest.StartsWith("II*\0"u8) || rest.StartsWith("MM\0*"u8) ? start : -1;
    }

    private static bool IsJpeg(byte[] photo) => photo is [0xFF, 0xD8, ..];

    private static IEnumerable<Block> Blocks(byte[] photo) => IsJpeg(photo) ? Segments(photo) : Chunks(photo);

    private static IEnumerable<Block> Segments(byte[] photo)
    {
        const int App1 = 0xE1,
            StartOfScan = 0xDA,
            LengthBytes = 2;
        for (var at = 2; at + 4 <= photo.Length && photo[at] == 0xFF && photo[at + 1] != StartOfScan; )
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(photo.AsSpan(at + 2));
            if (length < LengthBytes || at + 2 + length > photo.Length)
                yield break;
            if (photo[at + 1] == App1)
                yield return new Block(at + 4, length - LengthBytes);
            at += 2 + length;
        }
    }

    private static IEnumerable<Block> Chunks(byte[] photo)
    {
        const int Signature = 8,
            Frame = 12;
        for (var at = Signature; at + Frame <= photo.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(photo.AsSpan(at));
            if (length < 0 || length > photo.Length - at - Frame)
                yield break;
            if (Encoding.Latin1.GetString(photo, at + 4, 4) is "eXIf" or "iTXt")
                yield return new Block(at + 8, length);
            at += Frame + length;
        }
    }

    /// <summary>A chunk of a PNG ends with the check sum of its name and content.</summary>
    private static void Sum(byte[] photo, Block chunk)
    {
        var sum = uint.MaxValue;
        foreach (var one in photo.AsSpan(chunk.At - 4, chunk.Length + 4))
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        BinaryPrimitives.WriteUInt32BigEndian(photo.AsSpan(chunk.At + chunk.Length), ~sum);
    }

    /// <summary>A list of entries of an Exif block; empty where none is, whatever the bytes say.</summary>
    private readonly ref struct Entries(ReadOnlySpan<byte> tiff, int at)
    {
        private readonly ReadOnlySpan<byte> tiff = tiff;

        public bool IsBig => tiff[0] == (byte)'M';

        public int Count => at <= 0 ? 0 : Math.Min(Read16(tiff, at, IsBig), Math.Max(0, (tiff.Length - at - 2) / EntryLength));

        public static Entries First(ReadOnlySpan<byte> tiff) => new(tiff, Read32(tiff, 4, tiff[0] == (byte)'M'));

        /// <summary>Where the values of the entry lie; 0 when there is no such entry.</summary>
        public int Find(int tag)
        {
            for (var i = 0; i < Count; i++)
            {
                var entry = at + 2 + (i * EntryLength);
                if (Read16(tiff, entry, IsBig) == tag)
                    return Read32(tiff, entry + 8, IsBig);
            }

            return 0;
        }

        public static int Read16(ReadOnlySpan<byte> from, int at, bool big) =>
            at < 0 || at > from.Length - 2 ? 0
            : big ? BinaryPrimitives.ReadUInt16BigEndian(from[at..])
            : BinaryPrimitives.ReadUInt16LittleEndian(from[at..]);

        public static int Read32(ReadOnlySpan<byte> from, int at, bool big) =>
            at < 0 || at > from.Length - 4 ? 0
            : big ? BinaryPrimitives.ReadInt32BigEndian(from[at..])
            : BinaryPrimitives.ReadInt32LittleEndian(from[at..]);
    }
}

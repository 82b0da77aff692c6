using System.Buffers.Binary;
using SkiaSharp;

namespace HaiDuong.Licensing.Tests.Files;

/// <summary>A photo as a telephone takes it: it tells which side is up, and where it was taken.</summary>
public static class SamplePhoto
{
    /// <summary>Degrees, minutes and seconds as the telephone writes them; to be found in the file as they are.</summary>
    public static byte[] LatitudeBytes { get; } = Rationals(20, 56, 2513);

    public const int Orientation = 6;

    public static byte[] Jpeg(bool withPlace)
    {
        var plain = Encode(SKEncodedImageFormat.Jpeg);
        var exif = (byte[])[.. "Exif\0\0"u8, .. Tiff(withPlace)];
        return [.. plain[..2], 0xFF, 0xE1, .. Big16(exif.Length + 2), .. exif, .. plain[2..]];
    }

    /// <summary>A picture that a program has written the place into, in words.</summary>
    public static byte[] JpegWithPlaceInWords()
    {
        var plain = Encode(SKEncodedImageFormat.Jpeg);
        var xmp = (byte[])
            [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x:xmpmeta xmlns:x='adobe:ns:meta/'><exif:GPSLatitude>20,56.4N</exif:GPSLatitude></x:xmpmeta>"u8];
        return [.. plain[..2], 0xFF, 0xE1, .. Big16(xmp.Length + 2), .. xmp, .. plain[2..]];
    }

    public static byte[] Png(bool withPlace)
    {
        const int AfterHeader = 8 + 25;
        var plain = Encode(SKEncodedImageFormat.Png);
        var named = (byte[])[.. "eXIf"u8, .. Tiff(withPlace)];
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Sum(named));
        return [.. plain[..AfterHeader], 0, 0, .. Big16(named.Length - 4), .. named, .. sum, .. plain[AfterHeader..]];
    }

    public static uint Sum(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        foreach (var one in content)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }

    /// <summary>A first directory with the orientation and, if wanted, a second one with latitude and longitude.</summary>
    private static byte[] Tiff(bool withPlace)
    {
        const int GpsAt = 8 + 2 + (2 * 12) + 4;
        const int ValuesAt = GpsAt + 2 + (4 * 12) + 4;
        byte[] orientation = [.. Entry(0x0112, 3, 1, Orientation << 16)];
        if (!withPlace)
            return [.. "MM\0*"u8, .. Big32(8), .. Big16(1), .. orientation, .. Big32(0)];
        return
        [
            .. "MM\0*"u8,
            .. Big32(8),
            .. Big16(2),
            .. orientation,
            .. Entry(0x8825, 4, 1, GpsAt),
            .. Big32(0),
            .. Big16(4),
            .. Entry(1, 2, 2, 'N' << 24),
            .. Entry(2, 5, 3, ValuesAt),
            .. Entry(3, 2, 2, 'E' << 24),
            .. Entry(4, 5, 3, ValuesAt + 24),
            .. Big32(0),
            .. LatitudeBytes,
            .. Rationals(106, 18, 5536),
        ];
    }

    private static byte[] Encode(SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(64, 48);
        picture.Erase(SKColors.SeaGreen);
        using var data = picture.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Entry(int tag, int type, int count, int value) => [.. Big16(tag), .. Big16(type), .. Big32(count), .. Big32(value)];

    private static byte[] Rationals(int degrees, int minutes, int hundredths) =>
        [.. Big32(degrees), .. Big32(1), .. Big32(minutes), .. Big32(1), .. Big32(hundredths), .. Big32(100)];

    private static byte[] Big16(int value) => unchecked([(byte)(value >> 8), (byte)value]);

    private static byte[] Big32(int value) => unchecked([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
}

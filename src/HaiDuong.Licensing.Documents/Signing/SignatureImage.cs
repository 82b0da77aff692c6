using System.Globalization;
using HaiDuong.Licensing.Documents.Forms;
using HaiDuong.Licensing.Documents.Pdf;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>Puts a transparent PNG into a signature field, as large as the field allows and in its own proportions.</summary>
internal static class SignatureImage
{
    private const int LargestSide = 4000;

    public static PdfReference AddTo(PdfUpdate update, PdfFile file, PdfDictionary field, byte[] png)
    {
        var area = ((PdfArray)file.Resolve(field["Rect"])!).Items.Select(item => (float)((PdfToken)item).ToNumber()).ToArray();
        var (width, height) = (area[2] - area[0], area[3] - area[1]);
        using var bitmap = Read(png);
        var scale = Math.Min(width / bitmap.Width, height / bitmap.Height);
        var (w, h) = (bitmap.Width * scale, bitmap.Height * scale);
        var content = string.Create(CultureInfo.InvariantCulture, $"q {w:0.##} 0 0 {h:0.##} {(width - w) / 2:0.##} {(height - h) / 2:0.##} cm /Image Do Q\n");
        var resources = new PdfDictionary().With("XObject", new PdfDictionary().With("Image", AddImage(update, bitmap)));
        return update.Add(FormFields.Appearance(width, height, resources, content));
    }

    private static SKBitmap Read(byte[] png)
    {
        using var codec = SKCodec.Create(new MemoryStream(png)) ?? throw new InvalidDataException("The signature image cannot be read.");
        if (codec.Info.Width > LargestSide || codec.Info.Height > LargestSide)
            throw new InvalidDataException($"The signature image is larger than {LargestSide} pixels.");
        return SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
    }

    private static PdfReference AddImage(PdfUpdate update, SKBitmap bitmap)
    {
        var pixels = bitmap.GetPixelSpan();
        var colours = new byte[bitmap.Width * bitmap.Height * 3];
        var opacity = new byte[bitmap.Width * bitmap.Height];
        for (var i = 0; i < opacity.Length; i++)
        {
            pixels.Slice(i * 4, 3).CopyTo(colours.AsSpan(i * 3));
            opacity[i] = pixels[(i * 4) + 3];
        }

        var mask = update.Add(PdfStream.Compressed(Dictionary(bitmap, "DeviceGray"), opacity));
        return update.Add(PdfStream.Compressed(Dictionary(bitmap, "DeviceRGB").With("SMask", mask), colours));
    }

    private static PdfDictionary Dictionary(SKBitmap bitmap, string colours) =>
        new PdfDictionary()
            .With("Type", "XObject")
            .With("Subtype", "Image")
            .With("Width", bitmap.Width)
            .With("Height", bitmap.Height)
            .With("ColorSpace", colours)
            .With("BitsPerComponent", 8);
}

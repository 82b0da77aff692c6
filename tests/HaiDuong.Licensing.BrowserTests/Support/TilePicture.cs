using SkiaSharp;

namespace HaiDuong.Licensing.BrowserTests.Support;

/// <summary>A tile of a map as a PNG of 256 × 256 dots with its numbers on it.</summary>
internal static class TilePicture
{
    private const int Side = 256;

    public static byte[] Of(int x, int y)
    {
        using var picture = new SKBitmap(Side, Side);
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear((x + y) % 2 == 0 ? new SKColor(0xdd, 0xe8, 0xe4) : new SKColor(0xf1, 0xec, 0xe2));
            using var font = new SKFont(SKTypeface.Default, 20);
            using var ink = new SKPaint { Color = SKColors.Gray };
            canvas.DrawText($"{x}/{y}", 20, 40, font, ink);
        }

        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}

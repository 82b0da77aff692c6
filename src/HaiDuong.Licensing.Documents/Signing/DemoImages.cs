using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Layout;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>Drawn stand-ins for the image of a signature and of a seal (hình ảnh chữ ký, con dấu); both say "MẪU".</summary>
public static class DemoImages
{
    private const float PixelsPerMillimetre = 300 / 25.4f;

    /// <summary>A blue stroke, PNG with transparency.</summary>
    public static byte[] Signature()
    {
        using var surface = Blank(46, 20, out var canvas);
        using var pen = Pen(new SKColor(20, 60, 170), 0.7f);
        using var stroke = new SKPath();
        stroke.MoveTo(4, 14);
        stroke.CubicTo(10, -4, 14, 2, 11, 16);
        stroke.CubicTo(14, 6, 18, 6, 18, 12);
        stroke.CubicTo(22, 4, 24, 8, 24, 13);
        stroke.CubicTo(28, 5, 31, 8, 30, 12);
        stroke.CubicTo(35, 16, 40, 8, 43, 5);
        stroke.MoveTo(8, 17);
        stroke.CubicTo(20, 14, 32, 16, 41, 14);
        canvas.DrawPath(stroke, pen);
        Write(canvas, Wording.Get("Sample"), 36, 18.5f, 3.2f, pen.Color);
        return Png(surface);
    }

    /// <summary>A red round seal of 36 mm with the agency's name, PNG with transparency.</summary>
    public static byte[] Seal(string agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        using var surface = Blank(36, 36, out var canvas);
        var red = new SKColor(215, 25, 32);
        using var pen = Pen(red, 0.8f);
        canvas.DrawCircle(18, 18, 17.3f, pen);
        pen.StrokeWidth = 0.35f;
        canvas.DrawCircle(18, 18, 16.3f, pen);
        canvas.DrawCircle(18, 18, 10.5f, pen);
        using var ring = new SKPath();
        ring.AddArc(new SKRect(5.8f, 5.8f, 30.2f, 30.2f), 150, 240);
        using var face = FontSet.Font(FontSet.Bundled.Face(1), 3.1f);
        using var fill = new SKPaint { Color = red, IsAntialias = true };
        using var measure = new SKPathMeasure(ring);
        var name = agency.ReplaceLineEndings(" ").ToUpperInvariant();
        var width = face.MeasureText(name);
        if (width > measure.Length)
            face.Size *= measure.Length / width;
        canvas.DrawTextOnPath(name, ring, new SKPoint(Math.Max(0, (measure.Length - face.MeasureText(name)) / 2), 0), SKTextAlign.Left, face, fill);
        Write(canvas, Wording.Get("Sample"), 18, 20, 6, red);
        return Png(surface);
    }

    private static SKSurface Blank(float width, float height, out SKCanvas canvas)
    {
        var surface = SKSurface.Create(
            new SKImageInfo((int)(width * PixelsPerMillimetre), (int)(height * PixelsPerMillimetre), SKColorType.Rgba8888, SKAlphaType.Premul)
        );
        canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(PixelsPerMillimetre);
        return surface;
    }

    private static SKPaint Pen(SKColor color, float width) =>
        new()
        {
            Color = color,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
            IsAntialias = true,
        };

    private static void Write(SKCanvas canvas, string text, float middle, float baseline, float size, SKColor color)
    {
        var line = GlyphText.Of(FontSet.Bundled, size, text, bold: true).Break(float.MaxValue)[0];
        line.Draw(canvas, middle - (line.Width / 2), baseline, color: color);
    }

    private static byte[] Png(SKSurface surface)
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}

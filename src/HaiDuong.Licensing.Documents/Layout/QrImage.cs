using QRCoder;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Draws a QR code as black squares.</summary>
internal static class QrImage
{
    /// <summary>Side of the code with its quiet zone: 22 mm.</summary>
    public const float Side = 22 * PageGeometry.Millimetre;

    private const int QuietModules = 4;

    public static void Draw(SKCanvas canvas, string payload, float x, float y)
    {
        if (payload.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("A QR payload is printable ASCII.", nameof(payload));
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var module = Side / matrix.Count;
        // The quiet zone is the paper itself: the code's edge stands on the text's edge.
        x -= QuietModules * module;
        using var squares = new SKPath();
        for (var row = 0; row < matrix.Count; row++)
        {
            for (var from = 0; from < matrix.Count; from++)
            {
                var to = from;
                while (to < matrix.Count && matrix[row][to])
                    to++;
                if (to > from)
                    squares.AddRect(SKRect.Create(x + (from * module), y + (row * module), (to - from) * module, module));
                from = to;
            }
        }

        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        canvas.DrawPath(squares, paint);
    }
}

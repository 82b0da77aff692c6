using QRCoder;

namespace HaiDuong.Licensing.Documents.Content;

/// <summary>Mã QR as a picture to keep: a banking app on the same phone reads it from there.</summary>
public static class QrPng
{
    private const int PixelsOfASquare = 8;

    /// <summary>A PNG of printable ASCII, with its quiet zone.</summary>
    public static byte[] Draw(string payload)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(PixelsOfASquare);
    }
}

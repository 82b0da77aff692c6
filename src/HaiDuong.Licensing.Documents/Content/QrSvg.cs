using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace HaiDuong.Licensing.Documents.Content;

/// <summary>Mã QR for a page that is printed: the same squares as on a document, as a picture that scales.</summary>
public static class QrSvg
{
    /// <summary>A picture of an address, with its quiet zone; the label says to whoever does not see it what it is.</summary>
    /// <exception cref="ArgumentException">The address is not printable ASCII.</exception>
    public static string Draw(string address, string label)
    {
        if (address.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("A QR payload is printable ASCII.", nameof(address));
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var squares = new StringBuilder();
        for (var row = 0; row < matrix.Count; row++)
        for (var column = 0; column < matrix.Count; column++)
            if (matrix[row][column])
                squares.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
        var side = matrix.Count.ToString(CultureInfo.InvariantCulture);
        return $"""
            <svg class="hd-qr" role="img" aria-label="{WebUtility.HtmlEncode(label)}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">
              <path d="{squares}"/>
            </svg>
            """;
    }
}

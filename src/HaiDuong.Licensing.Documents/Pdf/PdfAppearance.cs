using System.Globalization;

namespace HaiDuong.Licensing.Documents.Pdf;

/// <summary>What a field shows on its page when it is printed: its drawing, and the matrix that brings it to its place.</summary>
internal sealed record PdfAppearance(PdfReference Form, string Place)
{
    private const int Hidden = 2;
    private const int Print = 4;

    /// <summary>Those of all fields of a page that are printed (ISO 32000-1, 12.5.5).</summary>
    public static IEnumerable<PdfAppearance> OfPage(PdfFile file, PdfDictionary page) =>
        (file.Resolve(page["Annots"]) as PdfArray)?.Items.Select(annotation => Of(file, file.Dictionary(annotation))).OfType<PdfAppearance>() ?? [];

    private static PdfAppearance? Of(PdfFile file, PdfDictionary field)
    {
        var flags = field["F"] is PdfToken token ? token.ToInteger() : 0;
        if (
            field.Name("Subtype") != "Widget"
            || (flags & Print) == 0
            || (flags & Hidden) != 0
            || (file.Resolve(field["AP"]) as PdfDictionary)?["N"] is not PdfReference form
            || file.Resolve(form) is not PdfStream drawing
            || Numbers(file, drawing.Dictionary["BBox"]) is not { Length: 4 } box
            || Numbers(file, field["Rect"]) is not { Length: 4 } place
        )
            return null;
        var matrix = Numbers(file, drawing.Dictionary["Matrix"]) is { Length: 6 } given ? given : [1, 0, 0, 1, 0, 0];
        (double X, double Y)[] corners =
        [
            .. from x in new[] { box[0], box[2] }
            from y in new[] { box[1], box[3] }
            select ((x * matrix[0]) + (y * matrix[2]) + matrix[4], (x * matrix[1]) + (y * matrix[3]) + matrix[5]),
        ];
        var (left, bottom) = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
        var (width, height) = (corners.Max(corner => corner.X) - left, corners.Max(corner => corner.Y) - bottom);
        if (width <= 0 || height <= 0)
            return null;
        var (scaleX, scaleY) = (Math.Abs(place[2] - place[0]) / width, Math.Abs(place[3] - place[1]) / height);
        var (moveX, moveY) = (Math.Min(place[0], place[2]) - (left * scaleX), Math.Min(place[1], place[3]) - (bottom * scaleY));
        return new PdfAppearance(form, string.Create(CultureInfo.InvariantCulture, $"{scaleX:0.####} 0 0 {scaleY:0.####} {moveX:0.####} {moveY:0.####}"));
    }

    private static double[]? Numbers(PdfFile file, PdfObject? value) =>
        file.Resolve(value) is PdfArray array ? [.. array.Items.Select(item => file.Resolve(item)).OfType<PdfToken>().Select(item => item.ToNumber())] : null;
}

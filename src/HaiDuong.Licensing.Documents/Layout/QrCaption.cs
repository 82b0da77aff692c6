using HaiDuong.Licensing.Documents.Content;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>What the QR code leads to as text, on its height: the label and below it the code. On a slip the title stands between them.</summary>
internal sealed class QrCaption
{
    private readonly List<TextLine> _lines = [];
    private readonly float _size;

    public QrCaption(FontSet fonts, QrMark mark, float size)
    {
        _size = size;
        if (mark.Code.Length == 0)
            return;
        _lines.AddRange(GlyphText.Of(fonts, size, mark.Label).Break(float.MaxValue));
        _lines.AddRange(GlyphText.Of(fonts, size, mark.Code, bold: true).Break(float.MaxValue));
    }

    /// <summary>Draws the lines in the middle of the code's height, from an edge on.</summary>
    public void DrawFrom(PageSurface surface, float left, float top) => Draw(surface, top, _ => left);

    /// <summary>The same up to an edge.</summary>
    public void DrawUpTo(PageSurface surface, float right, float top) => Draw(surface, top, line => right - line.Width);

    private void Draw(PageSurface surface, float top, Func<TextLine, float> x)
    {
        var height = PageGeometry.LineHeight(_size);
        var first = top + ((QrImage.Side - (_lines.Count * height)) / 2) + PageGeometry.Ascent(_size);
        for (var i = 0; i < _lines.Count; i++)
            _lines[i].Draw(surface.Canvas, x(_lines[i]), first + (i * height));
    }
}

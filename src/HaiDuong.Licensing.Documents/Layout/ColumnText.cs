using HaiDuong.Licensing.Documents.Content;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

internal sealed record Column(float X, float Width);

/// <summary>Centred lines below each other in one column, with rules and form fields between them.</summary>
internal sealed class ColumnText(FontSet fonts, Column column)
{
    private const float SmallestSize = 8;
    private readonly List<Action<PageSurface, float>> _acts = [];
    private float _lastWidth;

    public float Height { get; private set; }

    public void MoveTo(float y) => Height = y;

    public void Add(string text, float size, bool bold = false, bool italic = false)
    {
        foreach (var line in GlyphText.Of(fonts, size, KeepAnd(text), bold, italic).BreakBalanced(column.Width))
            Add(line, size);
    }

    /// <summary>Adds a text on one line, in a smaller size where the column is too narrow.</summary>
    public void AddOneLine(string text, float size)
    {
        var wide = GlyphText.Of(fonts, size, text).NaturalWidth;
        var fitting = wide > column.Width ? Math.Max(SmallestSize, size * column.Width / (wide + 1)) : size;
        Add(text, fitting);
    }

    public void Add(TextLine line, float size)
    {
        var y = Height + PageGeometry.Ascent(size);
        _acts.Add((surface, top) => line.Draw(surface.Canvas, column.X + ((column.Width - line.Width) / 2), top + y));
        _lastWidth = line.Width;
        Height += PageGeometry.LineHeight(size);
    }

    public void AddField(string name, string text, float size, bool italic)
    {
        var y = Height;
        var height = PageGeometry.LineHeight(size);
        _acts.Add(
            (surface, top) => surface.Fields.Add(new FieldSpot(name, surface.Index, SKRect.Create(column.X, top + y, column.Width, height), text, size, italic))
        );
        Height += height;
    }

    /// <summary>A solid line under the last text, as long as a share of it.</summary>
    public void Underline(float share)
    {
        var (y, width) = (Height + 1.5f, _lastWidth * share);
        _acts.Add(
            (surface, top) =>
            {
                using var pen = new SKPaint
                {
                    Color = SKColors.Black,
                    Style = SKPaintStyle.Stroke,
                    StrokeWidth = 0.75f,
                    IsAntialias = true,
                };
                var x = column.X + ((column.Width - width) / 2);
                surface.Canvas.DrawLine(x, top + y, x + width, top + y, pen);
            }
        );
        Height += 3;
    }

    public void Space(float height) => Height += height;

    public void Act(Action<PageSurface, float> act) => _acts.Add(act);

    // A centred line does not end with "và".
    private static string KeepAnd(string text)
    {
        var and = Wording.Get("And");
        return text.Replace($" {and} ", $" {and}\u00A0", StringComparison.Ordinal)
            .Replace($" {and.ToUpperInvariant()} ", $" {and.ToUpperInvariant()}\u00A0", StringComparison.Ordinal);
    }

    public void Draw(PageSurface surface, float top)
    {
        foreach (var act in _acts)
            act(surface, top);
    }
}

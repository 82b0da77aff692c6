using HaiDuong.Licensing.Documents.Content;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Lays a heading of several rows over the columns of a table.</summary>
internal sealed class HeadingLayout(FontSet fonts, IReadOnlyList<IReadOnlyList<string>> columns, float size, float padX, float padY)
{
    public Box Lay(float left, float[] widths)
    {
        var laid = TableHeading.Of(columns).Select(cell => (Cell: cell, Width: Sum(widths, cell.Column, cell.Columns))).ToList();
        var cells = laid.Select(one => (one.Cell, one.Width, Lines: Text(one.Cell).BreakBalanced(one.Width - (2 * padX)))).ToList();
        var heights = new float[TableHeading.Depth(columns)];
        foreach (var (cell, _, lines) in cells.OrderBy(one => one.Cell.Rows))
        {
            var missing = HeightOf(lines) - Sum(heights, cell.Row, cell.Rows);
            if (missing > 0)
                heights[cell.Row + cell.Rows - 1] += missing;
        }

        return new Box(heights.Sum(), (surface, top) =>
        {
            using var pen = new SKPaint
            {
                Color = SKColors.Black,
                Style = SKPaintStyle.Stroke,
                StrokeWidth = 0.6f,
                IsAntialias = true,
            };
            foreach (var (cell, width, lines) in cells)
            {
                var (x, y, height) = (left + Sum(widths, 0, cell.Column), top + Sum(heights, 0, cell.Row), Sum(heights, cell.Row, cell.Rows));
                surface.Canvas.DrawRect(x, y, width, height, pen);
                y += (height - HeightOf(lines)) / 2 + padY;
                foreach (var line in lines)
                {
                    line.Draw(surface.Canvas, x + ((width - line.Width) / 2), y + PageGeometry.Ascent(size));
                    y += PageGeometry.LineHeight(size);
                }
            }
        });
    }

    private GlyphText Text(HeadingCell cell) => GlyphText.Of(fonts, size, cell.Text, bold: true);

    private float HeightOf(List<TextLine> lines) => (lines.Count * PageGeometry.LineHeight(size)) + (2 * padY);

    private static float Sum(float[] values, int first, int count) => values.Skip(first).Take(count).Sum();
}

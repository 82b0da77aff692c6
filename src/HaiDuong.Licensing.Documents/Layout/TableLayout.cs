using HaiDuong.Licensing.Documents.Content;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Lays a table: widths by content, wrapped cells, a header that comes again on every page, rows kept whole.</summary>
internal sealed class TableLayout
{
    private const float PadX = 3.5f;
    private const float PadY = 2.5f;
    private readonly FontSet _fonts;
    private readonly PageGeometry _page;
    private readonly TableBlock _table;
    private readonly float _size;
    private readonly float[] _widths;

    public TableLayout(FontSet fonts, PageGeometry page, TableBlock table)
    {
        (_fonts, _page, _table) = (fonts, page, table);
        _size = SizeFor(
            page.Body
                - (
                    table.Columns.Count >= WideColumns ? 3
                    : table.Columns.Count >= MediumColumns ? 2
                    : 1
                )
        );
        _widths = Widths(_size);
    }

    /// <summary>Columns from which an annex is turned to landscape.</summary>
    public const int WideColumns = 8;

    private const int MediumColumns = 6;

    // A heading may take two lines, so that it does not set the width of a column of short values.
    private const float HeadingShare = 0.6f;

    public List<Box> Lay()
    {
        var hasHeader = _table.Header.Any(cell => cell.Runs.Count > 0);
        var header =
            _table.Headings.Count > 0 ? new HeadingLayout(_fonts, _table.Headings, _size, PadX, PadY).Lay(_page.Left, _widths)
            : hasHeader ? Row(_table.Header, true, null)[0]
            : null;
        var boxes = new List<Box>();
        if (header is not null)
            boxes.Add(new Box(header.Height, header.Draw) { GapBefore = _page.ParagraphGap, KeepWithNext = _table.Rows.Count > 0 });
        foreach (var row in _table.Rows)
            boxes.AddRange(Row(row, false, header));
        return boxes;
    }

    private List<Box> Row(IReadOnlyList<TableCell> cells, bool isHeader, Box? header)
    {
        var lines = cells.Select((cell, i) => Lines(cell, i, isHeader)).ToList();
        var lineHeight = PageGeometry.LineHeight(_size);
        var most = lines.Max(cell => cell.Count);
        var fit = Math.Max(1, (int)((_page.ContentHeight - (header?.Height ?? 0) - (2 * PadY)) / lineHeight));
        var boxes = new List<Box>();
        for (var from = 0; from < most; from += fit)
        {
            var part = lines.Select(cell => cell.Skip(from).Take(fit).ToList()).ToList();
            var height = (part.Max(cell => cell.Count) * lineHeight) + (2 * PadY);
            boxes.Add(new Box(height, (surface, top) => Draw(surface, top, height, part, isHeader)) { Repeated = header });
        }

        return boxes;
    }

    private void Draw(PageSurface surface, float top, float height, List<List<TextLine>> cells, bool isHeader)
    {
        using var pen = new SKPaint
        {
            Color = SKColors.Black,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 0.6f,
            IsAntialias = true,
        };
        var x = _page.Left;
        var lineHeight = PageGeometry.LineHeight(_size);
        for (var i = 0; i < cells.Count; i++)
        {
            surface.Canvas.DrawRect(x, top, _widths[i], height, pen);
            var y = top + PadY + (isHeader ? (height - (2 * PadY) - (cells[i].Count * lineHeight)) / 2 : 0);
            foreach (var line in cells[i])
            {
                var free = _widths[i] - (2 * PadX) - line.Width;
                var shift = isHeader
                    ? free / 2
                    : _table.Columns[i] switch
                    {
                        CellAlignment.Centre => free / 2,
                        CellAlignment.Right => free,
                        _ => 0,
                    };
                line.Draw(surface.Canvas, x + PadX + shift, y + PageGeometry.Ascent(_size));
                y += lineHeight;
            }

            x += _widths[i];
        }
    }

    private List<TextLine> Lines(TableCell cell, int column, bool isHeader)
    {
        var text = Text(cell, isHeader, _size);
        var width = _widths[column] - (2 * PadX);
        return isHeader ? text.BreakBalanced(width) : text.Break(width);
    }

    private GlyphText Text(TableCell cell, bool isHeader, float size) => new(_fonts, size, cell.Runs.Select(run => isHeader ? run with { Bold = true } : run));

    private float SizeFor(float size)
    {
        while (size > 8.5f && Measure(size, text => text.LongestWord).Sum() > _page.ContentWidth)
            size -= 0.5f;
        return size;
    }

    private float[] Widths(float size)
    {
        var least = Measure(size, text => text.LongestWord);
        var wanted = Measure(size, text => text.NaturalWidth, HeadingShare).Zip(least, Math.Max).ToArray();
        var free = _page.ContentWidth - least.Sum();
        if (free <= 0)
            return [.. least.Select(width => width * _page.ContentWidth / least.Sum())];
        return Share(least, wanted);
    }

    // Short columns get what they want and the long ones share the rest, so that rows stay low.
    private float[] Share(float[] least, float[] wanted)
    {
        var widths = least.ToArray();
        var rest = _page.ContentWidth;
        var open = Enumerable.Range(0, widths.Length).OrderBy(i => wanted[i]).ToList();
        while (open.Count > 0 && wanted[open[0]] <= Math.Max(rest / open.Count, least[open[0]]) && rest - wanted[open[0]] >= open.Skip(1).Sum(i => least[i]))
        {
            widths[open[0]] = wanted[open[0]];
            rest -= wanted[open[0]];
            open.RemoveAt(0);
        }

        var growing = open.Count > 0 ? open : [.. Enumerable.Range(0, widths.Length)];
        var free = _page.ContentWidth - widths.Sum();
        var total = growing.Sum(i => wanted[i]);
        foreach (var i in growing)
            widths[i] += free * wanted[i] / total;
        return widths;
    }

    private float[] Measure(float size, Func<GlyphText, float> measure, float headingShare = 1) =>
        [
            .. Enumerable
                .Range(0, _table.Columns.Count)
                .Select(column =>
                    Math.Max(
                        Cap(measure, Text(Cell(_table.Header, column), true, size)) * headingShare,
                        _table.Rows.Select(row => Cap(measure, Text(Cell(row, column), false, size))).DefaultIfEmpty(0).Max()
                    )
                    + (2 * PadX)
                    + 0.5f
                ),
        ];

    // One endless word must not take the whole table; it is broken instead.
    private float Cap(Func<GlyphText, float> measure, GlyphText text) => Math.Min(measure(text), _page.ContentWidth * 0.6f);

    private static TableCell Cell(IReadOnlyList<TableCell> row, int column) => column < row.Count ? row[column] : new TableCell([]);
}

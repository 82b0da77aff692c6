using System.Text;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>One line of a broken text; draws itself with real spaces so that the text of the PDF can be copied exactly.</summary>
internal sealed class TextLine(GlyphText text, int start, int end, bool isLast)
{
    /// <summary>The widest a space may grow, as a share of the letters' size: a line that a long word leaves almost empty stays ragged.</summary>
    private const float WidestGap = 1.2f;

    public float Width { get; } = Sum(text, start, TrimmedEnd(text, start, end));

    public bool IsLast => isLast;

    public void Draw(SKCanvas canvas, float x, float baseline, float? justifyTo = null, SKColor? color = null)
    {
        var last = TrimmedEnd(text, start, end);
        var spaces = Enumerable.Range(start, last - start).Count(i => text.Glyphs[i].IsBreak);
        var extra = justifyTo is { } width && !isLast && spaces > 0 ? Math.Max(0, width - Width) / spaces : 0;
        if (extra > WidestGap * text.Size)
            extra = 0;
        using var paint = new SKPaint { Color = color ?? SKColors.Black, IsAntialias = true };
        var glyphs = InReadingOrder(last);
        var from = 0;
        while (from < glyphs.Count)
        {
            var to = from;
            while (to < glyphs.Count && glyphs[to].Face == glyphs[from].Face)
                to++;
            x = DrawRun(canvas, paint, glyphs.GetRange(from, to - from), x, baseline, extra);
            from = to;
        }
    }

    /// <summary>The glyphs from left to right: words of a script that runs from right to left stand in that order, each word is shaped so already.</summary>
    private List<GlyphText.Glyph> InReadingOrder(int last)
    {
        var glyphs = Enumerable.Range(start, last - start).Select(i => text.Glyphs[i]).ToList();
        for (var from = 0; from < glyphs.Count; from++)
        {
            if (!glyphs[from].IsRightToLeft)
                continue;
            var turned = from;
            for (var at = from; at < glyphs.Count && (glyphs[at].IsBreak || glyphs[at].Text.Length == 0 || glyphs[at].IsRightToLeft); at++)
                turned = glyphs[at].IsBreak ? turned : at + 1;
            // Turned as a whole and then word by word: only the order of the words changes.
            glyphs.Reverse(from, turned - from);
            for (int word = from, at = from; at <= turned; at++)
            {
                if (at < turned && !glyphs[at].IsBreak)
                    continue;
                glyphs.Reverse(word, at - word);
                word = at + 1;
            }

            from = turned;
        }

        return glyphs;
    }

    private float DrawRun(SKCanvas canvas, SKPaint paint, List<GlyphText.Glyph> glyphs, float x, float baseline, float extra)
    {
        var clusters = new uint[glyphs.Count];
        uint offset = 0;
        for (var i = 0; i < glyphs.Count; i++)
        {
            clusters[i] = glyphs[i].Text.Length == 0 && i > 0 ? clusters[i - 1] : offset;
            offset += (uint)Encoding.UTF8.GetByteCount(glyphs[i].Text);
        }

        var utf8 = Encoding.UTF8.GetBytes(string.Concat(glyphs.Select(glyph => glyph.Text)));
        using var font = FontSet.Font(glyphs[0].Face, text.Size);
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocateRawPositionedTextRun(font, glyphs.Count, utf8.Length, null);
        for (var i = 0; i < glyphs.Count; i++)
        {
            run.Glyphs[i] = glyphs[i].Id;
            run.Positions[i] = new SKPoint(x, baseline + glyphs[i].Rise);
            x += glyphs[i].Advance + (glyphs[i].IsBreak ? extra : 0);
        }

        clusters.CopyTo(run.Clusters);
        utf8.CopyTo(run.Text);
        using var blob = builder.Build();
        canvas.DrawText(blob, 0, 0, paint);
        return x;
    }

    private static int TrimmedEnd(GlyphText text, int start, int end)
    {
        while (end > start && text.Glyphs[end - 1].IsBreak)
            end--;
        return end;
    }

    private static float Sum(GlyphText text, int start, int end)
    {
        float width = 0;
        for (var i = start; i < end; i++)
            width += text.Glyphs[i].Advance;
        return width;
    }
}

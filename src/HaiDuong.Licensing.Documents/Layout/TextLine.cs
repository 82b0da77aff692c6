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
        var from = start;
        while (from < last)
        {
            var to = from;
            while (to < last && text.Glyphs[to].Face == text.Glyphs[from].Face)
                to++;
            x = DrawRun(canvas, paint, from, to, x, baseline, extra);
            from = to;
        }
    }

    private float DrawRun(SKCanvas canvas, SKPaint paint, int from, int to, float x, float baseline, float extra)
    {
        var words = new StringBuilder();
        var clusters = new uint[to - from];
        uint offset = 0;
        for (var i = from; i < to; i++)
        {
            clusters[i - from] = offset;
            var rune = new Rune(text.Glyphs[i].CodePoint);
            words.Append(rune.ToString());
            offset += (uint)rune.Utf8SequenceLength;
        }

        var utf8 = Encoding.UTF8.GetBytes(words.ToString());
        using var font = FontSet.Font(text.Fonts.Face(text.Glyphs[from].Face), text.Size);
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocateRawHorizontalTextRun(font, to - from, baseline, utf8.Length, null);
        for (var i = from; i < to; i++)
        {
            run.Glyphs[i - from] = text.Glyphs[i].Id;
            run.Positions[i - from] = x;
            x += text.Glyphs[i].Advance + (text.Glyphs[i].IsBreak ? extra : 0);
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

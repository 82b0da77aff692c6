using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Documents.Content;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Text measured glyph by glyph, ready to be broken into lines.</summary>
internal sealed class GlyphText
{
    private readonly List<Glyph> _glyphs = [];

    public GlyphText(FontSet fonts, float size, IEnumerable<TextRun> runs)
    {
        Fonts = fonts;
        Size = size;
        foreach (var run in runs)
            Append(run);
        TrimEnds();
    }

    public FontSet Fonts { get; }

    public float Size { get; }

    public IReadOnlyList<Glyph> Glyphs => _glyphs;

    public static GlyphText Of(FontSet fonts, float size, string text, bool bold = false, bool italic = false) =>
        new(fonts, size, [new TextRun(text.Normalize(NormalizationForm.FormC), bold, italic)]);

    /// <summary>Width of the widest line when nothing is wrapped.</summary>
    public float NaturalWidth => Break(float.MaxValue).Select(line => line.Width).DefaultIfEmpty(0).Max();

    /// <summary>Width of the longest word.</summary>
    public float LongestWord
    {
        get
        {
            float longest = 0,
                word = 0;
            foreach (var glyph in _glyphs)
            {
                word = glyph.IsBreak || glyph.IsLineFeed ? 0 : word + glyph.Advance;
                longest = Math.Max(longest, word);
            }

            return longest;
        }
    }

    public List<TextLine> Break(float width, float firstIndent = 0)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (start < _glyphs.Count)
        {
            var room = width - (lines.Count == 0 ? firstIndent : 0);
            var (end, next) = FindBreak(start, room);
            var isLast = next >= _glyphs.Count || _glyphs[next - 1].IsLineFeed;
            lines.Add(new TextLine(this, start, end, isLast));
            start = next;
        }

        if (lines.Count == 0)
            lines.Add(new TextLine(this, 0, 0, true));
        return lines;
    }

    /// <summary>Lines of about the same length, for centred text.</summary>
    public List<TextLine> BreakBalanced(float width)
    {
        var lines = Break(width);
        if (lines.Count == 1)
            return lines;
        float low = LongestWord,
            high = width;
        if (low >= high)
            return lines;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Break(middle).Count <= lines.Count)
                high = middle;
            else
                low = middle;
        }

        return Break(high);
    }

    private (int End, int Next) FindBreak(int start, float room)
    {
        float width = 0;
        var space = -1;
        for (var i = start; i < _glyphs.Count; i++)
        {
            var glyph = _glyphs[i];
            if (glyph.IsLineFeed)
                return (i, i + 1);
            if (glyph.IsBreak)
                space = i;
            width += glyph.Advance;
            if (width <= room + 0.01f || glyph.IsBreak)
                continue;
            if (space > start)
                return (space, space + 1);
            return i > start ? (i, i) : (i + 1, i + 1);
        }

        return (_glyphs.Count, _glyphs.Count);
    }

    private void Append(TextRun run)
    {
        var waiting = new StringBuilder();
        SKTypeface? face = null;
        foreach (var element in Elements(run.Text))
        {
            var shapedBy = Shaping.Needs(element) ? Fonts.FaceFor(element, run.Bold, run.Italic) : null;
            if (shapedBy != face)
                Flush();
            face = shapedBy;
            if (face is null)
                AppendPlain(element, run);
            else
                waiting.Append(element);
        }

        Flush();

        void Flush()
        {
            if (face is not null)
                _glyphs.AddRange(
                    Shaping
                        .Shape(face, waiting.ToString())
                        .Select(glyph => new Glyph(glyph.Id, face, glyph.Text, glyph.Advance * Size, false, glyph.Rise * Size))
                );
            waiting.Clear();
        }
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private void AppendPlain(string element, TextRun run)
    {
        foreach (var rune in element.EnumerateRunes())
        {
            var isLineFeed = rune.Value == '\n';
            var isSpace = Rune.IsWhiteSpace(rune) && !isLineFeed;
            var isBreak = isSpace && rune.Value is not 0xA0 and not 0x202F;
            if (isBreak && (_glyphs.Count == 0 || _glyphs[^1].IsBreak || _glyphs[^1].IsLineFeed))
                continue;
            var (face, id) = isLineFeed ? (Fonts.Face(0), (ushort)0) : Fonts.Find(isSpace ? ' ' : rune.Value, run.Bold, run.Italic);
            var advance = isLineFeed ? 0 : Advances.Of(face, id) * Size;
            _glyphs.Add(new Glyph(id, face, isSpace ? " " : rune.ToString(), advance, isBreak, 0));
        }
    }

    private void TrimEnds()
    {
        while (_glyphs.Count > 0 && (_glyphs[^1].IsBreak || _glyphs[^1].IsLineFeed))
            _glyphs.RemoveAt(_glyphs.Count - 1);
    }

    /// <summary>A glyph with the text that it stands for: none when the glyph before it stands for both.</summary>
    internal readonly record struct Glyph(ushort Id, SKTypeface Face, string Text, float Advance, bool IsBreak, float Rise)
    {
        public bool IsLineFeed => Text is "\n";

        public bool IsRightToLeft => Text.Length > 0 && Shaping.IsRightToLeft(Rune.GetRuneAt(Text, 0).Value);
    }

    /// <summary>Advance widths for a size of 1, remembered per face.</summary>
    private static class Advances
    {
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<
            SKTypeface,
            System.Collections.Concurrent.ConcurrentDictionary<ushort, float>
        > Known = [];

        public static float Of(SKTypeface face, ushort glyph) =>
            Known
                .GetOrCreateValue(face)
                .GetOrAdd(
                    glyph,
                    static (id, typeface) =>
                    {
                        using var font = FontSet.Font(typeface, 1000);
                        return font.GetGlyphWidths([id])[0] / 1000;
                    },
                    face
                );
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>
/// Sets what is more than one glyph a character: letters with marks that have no form of their own, scripts whose letters join, stack or run from right to
/// left.
/// </summary>
internal static class Shaping
{
    private const float UnitSize = 1000;
    private static readonly ConcurrentDictionary<SKTypeface, Lazy<SKShaper>> Shapers = new();

    /// <summary>A glyph of a shaped text in its order on the line; lengths for a size of 1.</summary>
    public readonly record struct Shaped(ushort Id, string Text, float Advance, float Rise);

    /// <summary>Whether a character as its reader sees it (letter with marks) must be shaped.</summary>
    public static bool Needs(string element)
    {
        var first = Rune.GetRuneAt(element, 0);
        return !Rune.IsControl(first) && (element.Length > first.Utf16SequenceLength || IsComplex(first.Value));
    }

    public static bool IsRightToLeft(int codePoint) => codePoint is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE);

    /// <summary>The code points that a face must have for a character: variation selectors and joiners draw nothing.</summary>
    public static List<int> Drawn(string element) =>
        [
            .. element
                .EnumerateRunes()
                .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune.Value is not (>= 0xFE00 and <= 0xFE0F))
                .Select(rune => rune.Value),
        ];

    public static IReadOnlyList<Shaped> Shape(SKTypeface face, string text)
    {
        var shaper = Shapers.GetOrAdd(face, static one => new Lazy<SKShaper>(() => new SKShaper(one))).Value;
        using var font = FontSet.Font(face, UnitSize);
        SKShaper.Result result;
        lock (shaper)
            result = shaper.Shape(text, font);
        var starts = result.Clusters.Select(cluster => (int)cluster).Distinct().Order().Append(Encoding.UTF8.GetByteCount(text)).ToList();
        var bytes = Encoding.UTF8.GetBytes(text);
        return
        [
            .. result.Codepoints.Select(
                (glyph, at) =>
                    new Shaped(
                        (ushort)glyph,
                        at > 0 && result.Clusters[at - 1] == result.Clusters[at] ? "" : ClusterText((int)result.Clusters[at]),
                        ((at + 1 < result.Points.Length ? result.Points[at + 1].X : result.Width) - result.Points[at].X) / UnitSize,
                        result.Points[at].Y / UnitSize
                    )
            ),
        ];

        string ClusterText(int start) => Encoding.UTF8.GetString(bytes[start..starts[starts.IndexOf(start) + 1]]);
    }

    // Hebrew, Arabic, the scripts of India, Thai, Lao, Tibetan, Burmese, Ethiopian and Khmer; not Georgian and the Korean letters between them.
    private static bool IsComplex(int codePoint) => codePoint is (>= 0x0590 and <= 0x109F) or (>= 0x1200 and <= 0x1CFF) || IsRightToLeft(codePoint);
}

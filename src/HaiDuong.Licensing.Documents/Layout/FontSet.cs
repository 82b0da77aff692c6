using System.Collections.Concurrent;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>
/// The faces a document is set in: Times metrics, upright, bold, italic and bold italic (phông chữ Times New Roman, bộ mã
/// Unicode). Source: Nghị định 30/2020/NĐ-CP, Phụ lục I. Thread-safe.
/// </summary>
public sealed class FontSet
{
    private static readonly string[] Styles = ["Regular", "Bold", "Italic", "BoldItalic"];
    private static readonly string[][] FileNames =
    [
        ["Regular", "times", "LiberationSerif-Regular"],
        ["Bold", "timesbd", "LiberationSerif-Bold"],
        ["Italic", "timesi", "LiberationSerif-Italic"],
        ["BoldItalic", "timesbi", "LiberationSerif-BoldItalic"],
    ];

    private static readonly Lazy<FontSet> BundledSet = new(() => new FontSet([.. Styles.Append("Rare").Select(LoadBundled)]));
    private readonly IReadOnlyList<SKTypeface> _faces;
    private readonly ConcurrentDictionary<int, (byte Face, ushort Glyph)> _glyphs = new();

    private FontSet(IReadOnlyList<SKTypeface> faces) => _faces = faces;

    /// <summary>The faces that come with the program.</summary>
    public static FontSet Bundled => BundledSet.Value;

    /// <summary>
    /// The faces of a folder: times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf, or files ending in "-Regular", "-Bold",
    /// "-Italic", "-BoldItalic". Every other .ttf or .otf there is asked for characters that those do not have.
    /// </summary>
    /// <exception cref="FileNotFoundException">The folder lacks one of the four faces.</exception>
    public static FontSet FromFolder(string folder)
    {
        var files = Directory.GetFiles(folder).Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF").Order(StringComparer.Ordinal).ToList();
        var main = FileNames.Select(names => files.Find(file => names.Any(name => IsNamed(file, name)))
            ?? throw new FileNotFoundException($"The font folder '{folder}' has no {names[0]} face.")).ToList();
        return new FontSet([.. main.Concat(files.Except(main)).Select(file => SKTypeface.FromFile(file) ?? throw new InvalidDataException($"'{file}' is not a font.")), LoadBundled("Rare")]);
    }

    internal static byte[] BundledFile(string style)
    {
        using var stream = typeof(FontSet).Assembly.GetManifestResourceStream($"Tinos-{style}.ttf")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    internal SKTypeface Face(byte index) => _faces[index];

    /// <summary>The face and glyph of a character; the replacement character where no face has it.</summary>
    internal (byte Face, ushort Glyph) Find(int codePoint, bool bold, bool italic)
    {
        var style = (bold ? 1 : 0) + (italic ? 2 : 0);
        return _glyphs.GetOrAdd((codePoint << 2) | style, _ => Look(codePoint, (byte)style));
    }

    internal static SKFont Font(SKTypeface face, float size) =>
        new(face, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };

    private (byte Face, ushort Glyph) Look(int codePoint, byte style)
    {
        for (var i = 0; i <= _faces.Count - Styles.Length; i++)
        {
            var face = i == 0 ? style : (byte)(Styles.Length + i - 1);
            if (_faces[face].GetGlyph(codePoint) is var glyph and not 0)
                return (face, glyph);
        }

        return (style, _faces[style].GetGlyph('\uFFFD') is var replacement and not 0 ? replacement : _faces[style].GetGlyph('?'));
    }

    private static bool IsNamed(string file, string name)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        return stem.Equals(name, StringComparison.OrdinalIgnoreCase) || stem.EndsWith("-" + name, StringComparison.OrdinalIgnoreCase);
    }

    private static SKTypeface LoadBundled(string style)
    {
        using var data = SKData.CreateCopy(BundledFile(style));
        return SKTypeface.FromData(data);
    }
}

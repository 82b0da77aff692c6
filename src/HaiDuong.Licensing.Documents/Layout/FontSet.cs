using System.Collections.Concurrent;
using System.Text;
using HaiDuong.Licensing.Documents.Content;
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
    private readonly ConcurrentDictionary<int, (SKTypeface Face, ushort Glyph)> _glyphs = new();

    private FontSet(IReadOnlyList<SKTypeface> faces) => _faces = faces;

    private FontSet(FontSet same, ICollection<string> missing) => (_faces, _glyphs, Missing) = (same._faces, same._glyphs, missing);

    /// <summary>The faces that come with the program.</summary>
    public static FontSet Bundled => BundledSet.Value;

    /// <summary>
    /// The faces of a folder: times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf, or files ending in "-Regular", "-Bold",
    /// "-Italic", "-BoldItalic". Every other .ttf or .otf there is asked for characters that those do not have.
    /// </summary>
    /// <exception cref="FileNotFoundException">The folder lacks one of the four faces.</exception>
    public static FontSet FromFolder(string folder)
    {
        var files = Directory
            .GetFiles(folder)
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF")
            .Order(StringComparer.Ordinal)
            .ToList();
        var main = FileNames
            .Select(names =>
                files.Find(file => names.Any(name => IsNamed(file, name)))
                ?? throw new FileNotFoundException($"The font folder '{folder}' has no {names[0]} face.")
            )
            .ToList();
        return new FontSet([
            .. main.Concat(files.Except(main)).Select(file => SKTypeface.FromFile(file) ?? throw new InvalidDataException($"'{file}' is not a font.")),
            LoadBundled("Rare"),
        ]);
    }

    /// <summary>The characters of a text (a letter with its marks is one) that no face of this set or of the machine can draw, each once.</summary>
    public IReadOnlyList<string> Unprintable(string text)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        _ = new GlyphText(Watching(missing), 1, [new TextRun(text.Normalize(NormalizationForm.FormC), false, false)]);
        return [.. missing];
    }

    /// <summary>The same faces, which tell what they do not have.</summary>
    internal FontSet Watching(ICollection<string> missing) => new(this, missing);

    internal ICollection<string>? Missing { get; }

    internal static byte[] BundledFile(string style)
    {
        using var stream = typeof(FontSet).Assembly.GetManifestResourceStream($"Tinos-{style}.ttf")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    internal SKTypeface Face(byte index) => _faces[index];

    /// <summary>The face and glyph of a character; the replacement character, and a note of it, where no face has it.</summary>
    internal (SKTypeface Face, ushort Glyph) Find(int codePoint, bool bold, bool italic)
    {
        var style = Style(bold, italic);
        if (
            _glyphs.GetOrAdd((codePoint << 2) | style, _ => FaceWith([codePoint], style) is { } face ? (face, face.GetGlyph(codePoint)) : default) is
            { Face: not null } found
        )
            return found;
        Missing?.Add(char.ConvertFromUtf32(codePoint));
        return Replacement(style);
    }

    /// <summary>The face that has all of a character's code points; null, and a note of it, where none has.</summary>
    internal SKTypeface? FaceFor(string element, bool bold, bool italic)
    {
        var face = FaceWith(Shaping.Drawn(element), Style(bold, italic));
        if (face is null)
            Missing?.Add(element);
        return face;
    }

    internal static SKFont Font(SKTypeface face, float size) =>
        new(face, size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };

    private static int Style(bool bold, bool italic) => (bold ? 1 : 0) + (italic ? 2 : 0);

    private SKTypeface? FaceWith(IReadOnlyList<int> codePoints, int style) =>
        _faces.Skip(Styles.Length).Prepend(_faces[style]).FirstOrDefault(face => codePoints.All(codePoint => face.GetGlyph(codePoint) != 0))
        ?? SystemFaces.With(codePoints);

    private (SKTypeface Face, ushort Glyph) Replacement(int style) =>
        (_faces[style], _faces[style].GetGlyph('\uFFFD') is var replacement and not 0 ? replacement : _faces[style].GetGlyph('?'));

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

using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Pdf;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Forms;

/// <summary>
/// A face for form fields, embedded so that its character codes are Unicode: a field can be filled years later without
/// knowing the face's glyph numbers.
/// </summary>
internal sealed class FieldFont
{
    private const int LastCode = 0x20FF;
    private readonly SKTypeface _face;
    private readonly byte[] _file;
    private readonly string _name;

    private FieldFont(string style, string key)
    {
        Key = key;
        _name = $"HDFLDA+Tinos-{style}";
        _file = FontSet.BundledFile(style);
        using var data = SKData.CreateCopy(_file);
        _face = SKTypeface.FromData(data);
    }

    public static FieldFont Upright { get; } = new("Regular", "TinosRegular");

    public static FieldFont Italic { get; } = new("Italic", "TinosItalic");

    /// <summary>Name of the font resource.</summary>
    public string Key { get; }

    public static FieldFont Named(string key) => key == Italic.Key ? Italic : Upright;

    public float Width(string text) => text.Sum(c => Advance(c)) / 1000;

    public static string Encode(string text) => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public PdfReference AddTo(PdfUpdate update)
    {
        var file = update.Add(PdfStream.Compressed(new PdfDictionary().With("Length1", _file.Length), _file));
        using var font = FontSet.Font(_face, 1000);
        var metrics = font.Metrics;
        var descriptor = update.Add(
            new PdfDictionary()
                .With("Type", "FontDescriptor")
                .With("FontName", _name)
                .With("FontFile2", file)
                .With("Flags", Key == Italic.Key ? 70 : 6)
                .With("ItalicAngle", Key == Italic.Key ? -16 : 0)
                .With("Ascent", -metrics.Ascent)
                .With("Descent", -metrics.Descent)
                .With("CapHeight", metrics.CapHeight)
                .With("StemV", 80)
                .With("FontBBox", PdfArray.Of(metrics.XMin, -metrics.Bottom, metrics.XMax, -metrics.Top))
        );
        var descendant = update.Add(
            new PdfDictionary()
                .With("Type", "Font")
                .With("Subtype", "CIDFontType2")
                .With("BaseFont", _name)
                .With("FontDescriptor", descriptor)
                .With("CIDSystemInfo", SystemInfo())
                .With("DW", 1000)
                .With("W", Widths())
                .With("CIDToGIDMap", update.Add(PdfStream.Compressed(new PdfDictionary(), GlyphMap())))
        );
        return update.Add(
            new PdfDictionary()
                .With("Type", "Font")
                .With("Subtype", "Type0")
                .With("BaseFont", _name)
                .With("Encoding", "Identity-H")
                .With("DescendantFonts", new PdfArray([descendant]))
                .With("ToUnicode", update.Add(PdfStream.Compressed(new PdfDictionary(), Encoding.ASCII.GetBytes(ToUnicode()))))
        );
    }

    private static PdfDictionary SystemInfo() =>
        new PdfDictionary().With("Registry", new PdfText("Adobe"u8.ToArray())).With("Ordering", new PdfText("Identity"u8.ToArray())).With("Supplement", 0);

    private float Advance(char c)
    {
        using var font = FontSet.Font(_face, 1000);
        return font.GetGlyphWidths([_face.GetGlyph(c)])[0];
    }

    private PdfArray Widths()
    {
        using var font = FontSet.Font(_face, 1000);
        var items = new List<PdfObject>();
        for (var code = 0x20; code <= LastCode; code++)
        {
            if (_face.GetGlyph(code) is var glyph and not 0)
                items.AddRange([PdfToken.Of(code), new PdfArray([PdfToken.Of(font.GetGlyphWidths([glyph])[0])])]);
        }

        return new PdfArray(items);
    }

    private byte[] GlyphMap()
    {
        var map = new byte[2 * (LastCode + 1)];
        for (var code = 0; code <= LastCode; code++)
        {
            var glyph = _face.GetGlyph(code);
            (map[2 * code], map[(2 * code) + 1]) = ((byte)(glyph >> 8), (byte)(glyph & 0xFF));
        }

        return map;
    }

    private static string ToUnicode()
    {
        var ranges = Enumerable
            .Range(0, (LastCode + 1) >> 8)
            .Select(high => string.Create(CultureInfo.InvariantCulture, $"<{high:X2}00> <{high:X2}FF> <{high:X2}00>\n"));
        return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            + $"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{(LastCode + 1) >> 8} beginbfrange\n{string.Concat(ranges)}endbfrange\n"
            + "endcmap CMapName currentdict /CMap defineresource pop end end";
    }
}

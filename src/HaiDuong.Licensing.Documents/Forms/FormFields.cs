using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Pdf;

namespace HaiDuong.Licensing.Documents.Forms;

/// <summary>Adds the text and signature fields that a rendered document leaves open, and its language.</summary>
internal static class FormFields
{
    private const int Print = 4;
    private const int ReadOnly = 1;

    public static byte[] AddTo(byte[] pdf, IReadOnlyList<FieldSpot> spots)
    {
        var file = new PdfFile(pdf);
        var update = new PdfUpdate(file);
        var catalog = update.Change(file.Root).With("Lang", new PdfText("vi-VN"u8.ToArray())).With("Version", "1.7");
        var pages = file.Pages();
        var fonts = new PdfDictionary();
        var fields = new List<PdfObject>();
        foreach (var spot in spots)
        {
            var page = update.Change(pages[spot.Page]);
            var height = ((PdfArray)file.Resolve(page["MediaBox"])!).Items[3];
            var field = Field(spot, pages[spot.Page], ((PdfToken)height).ToNumber());
            if (spot.Text is { } text)
                AddText(update, fonts, field, spot, text);
            else
                field
                    .With("FT", "Sig")
                    .With("AP", new PdfDictionary().With("N", update.Add(Appearance(spot.Area.Width, spot.Area.Height, new PdfDictionary(), ""))));
            var reference = update.Add(field);
            fields.Add(reference);
            page["Annots"] = new PdfArray([.. (file.Resolve(page["Annots"]) as PdfArray)?.Items ?? [], reference]);
        }

        if (fields.Count > 0)
        {
            catalog["AcroForm"] = update.Add(
                new PdfDictionary()
                    .With("Fields", new PdfArray(fields))
                    .With("DR", new PdfDictionary().With("Font", fonts))
                    .With("DA", new PdfText("/TinosRegular 13 Tf 0 g"u8.ToArray()))
            );
        }

        return update.ToBytes();
    }

    /// <summary>Draws one centred line as the appearance of a text field; too long a line is narrowed to fit.</summary>
    public static PdfStream TextAppearance(FieldFont font, PdfObject fontReference, float size, float width, float height, string text)
    {
        var natural = font.Width(text) * size;
        var scale = natural > width ? width / natural : 1;
        var x = (width - (natural * scale)) / 2;
        var y = height - PageGeometry.Ascent(size);
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"/Tx BMC\nq\nBT\n0 g\n/{font.Key} {size:0.##} Tf\n{scale * 100:0.##} Tz\n{x:0.##} {y:0.##} Td\n{FieldFont.Encode(text)} Tj\nET\nQ\nEMC\n"
        );
        return Appearance(width, height, new PdfDictionary().With("Font", new PdfDictionary().With(font.Key, fontReference)), content);
    }

    public static PdfStream Appearance(float width, float height, PdfDictionary resources, string content) =>
        new(
            new PdfDictionary().With("Type", "XObject").With("Subtype", "Form").With("BBox", PdfArray.Of(0, 0, width, height)).With("Resources", resources),
            Encoding.ASCII.GetBytes(content)
        );

    private static PdfDictionary Field(FieldSpot spot, PdfReference page, double pageHeight) =>
        new PdfDictionary()
            .With("Type", "Annot")
            .With("Subtype", "Widget")
            .With("T", PdfText.Of(spot.Name))
            .With("F", Print)
            .With("P", page)
            .With("Rect", PdfArray.Of(spot.Area.Left, pageHeight - spot.Area.Bottom, spot.Area.Right, pageHeight - spot.Area.Top));

    // Read-only: nobody types into it; the number book of the agency fills it.
    private static void AddText(PdfUpdate update, PdfDictionary fonts, PdfDictionary field, FieldSpot spot, string text)
    {
        var font = spot.Italic ? FieldFont.Italic : FieldFont.Upright;
        var reference = fonts[font.Key] ?? font.AddTo(update);
        fonts[font.Key] = reference;
        var style = string.Create(CultureInfo.InvariantCulture, $"/{font.Key} {spot.Size:0.##} Tf 0 g");
        field
            .With("FT", "Tx")
            .With("Ff", ReadOnly)
            .With("Q", 1)
            .With("DA", new PdfText(Encoding.ASCII.GetBytes(style)))
            .With("V", PdfText.Of(text))
            .With("AP", new PdfDictionary().With("N", update.Add(TextAppearance(font, reference, spot.Size, spot.Area.Width, spot.Area.Height, text))));
    }
}

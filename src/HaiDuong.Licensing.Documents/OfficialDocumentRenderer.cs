using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Forms;
using HaiDuong.Licensing.Documents.Layout;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents;

/// <summary>
/// Sets an official document on pages and writes it as PDF/A-2b with form fields for what is not known yet.
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I. Thread-safe.
/// </summary>
public sealed class OfficialDocumentRenderer(FontSet? fonts = null)
{
    private const float PageNumberSize = 13;
    private const float FooterSize = 11;
    private const float BorderInset = 11;
    private readonly FontSet _fonts = fonts ?? FontSet.Bundled;

    /// <exception cref="UnprintableTextException">A character has no glyph; only a draft may show what stands in its place.</exception>
    public byte[] Render(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var pdf = new OfficialDocumentRenderer(_fonts.Watching(missing)).Write(document);
        return missing.Count == 0 || document.IsDraft ? pdf : throw new UnprintableTextException([.. missing]);
    }

    private byte[] Write(OfficialDocument document)
    {
        var sections = Sections(document);
        using var buffer = new MemoryStream();
        var fields = new List<FieldSpot>();
        using (var pdf = SKDocument.CreatePdf(buffer, Metadata(document)))
        {
            var index = 0;
            foreach (var (geometry, page) in sections.SelectMany(section => section.Pages.Select(page => (section.Geometry, page))))
            {
                var canvas = pdf.BeginPage(geometry.Width, geometry.Height);
                var surface = new PageSurface(canvas, index, geometry, fields);
                DrawFrame(surface, document, index == 0 ? Footer(document, geometry) : []);
                foreach (var (box, top) in page)
                    box.Draw(surface, geometry.Top + top);
                pdf.EndPage();
                index++;
            }

            pdf.Close();
        }

        return FormFields.AddTo(buffer.ToArray(), fields);
    }

    private static SKDocumentPdfMetadata Metadata(OfficialDocument document) =>
        new()
        {
            Title = string.Join(" - ", new[] { document.Content.Title, document.Content.Subject }.OfType<string>()),
            Author = document.Letterhead.Agency,
            Creation = document.CreatedAt.UtcDateTime,
            Modified = document.CreatedAt.UtcDateTime,
            PdfA = true,
            RasterDpi = 300,
            EncodingQuality = 101,
        };

    private List<Section> Sections(OfficialDocument document)
    {
        var parts = Split(document.Content.Blocks);
        var format = document.Content.Page;
        var usual = Main(document, parts[0], PageGeometry.Of(format));
        var dense = Main(document, parts[0], PageGeometry.DenseOf(format));
        var sections = new List<Section> { dense.Pages.Count < usual.Pages.Count ? dense : usual };
        foreach (var annex in parts.Skip(1))
        {
            var isWide = annex.OfType<TableBlock>().Any(table => table.Columns.Count >= TableLayout.WideColumns);
            var geometry = PageGeometry.Of(isWide && format == PageFormat.A4 ? PageFormat.A4Landscape : format);
            sections.Add(
                new Section(geometry, Paginator.Paginate(new BodyLayout(_fonts, geometry).Lay(annex), geometry.ContentHeight, geometry.ContentHeight))
            );
        }

        return sections;
    }

    private Section Main(OfficialDocument document, List<Block> body, PageGeometry page)
    {
        var boxes = new HeaderLayout(_fonts, page, document).Lay();
        boxes.AddRange(new BodyLayout(_fonts, page).Lay(body));
        if (new SignatureLayout(_fonts, page, document).Lay() is { } signature)
        {
            // A signature never stands alone: the last lines of the body go with it.
            foreach (var box in boxes.TakeLast(2))
                box.KeepWithNext = true;
            boxes.Add(signature);
        }

        var footer = Footer(document, page).Count;
        var footerHeight = footer == 0 ? 0 : (footer * PageGeometry.LineHeight(FooterSize)) + 8;
        return new Section(page, Paginator.Paginate(boxes, page.ContentHeight, page.ContentHeight - footerHeight));
    }

    private static List<List<Block>> Split(IReadOnlyList<Block> blocks)
    {
        var parts = new List<List<Block>> { new() };
        foreach (var block in blocks)
        {
            if (block is AnnexBlock)
                parts.Add([]);
            else
                parts[^1].Add(block);
        }

        return parts;
    }

    private List<TextLine> Footer(OfficialDocument document, PageGeometry page)
    {
        var text = document.Content.Footer ?? (document.Content.Form == DocumentForm.Letter ? document.Letterhead.Address : null);
        return string.IsNullOrEmpty(text) ? [] : GlyphText.Of(_fonts, FooterSize, text).BreakBalanced(page.ContentWidth);
    }

    private void DrawFrame(PageSurface surface, OfficialDocument document, List<TextLine> footer)
    {
        var page = surface.Geometry;
        if (document.IsDraft)
            DrawWatermark(surface);
        if (document.Content.Form == DocumentForm.Certificate)
            DrawBorder(surface);
        if (surface.Index > 0)
        {
            var number = GlyphText.Of(_fonts, PageNumberSize, $"{surface.Index + 1}").Break(page.Width)[0];
            number.Draw(surface.Canvas, (page.Width - number.Width) / 2, PageNumberTop(document, page) + PageNumberSize);
        }

        var y = page.Height - page.Bottom - (footer.Count * PageGeometry.LineHeight(FooterSize));
        if (footer.Count > 0)
        {
            using var pen = new SKPaint
            {
                Color = SKColors.Black,
                StrokeWidth = 0.6f,
                Style = SKPaintStyle.Stroke,
                IsAntialias = true,
            };
            surface.Canvas.DrawLine(page.Left, y - 2, page.Left + page.ContentWidth, y - 2, pen);
        }

        foreach (var line in footer)
        {
            line.Draw(surface.Canvas, page.Left + ((page.ContentWidth - line.Width) / 2), y + PageGeometry.Ascent(FooterSize));
            y += PageGeometry.LineHeight(FooterSize);
        }
    }

    // Above the text, and inside the border of a certificate.
    private static float PageNumberTop(OfficialDocument document, PageGeometry page) =>
        document.Content.Form == DocumentForm.Certificate ? (BorderInset * PageGeometry.Millimetre) + 4 : (page.Top - PageNumberSize) / 2;

    private void DrawWatermark(PageSurface surface)
    {
        var page = surface.Geometry;
        var line = GlyphText.Of(_fonts, Math.Min(page.Width, page.Height) / 5, Wording.Get("Draft"), bold: true).Break(float.MaxValue)[0];
        surface.Canvas.Save();
        surface.Canvas.Translate(page.Width / 2, page.Height / 2);
        surface.Canvas.RotateDegrees(-40);
        line.Draw(surface.Canvas, -line.Width / 2, 0, color: new SKColor(228, 228, 228));
        surface.Canvas.Restore();
    }

    private static void DrawBorder(PageSurface surface)
    {
        foreach (var (inset, width) in new[] { (BorderInset - 2, 2.2f), (BorderInset, 0.7f) })
        {
            using var pen = new SKPaint
            {
                Color = new SKColor(150, 30, 30),
                Style = SKPaintStyle.Stroke,
                StrokeWidth = width,
                IsAntialias = true,
            };
            var edge = inset * PageGeometry.Millimetre;
            surface.Canvas.DrawRect(edge, edge, surface.Geometry.Width - (2 * edge), surface.Geometry.Height - (2 * edge), pen);
        }
    }

    /// <summary>A part of the document that begins a page of its own: the document itself, or an annex.</summary>
    private sealed record Section(PageGeometry Geometry, List<List<(Box Box, float Top)>> Pages);
}

using HaiDuong.Licensing.Documents.Content;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Turns the blocks of the body into boxes: justified lines, articles, centred parts and tables.</summary>
internal sealed class BodyLayout(FontSet fonts, PageGeometry page)
{
    public List<Box> Lay(IEnumerable<Block> blocks)
    {
        var boxes = new List<Box>();
        foreach (var block in blocks)
        {
            boxes.AddRange(
                block switch
                {
                    ParagraphBlock paragraph => Lay(paragraph),
                    TableBlock table => new TableLayout(fonts, page, table).Lay(),
                    _ => [],
                }
            );
        }

        return boxes;
    }

    private List<Box> Lay(ParagraphBlock paragraph)
    {
        var isCentred = paragraph.Style is ParagraphStyle.Part or ParagraphStyle.CentredNote;
        var text = new GlyphText(fonts, page.Body, paragraph.Runs.Select(run => Styled(run, paragraph.Style)));
        var indent = isCentred ? 0 : page.Indent;
        var lines = isCentred ? text.BreakBalanced(page.ContentWidth) : text.Break(page.ContentWidth, indent);
        var introduces = isCentred || paragraph.Style == ParagraphStyle.Article || EndsWithColon(text);
        return
        [
            .. lines.Select(
                (line, i) =>
                    new Box(PageGeometry.LineHeight(page.Body), (surface, top) => Draw(surface, top, line, isCentred, i == 0 ? indent : 0))
                    {
                        GapBefore =
                            i > 0 ? 0
                            : paragraph.Style == ParagraphStyle.Part ? page.ParagraphGap * 2
                            : page.ParagraphGap,
                        // No first or last line of a paragraph stands alone.
                        KeepWithNext = i < lines.Count - 1 ? i == 0 || i == lines.Count - 2 : introduces,
                    }
            ),
        ];
    }

    private void Draw(PageSurface surface, float top, TextLine line, bool isCentred, float indent)
    {
        var baseline = top + PageGeometry.Ascent(page.Body);
        if (isCentred)
            line.Draw(surface.Canvas, page.Left + ((page.ContentWidth - line.Width) / 2), baseline);
        else
            line.Draw(surface.Canvas, page.Left + indent, baseline, page.ContentWidth - indent);
    }

    private static TextRun Styled(TextRun run, ParagraphStyle style) =>
        style switch
        {
            ParagraphStyle.Part or ParagraphStyle.Article => run with { Bold = true },
            ParagraphStyle.LegalBasis or ParagraphStyle.CentredNote => run with { Italic = true },
            _ => run,
        };

    private static bool EndsWithColon(GlyphText text) => text.Glyphs.Count > 0 && text.Glyphs[^1].Text is ":";
}

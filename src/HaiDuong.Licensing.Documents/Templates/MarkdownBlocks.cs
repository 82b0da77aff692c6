using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Documents.Content;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = HaiDuong.Licensing.Documents.Content.Block;
using ParagraphBlock = HaiDuong.Licensing.Documents.Content.ParagraphBlock;
using TableCell = HaiDuong.Licensing.Documents.Content.TableCell;

namespace HaiDuong.Licensing.Documents.Templates;

/// <summary>
/// Reads the body. "#" is a part or annex title (centred), "##" an article (Điều), "###" a centred note, ">" a căn cứ,
/// lines that begin with "a)" a điểm of their own, and a line "---" begins an annex (phụ lục).
/// </summary>
internal static partial class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static IReadOnlyList<Block> Read(string markdown)
    {
        var blocks = new List<Block>();
        var separated = Point().Replace(markdown.Replace("\t", " ", StringComparison.Ordinal), "\n\n${point}");
        Add(blocks, Markdown.Parse(separated, Pipeline), ParagraphStyle.Body, null);
        return blocks;
    }

    [GeneratedRegex(@"\n[ ]*(?<point>[a-zđ]\)[ ])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Point();

    private static void Add(List<Block> blocks, ContainerBlock container, ParagraphStyle style, string? marker)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case ThematicBreakBlock:
                    blocks.Add(new AnnexBlock());
                    break;
                case HeadingBlock heading:
                    blocks.Add(new ParagraphBlock(HeadingStyle(heading.Level), Runs(heading.Inline, null)));
                    break;
                case QuoteBlock quote:
                    Add(blocks, quote, ParagraphStyle.LegalBasis, null);
                    break;
                case ListBlock list:
                    AddItems(blocks, list, style);
                    break;
                case Table table:
                    blocks.Add(ReadTable(table));
                    break;
                case LeafBlock { Inline: not null } leaf:
                    AddLines(blocks, style, Runs(leaf.Inline, marker));
                    break;
                case LeafBlock leaf:
                    blocks.Add(new ParagraphBlock(style, [new TextRun(LiteralEncoder.Decode(leaf.Lines.ToString()), false, false)]));
                    break;
                case ContainerBlock inner:
                    Add(blocks, inner, style, marker);
                    break;
            }

            marker = null;
        }
    }

    private static ParagraphStyle HeadingStyle(int level) =>
        level switch
        {
            1 => ParagraphStyle.Part,
            2 => ParagraphStyle.Article,
            _ => ParagraphStyle.CentredNote,
        };

    // Each căn cứ stands on its own line even when the author left no blank line between them.
    private static void AddLines(List<Block> blocks, ParagraphStyle style, List<TextRun> runs)
    {
        if (style != ParagraphStyle.LegalBasis)
        {
            blocks.Add(new ParagraphBlock(style, runs));
            return;
        }

        var line = new List<TextRun>();
        foreach (var run in runs)
        {
            if (run.Text != "\r")
            {
                line.Add(run);
                continue;
            }

            blocks.Add(new ParagraphBlock(style, line));
            line = [];
        }

        blocks.Add(new ParagraphBlock(style, line));
    }

    private static void AddItems(List<Block> blocks, ListBlock list, ParagraphStyle style)
    {
        var number = list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            Add(blocks, item, style, list.IsOrdered ? $"{number}{list.OrderedDelimiter} " : "- ");
            number++;
        }
    }

    private static TableBlock ReadTable(Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var columns = rows.Max(row => row.Count);
        var header = rows.Where(row => row.IsHeader).SelectMany(row => Cells(row, columns)).ToList();
        var headings = Headings(header);
        return new TableBlock(
            headings.Count == 0 ? header : [.. headings.Select(words => new TableCell([new TextRun(string.Join(' ', words.TakeLast(2)), false, false)]))],
            rows.Where(row => !row.IsHeader).Select(row => Cells(row, columns)).ToList(),
            Enumerable.Range(0, columns).Select(i => Alignment(i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null)).ToList()
        )
        {
            Headings = headings,
        };
    }

    // None when every column says its heading in one piece.
    private static List<string[]> Headings(List<TableCell> header)
    {
        var words = header.ConvertAll(cell => string.Concat(cell.Runs.Select(run => run.Text)).Split(TableHeading.Parting, StringSplitOptions.TrimEntries));
        return words.Exists(parts => parts.Length > 1) ? words : [];
    }

    private static List<TableCell> Cells(TableRow row, int columns)
    {
        var cells = row.OfType<Markdig.Extensions.Tables.TableCell>()
            .Select(cell => new TableCell(Runs(cell.OfType<LeafBlock>().FirstOrDefault()?.Inline, null)))
            .ToList();
        while (cells.Count < columns)
            cells.Add(new TableCell([]));
        return cells;
    }

    private static CellAlignment Alignment(TableColumnAlign? align) =>
        align switch
        {
            TableColumnAlign.Center => CellAlignment.Centre,
            TableColumnAlign.Right => CellAlignment.Right,
            _ => CellAlignment.Left,
        };

    private static List<TextRun> Runs(ContainerInline? inline, string? marker)
    {
        var runs = new List<TextRun>();
        if (marker is not null)
            runs.Add(new TextRun(marker, false, false));
        if (inline is not null)
            AddRuns(runs, inline, false, false);
        return runs;
    }

    private static void AddRuns(List<TextRun> runs, ContainerInline container, bool bold, bool italic)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case EmphasisInline emphasis:
                    AddRuns(runs, emphasis, bold || emphasis.DelimiterCount == 2, italic || emphasis.DelimiterCount == 1);
                    break;
                case LineBreakInline line:
                    runs.Add(
                        new TextRun(
                            line.IsHard ? "\n"
                                : InLegalBasis(line) ? "\r"
                                : " ",
                            bold,
                            italic
                        )
                    );
                    break;
                case ContainerInline inner:
                    AddRuns(runs, inner, bold, italic);
                    break;
                case CodeInline code:
                    runs.Add(new TextRun(LiteralEncoder.Decode(code.Content), bold, italic));
                    break;
                case HtmlEntityInline entity:
                    runs.Add(new TextRun(entity.Transcoded.ToString(), bold, italic));
                    break;
                case AutolinkInline link:
                    runs.Add(new TextRun(link.Url, bold, italic));
                    break;
                case LiteralInline literal:
                    runs.Add(new TextRun(LiteralEncoder.Decode(literal.Content.ToString()).Normalize(NormalizationForm.FormC), bold, italic));
                    break;
            }
        }
    }

    private static bool InLegalBasis(LineBreakInline line)
    {
        var root = (Inline)line;
        while (root.Parent is not null)
            root = root.Parent;
        return root is ContainerInline { ParentBlock.Parent: QuoteBlock };
    }
}

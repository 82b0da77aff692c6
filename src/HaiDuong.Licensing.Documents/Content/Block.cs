namespace HaiDuong.Licensing.Documents.Content;

internal abstract record Block;

internal sealed record ParagraphBlock(ParagraphStyle Style, IReadOnlyList<TextRun> Runs) : Block;

internal sealed record TableBlock(IReadOnlyList<TableCell> Header, IReadOnlyList<IReadOnlyList<TableCell>> Rows, IReadOnlyList<CellAlignment> Columns) : Block
{
    /// <summary>The heading of each column from the top down, when it has several rows; the header says of each column what is its own, then.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Headings { get; init; } = [];
}

/// <summary>Where an annex (phụ lục) begins: the signature comes before it, the annex on a new page.</summary>
internal sealed record AnnexBlock : Block;

internal sealed record TableCell(IReadOnlyList<TextRun> Runs);

internal readonly record struct TextRun(string Text, bool Bold, bool Italic);

internal enum ParagraphStyle
{
    Body,
    LegalBasis,
    Part,
    Article,
    CentredNote,
}

internal enum CellAlignment
{
    Left,
    Centre,
    Right,
}

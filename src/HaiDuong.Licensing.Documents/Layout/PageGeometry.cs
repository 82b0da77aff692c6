using HaiDuong.Licensing.Documents.Content;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Paper, margins and type sizes in points. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.</summary>
internal sealed record PageGeometry(float Width, float Height, float Left, float Top, float Right, float Bottom, float Body, float Small)
{
    public const float Millimetre = 72f / 25.4f;

    private const float Narrow = 160 * Millimetre;
    private const float LineSpacing = 1.22f;

    /// <summary>First-line indent of the body: 1.27 cm on A4.</summary>
    public float Indent { get; init; } = 12.7f * Millimetre;

    /// <summary>Between paragraphs; 6 at least on A4.</summary>
    public float ParagraphGap { get; init; } = 6;

    /// <summary>Height left free for a written signature on a slip.</summary>
    public float SlipSignature { get; init; } = 20 * Millimetre;

    public float ContentWidth => Width - Left - Right;

    public float ContentHeight => Height - Top - Bottom;

    /// <summary>Size of the header's upper-case lines.</summary>
    public float Header => Width < Narrow || Height < Narrow ? Body - 2 : Body - 1;

    public static float LineHeight(float size) => size * LineSpacing;

    /// <summary>From the top of a line to its baseline.</summary>
    public static float Ascent(float size) => size * 0.95f;

    public static PageGeometry Of(PageFormat page) =>
        page switch
        {
            PageFormat.A4 => Paper(210, 297, 30, 20, 20, 14),
            PageFormat.A4Landscape => Paper(297, 210, 30, 22, 25, 14),
            PageFormat.A5 => Paper(148, 210, 18, 15, 13, 11.5f),
            PageFormat.A5Landscape => Paper(210, 148, 20, 15, 15, 11.5f),
            _ => throw new ArgumentOutOfRangeException(nameof(page), page, null),
        };

    /// <summary>
    /// The same paper with the smaller type that is allowed (13 instead of 14 on A4; slips on A5 close up as well): for a document that it saves a page.
    /// </summary>
    public static PageGeometry DenseOf(PageFormat page)
    {
        var usual = Of(page);
        var edge = 8 * Millimetre;
        return page is PageFormat.A5 or PageFormat.A5Landscape
            ? usual with
            {
                Body = usual.Body - 1.5f,
                Small = usual.Small,
                Top = edge,
                Bottom = edge,
                Indent = 5 * Millimetre,
                ParagraphGap = 1.5f,
                SlipSignature = 11 * Millimetre,
            }
            : usual with
            {
                Body = usual.Body - 1,
                Small = usual.Small - 1,
            };
    }

    private static PageGeometry Paper(float width, float height, float left, float vertical, float right, float body) =>
        new(width * Millimetre, height * Millimetre, left * Millimetre, vertical * Millimetre, right * Millimetre, vertical * Millimetre, body, body - 2);
}

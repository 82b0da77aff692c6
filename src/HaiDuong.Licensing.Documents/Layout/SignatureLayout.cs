using HaiDuong.Licensing.Documents.Content;
using SkiaSharp;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Nơi nhận on the left, authority, signature and name on the right; on slips two signing columns.</summary>
internal sealed class SignatureLayout(FontSet fonts, PageGeometry page, OfficialDocument document)
{
    /// <summary>Real size of a round seal: 36 mm.</summary>
    public const float Seal = 36 * PageGeometry.Millimetre;

    private const float SignatureWidth = 46 * PageGeometry.Millimetre;
    private const float RecipientHead = 12;
    private const float RecipientLine = 11;
    private const float CodeSize = 11;

    private bool IsSlip => document.Content.Form == DocumentForm.Slip;

    private float SpaceForSignature => IsSlip ? page.SlipSignature : 26 * PageGeometry.Millimetre;

    /// <summary>The block as one box, or nothing when the document has neither signers nor recipients.</summary>
    public Box? Lay()
    {
        var mark = IsSlip ? null : document.Qr;
        if (document.Signers.Count == 0 && document.Content.Recipients.Count == 0 && mark is null)
            return null;
        var code = mark is null ? null : new QrCaption(fonts, mark, CodeSize);
        var columns = Columns();
        var recipients = Recipients(page.ContentWidth * 0.44f);
        var qrTop = recipients.Height + (recipients.Height > 0 ? 6 : 0);
        var height = columns.Select(column => column.Height).Append(mark is not null ? qrTop + QrImage.Side : recipients.Height).Max();
        return new Box(height, (surface, top) =>
        {
            foreach (var column in columns)
                column.Draw(surface, top);
            recipients.Draw(surface, top);
            if (mark is null)
                return;
            QrImage.Draw(surface.Canvas, mark.Address, page.Left, top + qrTop);
            code!.DrawFrom(surface, page.Left + QrImage.Side, top + qrTop);
        }) { GapBefore = 14 };
    }

    private List<ColumnText> Columns()
    {
        var count = document.Signers.Count;
        return
        [
            .. document.Signers.Select(
                (signer, i) =>
                {
                    var column =
                        count == 1
                            ? new Column(page.Left + (page.ContentWidth * 0.46f), page.ContentWidth * 0.54f)
                            : new Column(page.Left + (page.ContentWidth * i / count), page.ContentWidth / count);
                    return Signer(signer, column, isLast: i == count - 1);
                }
            ),
        ];
    }

    private ColumnText Signer(SignatureBlock signer, Column column, bool isLast)
    {
        var text = new ColumnText(fonts, column);
        foreach (var line in signer.TitleLines)
            text.Add(line, IsSlip ? page.Header : page.Body, bold: true);
        if (signer.Note is { Length: > 0 } note)
            text.Add(note, page.Small, italic: true);
        if (isLast)
            AddFields(text, column, text.Height);
        text.Space(SpaceForSignature);
        if (signer.Name is { Length: > 0 } name)
            text.Add(name, page.Body, bold: true);
        return text;
    }

    // The seal covers the left third of the signature.
    private void AddFields(ColumnText text, Column column, float y)
    {
        var signature = SKRect.Create(column.X + ((column.Width - SignatureWidth) / 2), y + 3, SignatureWidth, SpaceForSignature - 6);
        var seal = SKRect.Create(signature.Left + (SignatureWidth / 3) - Seal, signature.MidY - (Seal / 2), Seal, Seal);
        text.Act(
            (surface, top) =>
            {
                var (leader, agency) = (signature, seal);
                leader.Offset(0, top);
                agency.Offset(0, top);
                surface.Fields.Add(new FieldSpot(FieldNames.Leader, surface.Index, leader));
                surface.Fields.Add(new FieldSpot(FieldNames.Agency, surface.Index, agency));
            }
        );
    }

    private RecipientList Recipients(float width)
    {
        var list = new RecipientList(page.Left);
        if (document.Content.Recipients.Count == 0)
            return list;
        list.Add(GlyphText.Of(fonts, RecipientHead, Wording.Get("Recipients"), bold: true, italic: true).Break(width), RecipientHead);
        for (var i = 0; i < document.Content.Recipients.Count; i++)
        {
            var line = HeaderLayout.EndLine(document.Content.Recipients[i], i == document.Content.Recipients.Count - 1);
            list.Add(GlyphText.Of(fonts, RecipientLine, "- " + line).Break(width), RecipientLine);
        }

        return list;
    }

    private sealed class RecipientList(float x)
    {
        private readonly List<(TextLine Line, float Baseline)> _lines = [];

        public float Height { get; private set; }

        public void Add(List<TextLine> lines, float size)
        {
            foreach (var line in lines)
            {
                _lines.Add((line, Height + PageGeometry.Ascent(size)));
                Height += PageGeometry.LineHeight(size);
            }
        }

        public void Draw(PageSurface surface, float top)
        {
            foreach (var (line, baseline) in _lines)
                line.Draw(surface.Canvas, x, top + baseline);
        }
    }
}

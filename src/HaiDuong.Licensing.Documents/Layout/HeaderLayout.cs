using HaiDuong.Licensing.Documents.Content;

namespace HaiDuong.Licensing.Documents.Layout;

/// <summary>Agency and quốc hiệu, number and date, title, trích yếu and Kính gửi: the top of the first page.</summary>
internal sealed class HeaderLayout(FontSet fonts, PageGeometry page, OfficialDocument document)
{
    private const float ColumnGap = 10;
    private const float CodeSize = 8;

    public List<Box> Lay()
    {
        var boxes = new List<Box> { TwoColumns() };
        if (document.Content.Form != DocumentForm.Letter && (document.Content.Title ?? document.Content.Subject) is not null)
            boxes.Add(Title());
        if (document.Content.To.Count > 0)
            boxes.Add(To());
        foreach (var box in boxes)
            box.KeepWithNext = true;
        return boxes;
    }

    private Box TwoColumns()
    {
        var nation = GlyphText.Of(fonts, page.Header, Wording.Get("Nation"), bold: true).Break(float.MaxValue)[0];
        var right = new Column(page.Left + page.ContentWidth - nation.Width - 2, nation.Width + 2);
        var left = new Column(page.Left, page.ContentWidth - right.Width - ColumnGap);
        var leftPart = new ColumnText(fonts, left);
        if (document.Letterhead.SuperiorAgency is { Length: > 0 } superior)
            leftPart.Add(superior, page.Header);
        leftPart.Add(document.Letterhead.Agency, page.Header, bold: true);
        leftPart.Underline(0.4f);
        var rightPart = new ColumnText(fonts, right);
        rightPart.Add(nation, page.Header);
        rightPart.Add(Wording.Get("Motto"), page.Body, bold: true);
        rightPart.Underline(1);
        var second = Math.Max(leftPart.Height, rightPart.Height) + 8;
        leftPart.MoveTo(second);
        rightPart.MoveTo(second);
        AddNumber(leftPart);
        AddDate(rightPart);
        if (document.Content.Form == DocumentForm.Letter && document.Content.Subject is { } subject)
        {
            leftPart.MoveTo(leftPart.Height + 6);
            leftPart.Add(subject, page.Body - 2);
        }

        return new Box(Math.Max(leftPart.Height, rightPart.Height), (surface, top) =>
        {
            leftPart.Draw(surface, top);
            rightPart.Draw(surface, top);
        });
    }

    private void AddNumber(ColumnText column)
    {
        if (document.Number is { Length: > 0 } number)
            column.AddOneLine(Wording.Format("Number", number), page.Body - 1);
        else if (document.NumberSymbol is { Length: > 0 } symbol)
            column.AddField(FieldNames.Number, Wording.Format("NumberBlank", symbol), page.Body - 1, italic: false);
    }

    private void AddDate(ColumnText column)
    {
        if (document.IssuedOn is { } day)
            column.Add(Wording.Format("PlaceAndDate", document.Letterhead.Place, Wording.LongDate(day)), page.Body, italic: true);
        else if (document.Content.Form != DocumentForm.Slip)
            column.AddField(FieldNames.IssueDate, Wording.Format("PlaceAndDate", document.Letterhead.Place, Wording.Get("BlankDate")), page.Body, italic: true);
    }

    private Box Title()
    {
        var isCertificate = document.Content.Form == DocumentForm.Certificate;
        var mark = document.Content.Form == DocumentForm.Slip ? document.Qr : null;
        var code = mark is null ? null : new QrCaption(fonts, mark, CodeSize);
        var qr = mark is null ? 0 : QrImage.Side;
        var text = new ColumnText(fonts, new Column(page.Left + qr, page.ContentWidth - (2 * qr)));
        if (document.Content.Title is { } title)
            text.Add(title, isCertificate ? page.Body + 6 : page.Body, bold: true);
        if (document.Content.Subject is { } subject)
        {
            text.Add(subject, page.Body, bold: true);
            text.Underline(0.4f);
        }

        return new Box(Math.Max(text.Height + 6, qr), (surface, top) =>
        {
            if (mark is not null)
                QrImage.Draw(surface.Canvas, mark.Address, page.Left, top);
            code?.DrawUpTo(surface, page.Left + page.ContentWidth, top);
            text.Draw(surface, top + (qr > text.Height ? (qr - text.Height) / 2 : 0));
        }) { GapBefore = document.Content.Form == DocumentForm.Slip ? 10 : 18 };
    }

    private Box To()
    {
        var label = GlyphText.Of(fonts, page.Body, Wording.Get("To")).Break(float.MaxValue)[0];
        var height = PageGeometry.LineHeight(page.Body);
        var x = page.Left + (page.Indent * 1.5f);
        var width = page.Left + page.ContentWidth - x - label.Width - 6;
        var isOne = document.Content.To.Count == 1;
        var lines = document
            .Content.To.SelectMany(name => GlyphText.Of(fonts, page.Body, isOne ? name : "- " + EndLine(name, name == document.Content.To[^1])).Break(width))
            .ToList();
        if (lines.Count == 1)
            x = page.Left + ((page.ContentWidth - label.Width - 6 - lines[0].Width) / 2);
        var below = isOne ? 0 : 1;
        return new Box((lines.Count + below) * height, (surface, top) =>
        {
            label.Draw(surface.Canvas, x, top + PageGeometry.Ascent(page.Body));
            for (var i = 0; i < lines.Count; i++)
                lines[i].Draw(surface.Canvas, x + label.Width + 6, top + ((i + below) * height) + PageGeometry.Ascent(page.Body));
        }) { GapBefore = 18 };
    }

    internal static string EndLine(string line, bool isLast) => line.Length > 0 && line[^1] is ';' or '.' or ',' or ':' ? line : line + (isLast ? "." : ";");
}

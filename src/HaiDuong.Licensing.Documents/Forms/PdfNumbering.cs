using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Pdf;

namespace HaiDuong.Licensing.Documents.Forms;

/// <summary>
/// Writes number and date (cho số, ngày tháng năm) into a document that its leader has already signed, as a form filling
/// which that signature allows. Source: Nghị định 30/2020/NĐ-CP, Điều 15.
/// </summary>
public static class PdfNumbering
{
    /// <summary>True while number or date are still open fields.</summary>
    public static bool HasOpenFields(byte[] pdf) => new PdfFile(pdf).Fields().Any(field => field.Key is FieldNames.Number or FieldNames.IssueDate);

    /// <summary>Appends the number, for example "05/GP-STTTT", and the line "Hải Dương, ngày 05 tháng 02 năm 2026".</summary>
    /// <exception cref="PdfFormatException">The file is no document of this program or has no such fields.</exception>
    public static byte[] Fill(byte[] signedPdf, string number, string dateLine)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(dateLine);
        var file = new PdfFile(signedPdf);
        var update = new PdfUpdate(file);
        var fields = file.Fields();
        Fill(file, update, fields, FieldNames.Number, Wording.Format("Number", number));
        Fill(file, update, fields, FieldNames.IssueDate, dateLine);
        return update.ToBytes();
    }

    /// <summary>The date line of a document: place, then the day as official papers write it.</summary>
    public static string DateLine(string place, DateOnly day) => Wording.Format("PlaceAndDate", place, Wording.LongDate(day));

    private static void Fill(PdfFile file, PdfUpdate update, Dictionary<string, (PdfReference Reference, PdfDictionary Field)> fields, string name, string text)
    {
        if (!fields.TryGetValue(name, out var found))
            throw new PdfFormatException($"The document has no open field '{name}'.");
        var line = text.Normalize(NormalizationForm.FormC);
        var (key, size) = Style(file.Resolve(found.Field["DA"]) as PdfText);
        var form = file.Dictionary(file.Catalog["AcroForm"]);
        var fonts = file.Dictionary(file.Dictionary(form["DR"])["Font"]);
        var area = ((PdfArray)file.Resolve(found.Field["Rect"])!).Items.Select(item => (float)((PdfToken)item).ToNumber()).ToArray();
        var font = FieldFont.Named(key);
        var appearance = FormFields.TextAppearance(font, fonts[key]!, size, area[2] - area[0], area[3] - area[1], line);
        update.Change(found.Reference).With("V", PdfText.Of(line)).With("AP", new PdfDictionary().With("N", update.Add(appearance)));
    }

    private static (string Key, float Size) Style(PdfText? appearance)
    {
        var words = appearance?.ToString().Split(' ');
        return words is [['/', ..], var size, "Tf", ..] && float.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var points)
            ? (words[0][1..], points)
            : throw new PdfFormatException("A form field has no text style.");
    }
}

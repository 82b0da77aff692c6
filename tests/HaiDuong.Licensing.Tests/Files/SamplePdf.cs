using System.Globalization;
using System.Text;

namespace HaiDuong.Licensing.Tests.Files;

/// <summary>Small PDFs with right tables, written by hand.</summary>
internal static class SamplePdf
{
    public const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";

    public const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

    public static byte[] OnePage { get; } = Of("<< /Type /Catalog /Pages 2 0 R >>", Pages, Page);

    /// <summary>One page; <paramref name="entry"/> stands in the catalogue, <paramref name="more"/> are the objects from 4 on.</summary>
    public static byte[] With(string entry, params string[] more) => Of([$"<< /Type /Catalog /Pages 2 0 R {entry} >>", Pages, Page, .. more]);

    /// <summary>The objects are numbered from 1; the first is the catalogue.</summary>
    public static byte[] Of(params string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder();
        for (var number = 1; number <= objects.Length; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}

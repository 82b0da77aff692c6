using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace HaiDuong.Licensing.Tests.Imports;

/// <summary>Makes the smallest workbook that Excel would open.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets) => Of(false, sheets);

    public static byte[] Of(bool since1904, params (string Name, object?[][] Rows)[] sheets)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                archive,
                "[Content_Types].xml",
                $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"""
            );
            Write(archive, "_rels/.rels", Links($"""<Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/>"""));
            Write(
                archive,
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{(since1904 ? "<workbookPr date1904=\"1\"/>" : "")}<sheets>{string.Concat(sheets.Select((sheet, at) => $"""<sheet name="{SecurityElement.Escape(sheet.Name)}" sheetId="{at + 1}" r:id="r{at + 1}"/>"""))}</sheets></workbook>"""
            );
            Write(
                archive,
                "xl/_rels/workbook.xml.rels",
                Links(
                    string.Concat(
                        sheets.Select((_, at) => $"""<Relationship Id="r{at + 1}" Type="{Relations}/worksheet" Target="worksheets/sheet{at + 1}.xml"/>""")
                    )
                )
            );
            for (var at = 0; at < sheets.Length; at++)
                Write(
                    archive,
                    $"xl/worksheets/sheet{at + 1}.xml",
                    $"""<worksheet xmlns="{Main}"><sheetData>{string.Concat(sheets[at].Rows.Select(Row))}</sheetData></worksheet>"""
                );
        }

        return content.ToArray();
    }

    private static string Row(object?[] cells, int index) =>
        $"""<row r="{index + 1}">{string.Concat(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{index + 1}")))}</row>""";

    private static string Cell(object? value, string place) =>
        value switch
        {
            null => "",
            string text => $"""<c r="{place}" t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>""",
            _ => $"""<c r="{place}"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>""",
        };

    private static string Links(string links) => $"""<Relationships xmlns="{Package}/relationships">{links}</Relationships>""";

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}

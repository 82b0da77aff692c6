using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>
/// Writes a table as CSV that Excel opens with Vietnamese settings: UTF-8 with its mark, ";" between cells, and no cell that is computed as a formula.
/// </summary>
public static class CsvOutput
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvConfiguration Settings = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
    };

    public static byte[] Write(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var content = new MemoryStream();
        using (var writer = new CsvWriter(new StreamWriter(content, new UTF8Encoding(true), leaveOpen: true), Settings))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row)
                    writer.WriteField(cell);
                writer.NextRecord();
            }
        }

        return content.ToArray();
    }
}

using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>Reads delimited text by CsvHelper; the separator is the one under which the header is best understood.</summary>
internal static class CsvLines
{
    private static readonly (string Delimiter, string Name)[] Delimiters = [(";", "“;”"), (",", "“,”"), ("\t", "Tab"), ("|", "“|”")];

    public static ImportReading Read(GuessedText file, IReadOnlyList<ImportColumn> columns)
    {
        var text = WithoutSeparatorLine(file.Text);
        try
        {
            var (delimiter, name) = Delimiters.MaxBy(candidate =>
                ImportHeader.Recognised([.. LinesOf(text, candidate.Delimiter, isTrial: true).Take(ImportHeader.Deepest)], columns)
            );
            return ImportHeader.Table($"{file.Encoding}, {name}", LinesOf(text, delimiter, isTrial: false), columns);
        }
        catch (CsvHelperException failure)
        {
            return ImportReading.Refused(new Refusal(nameof(RefusalCode.ImportQuoteOpen), "file", failure.Context?.Parser?.RawRow ?? 0));
        }
    }

    /// <summary>Excel's own first line "sep=;" is no row, but it counts as a line.</summary>
    private static string WithoutSeparatorLine(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return text;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? "" : text[end..];
    }

    private static IEnumerable<ImportLine> LinesOf(string text, string delimiter, bool isTrial)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = 32_768,
        };
        // Under a wrong separator quotation marks stand anywhere.
        if (isTrial)
            settings.BadDataFound = null;
        using var parser = new CsvParser(new StringReader(text), settings);
        var line = 1;
        while (parser.Read())
        {
            yield return new ImportLine(line, parser.Record ?? []);
            line = parser.RawRow + 1;
        }
    }
}

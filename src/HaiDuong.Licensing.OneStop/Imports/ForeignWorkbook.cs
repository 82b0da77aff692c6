using HaiDuong.Licensing.Domain;

namespace HaiDuong.Licensing.OneStop.Imports;

/// <summary>
/// Files that are named .xls and are something else, which Excel opens without a word: a web page, or the XML of Excel 2003. They are refused by what they are.
/// </summary>
internal static class ForeignWorkbook
{
    private const int Beginning = 4000;

    public static Refusal? Look(string text)
    {
        var start = text[..Math.Min(text.Length, Beginning)].TrimStart();
        if (!start.StartsWith('<'))
            return null;
        if (start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.OrdinalIgnoreCase))
            return new Refusal(nameof(RefusalCode.ImportIsXmlWorkbook), "file");
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<table", StringComparison.OrdinalIgnoreCase)
            ? new Refusal(nameof(RefusalCode.ImportIsWebPage), "file")
            : null;
    }
}

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>What a person reads on a paper that a page gave, its words parted by one blank.</summary>
internal static class PdfText
{
    public static async Task<string> OfAsync(VisitedPage page)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await page.Response.Content.ReadAsByteArrayAsync());
        var text = await Tool.ReadAsync("pdftotext", file, "-");
        File.Delete(file);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

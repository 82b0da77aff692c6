using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>What a person reads on a paper that a page gave, its words parted by one blank.</summary>
internal static class PdfText
{
    public static async Task<string> OfAsync(VisitedPage page) => await OfAsync(await page.Response.Content.ReadAsByteArrayAsync());

    /// <summary>The same of a paper that an office keeps.</summary>
    public static async Task<string> OfAsync(IServiceProvider office, Slip slip)
    {
        await using var kept = await office.GetRequiredService<KeptFiles>().OpenAsync(slip.FileHash, CancellationToken.None);
        using var bytes = new MemoryStream();
        await kept.CopyToAsync(bytes);
        return await OfAsync(bytes.ToArray());
    }

    public static async Task<string> OfAsync(byte[] bytes)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, bytes);
        var text = await Tool.ReadAsync("pdftotext", file, "-");
        File.Delete(file);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

using System.Diagnostics;
using HaiDuong.Licensing.Documents;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Templates;
using NUnit.Framework;
using UglyToad.PdfPig;

namespace HaiDuong.Licensing.Tests.Documents;

/// <summary>Builds documents for the tests of this folder and reads what was printed.</summary>
internal static class Papers
{
    public static readonly DateTimeOffset At = new(2026, 2, 5, 9, 0, 0, TimeSpan.FromHours(7));

    public static readonly Letterhead Letterhead = new(
        "UBND TỈNH HẢI DƯƠNG",
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "Hải Dương",
        "Số 15, đường Thanh Niên, thành phố Hải Dương"
    );

    public static DocumentContent Content(
        string body,
        object? model = null,
        string matter = "form: licence\ntitle: GIẤY PHÉP\nsubject: Xuất bản tài liệu không kinh doanh"
    ) => DocumentTemplate.Parse($"---\n{matter}\n---\n{body}\n").Fill(model ?? new Dictionary<string, object?>());

    public static OfficialDocument Document(DocumentContent content) =>
        new()
        {
            Content = content,
            Letterhead = Letterhead,
            NumberSymbol = "GP-STTTT",
            Signers = [new SignatureBlock(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Tên người ký")],
            Qr = new QrMark("https://example.vn/k/01JMZX", "Mã kiểm tra:", "ABCD-2345-WXYZ"),
            CreatedAt = At,
        };

    public static byte[] Render(OfficialDocument document) => new OfficialDocumentRenderer().Render(document);

    public static byte[] Licence() => Render(Document(Content("> Căn cứ Luật Xuất bản;\n\n## Điều 1. Cho phép\n\nNội dung.")));

    /// <summary>Text of each page, words parted by single spaces.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }

    public static async Task<string> RunAsync(string program, byte[] pdf, params string[] arguments)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.CreateVersion7():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            var start = new ProcessStartInfo(program)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument == "FILE" ? file : argument);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await errors;
            await process.WaitForExitAsync();
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.Tests.Architecture;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>What strangers can make the check page work on: files of the largest size, full of fields and signatures.</summary>
public sealed class CheckPageTests
{
    private const int Padding = 19 * 1024 * 1024;
    private OfficeHost office = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => office = await OfficeHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [TestCase(100, 1, 20_000)]
    [TestCase(PdfSignatures.MostSignatures, PdfSignatures.MostSignatures, 20_000)]
    public async Task File_FullOfFields_IsAnsweredInTime_AndIsNotCalledOurs(int signatureFields, int values, int fields)
    {
        var told = await CheckAsync(Bomb(signatureFields, values, fields));

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(told.Text, Does.Contain("hd-note-bad"));
    }

    [Test]
    public async Task File_WithMoreSignaturesThanADocumentHas_IsRefusedInWords()
    {
        var told = await CheckAsync(Bomb(100, 100, 20_000));

        Assert.That(told.Text, Does.Contain("Hãy kiểm tra bằng mã in trên văn bản"));
    }

    [TestCase("encrypted2.pdf", "có mật khẩu")]
    [TestCase("truncated.pdf", "bị cắt cụt")]
    [TestCase("zeropage.pdf", "không có trang nào")]
    [TestCase("truncated.jpg", "không phải tệp PDF")]
    public async Task File_ThatCannotBeRead_IsToldWhy(string name, string why)
    {
        var told = await CheckAsync(await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "tests/HaiDuong.Licensing.Tests/Files/Cases", name)));

        Assert.That(told.Text, Does.Contain("hd-note-bad").And.Contain(why));
    }

    [TestCase(0, "không có nội dung")]
    [TestCase((20 * 1024 * 1024) + 1, "không phải văn bản do hệ thống này phát hành")]
    [TestCase(31 * 1024 * 1024, "không phải văn bản do hệ thống phát hành")]
    public async Task File_OfASizeThatNoDocumentHas_IsToldSo_AndNotToScanAgain(int bytes, string why)
    {
        var told = await CheckAsync(new byte[bytes]);

        Assert.That(told.Text, Does.Contain(why).And.Contain("mã in trên văn bản").And.Not.Contain("quét lại"));
    }

    private async Task<VisitedPage> CheckAsync(byte[] pdf)
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync("/kiem-tra");
        var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());

        var told = await visitor.SendFilesAsync("/kiem-tra", [], ("document", "tệp.pdf", pdf));

        await TestContext.Out.WriteLineAsync(
            $"{pdf.Length >> 20} MB in {watch.Elapsed.TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - before) >> 20} MB allocated"
        );
        Assert.That(watch.Elapsed, Is.LessThan(ParseBudget.Usual + TimeSpan.FromSeconds(10)));
        return told;
    }

    /// <summary>A PDF with so many signature fields that share so many values, other fields beside them, and padding up to the largest size.</summary>
    private static byte[] Bomb(int signatureFields, int values, int fields)
    {
        var pdf = new StringBuilder("%PDF-1.7\n", Padding + (8 * 1024 * 1024));
        var places = new SortedDictionary<int, int>();
        void Add(int number, string text)
        {
            places[number] = pdf.Length;
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{text}\nendobj\n");
        }

        var firstValue = 10;
        var firstField = firstValue + values;
        var total = firstField + signatureFields + fields;
        Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>");
        Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        Add(4, $"<< /SigFlags 3 /Fields [{string.Join(' ', Enumerable.Range(firstField, signatureFields + fields).Select(number => $"{number} 0 R"))}] >>");
        var ranges = new List<(int At, int Hole, int After)>();
        for (var number = firstValue; number < firstField; number++)
        {
            Add(
                number,
                "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 0000000000 0000000000 0000000000] /Contents <3000> >>"
            );
            var text = pdf.ToString(places[number], pdf.Length - places[number]);
            var hole = places[number] + text.IndexOf("<3000>", StringComparison.Ordinal);
            ranges.Add((places[number] + text.IndexOf("[0 ", StringComparison.Ordinal), hole, hole + 6));
        }

        for (var number = firstField; number < total; number++)
            Add(
                number,
                number < firstField + signatureFields
                    ? $"<< /FT /Sig /T (S{number}) /V {firstValue + ((number - firstField) % values)} 0 R >>"
                    : $"<< /FT /Tx /T (F{number}) /V (x) >>"
            );
        var padding = Padding - pdf.Length - (20 * total);
        Add(5, $"<< /Length {padding} >>\nstream\n{new string(' ', padding)}\nendstream");
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in places)
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:0000000000} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {total} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        var bytes = Encoding.ASCII.GetBytes(pdf.ToString());
        foreach (var (at, hole, after) in ranges)
            Encoding.ASCII.GetBytes($"[0 {hole:0000000000} {after:0000000000} {bytes.Length - after:0000000000}]").CopyTo(bytes, at);
        return bytes;
    }
}

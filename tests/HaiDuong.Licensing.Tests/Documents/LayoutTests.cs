using System.Text;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Forms;
using NUnit.Framework;
using UglyToad.PdfPig;

namespace HaiDuong.Licensing.Tests.Documents;

public sealed class LayoutTests
{
    private const string Sentence = "Quyền, nghĩa vụ của tổ chức được cấp phép thực hiện theo đúng quy định của pháp luật hiện hành. ";

    [Test]
    public void Render_PrintsExactVietnameseText()
    {
        const string Letters = "ăâđêôơư ĂÂĐÊÔƠƯ ằẳẵắặ ềểễếệ ồổỗốộ ờởỡớợ ừửữứự ỳỷỹýỵ";
        var document = Papers.Document(Papers.Content(Letters)) with { Number = "05/GP-STTTT", IssuedOn = new DateOnly(2026, 2, 5) };

        var text = Papers.Pages(Papers.Render(document))[0];

        Assert.That(text, Does.Contain(Letters));
        Assert.That(text, Does.Contain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
        Assert.That(text, Does.Contain("Hải Dương, ngày 05 tháng 02 năm 2026"));
        Assert.That(text, Does.Contain("Số: 05/GP-STTTT"));
        Assert.That(text.IsNormalized(NormalizationForm.FormC));
    }

    [TestCase("Война и мир")]
    [TestCase("Ελλάδα, Łódź, Škoda")]
    public void Render_PrintsForeignTitles(string title)
    {
        var pages = Papers.Pages(Papers.Render(Papers.Document(Papers.Content("Tên: {{ t }}.", new { t = title }))));

        Assert.That(pages[0], Does.Contain(title));
    }

    [Test]
    public async Task Pdftotext_GivesExactVietnameseText()
    {
        var text = await Papers.RunAsync("pdftotext", Papers.Licence(), "-layout", "FILE", "-");

        Assert.That(text, Does.Contain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
        Assert.That(text, Does.Contain("Độc lập - Tự do - Hạnh phúc"));
        Assert.That(text, Does.Contain("Điều 1. Cho phép"));
        Assert.That(text.IsNormalized(NormalizationForm.FormC));
    }

    [Test]
    public void Render_TakesTheSmallerType_OnlyWhereItSavesAPage()
    {
        var sizes = Enumerable
            .Range(1, 30)
            .Select(lines =>
            {
                using var pdf = PdfDocument.Open(Papers.Render(Papers.Document(Papers.Content(string.Join("\n\n", Enumerable.Repeat("Điều khoản.", lines))))));
                return (Lines: lines, Pages: pdf.NumberOfPages, Size: BodySize(pdf));
            })
            .ToList();

        var onePage = sizes.Where(size => size.Pages == 1).ToList();
        Assert.That(onePage[0].Size, Is.EqualTo(14).Within(0.1));
        Assert.That(onePage[^1].Size, Is.EqualTo(13).Within(0.1));
        Assert.That(sizes.First(size => size.Pages == 2).Size, Is.EqualTo(14).Within(0.1));
    }

    private static double BodySize(PdfDocument pdf) => pdf.GetPage(1).GetWords().First(word => word.Text == "khoản.").Letters[0].PointSize;

    [Test]
    public void Render_RepeatsTheTableHeaderOnEveryPage()
    {
        var rows = string.Concat(
            Enumerable
                .Range(1, 40)
                .Select(i => $"| {i} | HD{i:000} | Thôn {i}, xã Thanh Hải, huyện Thanh Hà, tỉnh Hải Dương, gần nhà văn hóa thôn và trường tiểu học |\n")
        );
        var document = Papers.Document(Papers.Content("| STT | Mã trạm | Địa chỉ |\n|---|---|---|\n" + rows));

        var pages = Papers.Pages(Papers.Render(document));

        Assert.That(pages, Has.Count.GreaterThan(1));
        Assert.That(pages, Has.All.Contains("Mã trạm"));
        foreach (var row in Enumerable.Range(1, 40))
            Assert.That(pages.Count(page => page.Contains($"HD{row:000}", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Render_CutsARowThatNoPageHolds()
    {
        var document = Papers.Document(Papers.Content("| A | B |\n|---|---|\n| " + string.Concat(Enumerable.Repeat(Sentence, 120)) + "cuối hết | 2 |"));

        var pages = Papers.Pages(Papers.Render(document));

        Assert.That(pages, Has.Count.GreaterThan(2));
        Assert.That(pages[^1], Does.Contain("cuối hết"));
    }

    [Test]
    public void Render_NeverLeavesTheSignatureAlone()
    {
        for (var sentences = 8; sentences <= 44; sentences++)
        {
            var body = string.Join("\n\n", Enumerable.Range(1, sentences).Select(i => $"Khoản {i}. {(i % 3 == 0 ? Sentence + Sentence : Sentence)}"));

            var last = Papers.Pages(Papers.Render(Papers.Document(Papers.Content(body))))[^1];

            var beforeSignature = last[..last.IndexOf("KT. GIÁM ĐỐC", StringComparison.Ordinal)];
            Assert.That(beforeSignature, Does.Contain("hiện hành."), $"{sentences} paragraphs");
        }
    }

    [Test]
    public void Render_KeepsALongNameInsideThePage()
    {
        var name = string.Join(' ', Enumerable.Repeat("CÔNG TY TRÁCH NHIỆM HỮU HẠN", 8))[..200];
        var document = Papers.Document(Papers.Content("{{ n }}", new { n = name }) with { Title = name, To = [name, new string('X', 200)] }) with
        {
            Letterhead = Papers.Letterhead with { Agency = name },
            Signers = [new SignatureBlock([name], name)],
        };

        using var pdf = PdfDocument.Open(Papers.Render(document));

        foreach (var page in pdf.GetPages())
        {
            Assert.That(page.Letters.Min(letter => letter.BoundingBox.Left), Is.GreaterThan(30 * 72 / 25.4 - 2));
            Assert.That(page.Letters.Max(letter => letter.BoundingBox.Right), Is.LessThan(page.Width - (20 * 72 / 25.4) + 2));
        }
    }

    [Test]
    public void Render_NumbersPagesFromTheSecond()
    {
        var document = Papers.Document(Papers.Content(string.Join("\n\n", Enumerable.Repeat(Sentence, 60)))) with { Qr = null };

        var pages = Papers.Pages(Papers.Render(document));

        Assert.That(pages[0], Does.StartWith("UBND TỈNH HẢI DƯƠNG"));
        Assert.That(pages[1], Does.StartWith("2 "));
    }

    [Test]
    public void Render_PutsTheSignatureBeforeTheAnnex()
    {
        var document = Papers.Document(Papers.Content("Nội dung.\n\n---\n\n# PHỤ LỤC\n\nDanh sách."));

        var pages = Papers.Pages(Papers.Render(document));

        Assert.That(pages, Has.Count.EqualTo(2));
        Assert.That(pages[0], Does.Contain("PHÓ GIÁM ĐỐC"));
        Assert.That(pages[1], Does.Contain("PHỤ LỤC Danh sách."));
    }

    [Test]
    public void Render_OfDraft_SaysSo()
    {
        var letters = Letters(Papers.Render(Papers.Document(Papers.Content("Nội dung.")) with { IsDraft = true }));

        Assert.That(letters, Does.Contain("DỰ THẢO"));
        Assert.That(Letters(Papers.Licence()), Does.Not.Contain("DỰ THẢO"));
    }

    [Test]
    public void Render_OfSlip_HasTwoColumnsAndNoNumber()
    {
        var content = Papers.Content("Nhận hồ sơ.", matter: "form: slip\ntitle: GIẤY TIẾP NHẬN");
        var document = Papers.Document(content) with { NumberSymbol = null, Signers = [new(["NGƯỜI NỘP"], null), new(["NGƯỜI TIẾP NHẬN"], null)] };

        var pdf = Papers.Render(document);

        Assert.That(Papers.Pages(pdf)[0], Does.Contain("NGƯỜI NỘP NGƯỜI TIẾP NHẬN").And.Not.Contain("Số:"));
        Assert.That(PdfNumbering.HasOpenFields(pdf), Is.False);
        using var read = PdfDocument.Open(pdf);
        Assert.That(read.GetPage(1).Width, Is.EqualTo(148 * 72 / 25.4).Within(1));
    }

    [Test]
    public void Render_RefusesAQrPayloadThatIsNotAscii() =>
        Assert.Throws<ArgumentException>(() => Papers.Render(Papers.Document(Papers.Content("x")) with { Qr = new QrMark("Hải Dương", "", "") }));

    [Test]
    public void Render_WritesPdfAWithItsLanguage()
    {
        var text = Encoding.Latin1.GetString(Papers.Licence());

        Assert.That(text, Does.Contain("<pdfaid:part>2</pdfaid:part>"));
        Assert.That(text, Does.Contain($"/Lang <{Convert.ToHexString("vi-VN"u8)}>"));
    }

    private static string Letters(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPage(1).Text;
    }
}

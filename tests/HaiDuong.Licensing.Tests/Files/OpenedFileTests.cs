using System.IO.Compression;
using System.Text;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.Tests.Architecture;
using NodaTime;
using NUnit.Framework;
using SkiaSharp;

namespace HaiDuong.Licensing.Tests.Files;

/// <summary>Uploads are opened before they are taken; what cannot be read is refused by the name of its damage (fault 42).</summary>
public sealed class OpenedFileTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("hdl-opened-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("encrypted2.pdf", "UploadPassword")]
    [TestCase("truncated.pdf", "UploadCutOff")]
    [TestCase("header-only.pdf", "UploadCutOff")]
    [TestCase("zeropage.pdf", "UploadNoPage")]
    [TestCase("truncated.jpg", "UploadCutOff")]
    public async Task Save_OfADamagedPaper_IsRefusedByTheNameOfItsDamage(string name, string code)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "tests/HaiDuong.Licensing.Tests/Files/Cases", name));

        var refusal = (await SaveAsync(content, name)).Refusal!;

        Assert.That(refusal.Code, Is.EqualTo(code));
        Assert.That(refusal.Sentence, Does.Contain(name));
        Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task Save_OfBytesThatOnlyBeginAndEndAsAPdf_IsRefused() =>
        Assert.That(
            (await SaveAsync(Encoding.Latin1.GetBytes("%PDF-1.7\nnothing of the kind\nstartxref\n9\n%%EOF\n"), "a.pdf")).Refusal?.Code,
            Is.EqualTo("UploadDamaged")
        );

    [TestCase(1000, null)]
    [TestCase(1030, "UploadKindNotAllowed")]
    public async Task Save_OfAPdfWithLinesBeforeItsHeader_IsTakenUpTo1024Bytes(int before, string? code)
    {
        byte[] content = [.. Enumerable.Repeat((byte)'\n', before), .. SamplePdf.OnePage];

        Assert.That((await SaveAsync(content, "a.pdf")).Refusal?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Save_OfAGifThatIsAlsoAPdf_IsRefused() =>
        Assert.That((await SaveAsync([.. "GIF89a"u8, .. SamplePdf.OnePage], "a.pdf")).Refusal?.Code, Is.EqualTo("UploadTwoInOne"));

    [Test]
    public async Task Save_OfAPdfWithABrokenTable_ThatViewersMend_IsTaken()
    {
        var broken = Encoding.Latin1.GetString(SamplePdf.OnePage).Replace("xref\n0 4", "xerf\n0 4", StringComparison.Ordinal);

        Assert.That((await SaveAsync(Encoding.Latin1.GetBytes(broken), "a.pdf")).Refusal, Is.Null);
    }

    [TestCase("", null, false)]
    [TestCase("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", null, true)]
    [TestCase("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", "<< /S /JavaScript /JS (1) >>", true)]
    [TestCase("/AA << /WC 4 0 R >>", "<< /S /JavaScript /JS (1) >>", true)]
    [TestCase("/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>", "<< /Type /Filespec /F (a.exe) /EF << /F 3 0 R >> >>", true)]
    [TestCase("/AcroForm << /XFA 4 0 R /Fields [] >>", "<< >>", true)]
    public async Task Save_OfAPdfWithScriptsOrFilesInside_IsTaken_ButNeverToBeShown(string entry, string? more, bool isActive)
    {
        var file = (await SaveAsync(SamplePdf.With(entry, more is null ? [] : [more]), "a.pdf")).File!;

        Assert.That(file.IsActive, Is.EqualTo(isActive));
    }

    [Test]
    public async Task Save_OfAPdfThatStartsAProgram_IsRefused() =>
        Assert.That(
            (await SaveAsync(SamplePdf.With("/OpenAction 4 0 R", "<< /S /Launch /F (cmd.exe) >>"), "a.pdf")).Refusal?.Code,
            Is.EqualTo("UploadLaunches")
        );

    [Test]
    public async Task Save_OfAPdfWhosePartsNameEachOther_ComesToAnEnd() =>
        Assert.That((await SaveAsync(SamplePdf.With("/A 4 0 R", "[1 0 R 4 0 R 5 0 R]", "<< /B 4 0 R /C 5 0 R >>"), "a.pdf")).Refusal, Is.Null);

    [Test]
    public async Task Save_OfAPdfWithTooManyPages_IsRefused()
    {
        const int count = PdfCheck.MostPages + 1;
        var kids = string.Join(' ', Enumerable.Range(3, count).Select(number => $"{number} 0 R"));
        var pdf = SamplePdf.Of([
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
            .. Enumerable.Repeat(SamplePdf.Page, count),
        ]);

        Assert.That((await SaveAsync(pdf, "a.pdf")).Refusal?.Code, Is.EqualTo("UploadTooManyPages"));
    }

    [Test]
    public async Task Save_OfASmallPdfThatUnpacksIntoGigabytes_IsRefusedBeforeItDoes()
    {
        using var packed = new MemoryStream();
        await using (var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++)
                packing.Write(zeros);
        }

        var head = SamplePdf.Of("<< /Type /Catalog /Pages 2 0 R >>", SamplePdf.Pages, SamplePdf.Page);
        var body = Encoding.Latin1.GetString(head.AsSpan(0, Encoding.Latin1.GetString(head).IndexOf("xref", StringComparison.Ordinal)));
        var content =
            $"{body}4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream\nendobj\nstartxref\n{body.Length}\n%%EOF\n";

        Assert.That((await SaveAsync(Encoding.Latin1.GetBytes(content), "a.pdf")).Refusal?.Code, Is.EqualTo("UploadTooComplex"));
    }

    [TestCase(SKEncodedImageFormat.Jpeg, "a.jpg")]
    [TestCase(SKEncodedImageFormat.Png, "a.png")]
    public async Task Save_OfAPicture_TakesTheWholeAndRefusesTheCutOff(SKEncodedImageFormat format, string name)
    {
        var picture = Picture(640, 480, SKColorType.Rgba8888, format);

        Assert.That((await SaveAsync(picture, name)).Refusal, Is.Null);
        Assert.That((await SaveAsync(picture[..(picture.Length / 2)], name)).Refusal?.Code, Is.EqualTo("UploadCutOff"));
        Assert.That((await SaveAsync(picture[..^40], name)).Refusal?.Code, Is.EqualTo("UploadCutOff"));
    }

    [Test]
    public async Task Save_OfAPictureOfTooManyPoints_IsRefused() =>
        Assert.That(
            (await SaveAsync(Picture(7200, 7000, SKColorType.Gray8, SKEncodedImageFormat.Png), "a.png")).Refusal?.Code,
            Is.EqualTo("UploadTooManyPixels")
        );

    [Test]
    public Task Parse_ThatDoesNotEnd_IsLeftAfterItsTime() =>
        Assert.ThrowsAsync<TimeoutException>(() =>
            ParseBudget.RunAsync(
                budget =>
                {
                    budget.WaitHandle.WaitOne();
                    budget.ThrowIfCancellationRequested();
                    return true;
                },
                TimeSpan.FromMilliseconds(50),
                CancellationToken.None
            )
        );

    private static byte[] Picture(int width, int height, SKColorType colours, SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(width, height, colours, SKAlphaType.Opaque);
        var random = new Random(1);
        if (colours == SKColorType.Rgba8888)
            random.NextBytes(picture.GetPixelSpan());
        using var encoded = picture.Encode(format, 80);
        return encoded.ToArray();
    }

    private Task<UploadResult> SaveAsync(byte[] content, string name) =>
        new FileStore(folder, SystemClock.Instance).SaveAsync(new MemoryStream(content), name, UploadLimits.Default, default);
}

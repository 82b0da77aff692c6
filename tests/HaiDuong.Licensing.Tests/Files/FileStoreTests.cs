using System.IO.Compression;
using System.Text;
using HaiDuong.Licensing.OneStop.Storage.Files;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Files;

public sealed class FileStoreTests
{
    private static readonly byte[] Pdf = SamplePdf.OnePage;
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("hdl-files-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Save_OfAPdf_KeepsItUnderItsHash()
    {
        var file = (await SaveAsync(Pdf, "đơn.pdf")).File!;

        Assert.That(file.ContentType, Is.EqualTo("application/pdf"));
        Assert.That(file.Size, Is.EqualTo(Pdf.Length));
        await using var kept = await Store().OpenAsync(file.Hash, default);
        Assert.That(await new StreamReader(kept).ReadToEndAsync(), Is.EqualTo(Encoding.Latin1.GetString(Pdf)));
        Assert.That(FilesIn("incoming"), Is.Empty);
    }

    [Test]
    public async Task Save_OfTheSameContentTwice_KeepsItOnce()
    {
        await SaveAsync(Pdf, "a.pdf");
        await SaveAsync(Pdf, "b.pdf");

        Assert.That(FilesIn("objects"), Has.Length.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Open_OfWhatWasDamagedOrLost_GivesNothing_AndSendingItAgainMendsIt(bool isLost)
    {
        var hash = (await SaveAsync(Pdf, "a.pdf")).File!.Hash;
        var path = Store().Objects.PathOf(hash);
        if (isLost)
            File.Delete(path);
        else
            File.WriteAllBytes(path, [.. Pdf[..^1], 0]);

        var fault = await Assert.ThrowsAsync<DamagedFileException>(() => Store().OpenAsync(hash, default));
        await Assert.ThrowsAsync<DamagedFileException>(() => Store().Objects.ReadAsync(hash, default));
        var found = await Store().Objects.LookAsync(hash, default);
        await SaveAsync(Pdf, "b.pdf");

        Assert.That((fault!.Hash, fault.IsMissing, found), Is.EqualTo((hash, isLost, isLost ? FileCondition.Missing : FileCondition.Damaged)));
        Assert.That(await Store().Objects.ReadAsync(hash, default), Is.EqualTo(Pdf));
    }

    [TestCase("", "a.pdf", "UploadEmpty")]
    [TestCase("<html><script>alert(1)</script>", "a.pdf", "UploadKindNotAllowed")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "UploadKindNotAllowed")]
    [TestCase("MZ\u0090", "a.pdf", "UploadKindNotAllowed")]
    [TestCase("GIF89a/*", "a.gif", "UploadKindNotAllowed")]
    [TestCase("%PDF-1.7\n", "a.jpg", "UploadDisguised")]
    [TestCase("%PDF-1.7\n", "a.pdf.exe", "UploadDisguised")]
    [TestCase("%PDF-1.7\n<html><script>alert(1)</script>", "a.pdf", "UploadTwoInOne")]
    public async Task Save_OfUnfitContent_IsRefused(string content, string name, string code)
    {
        var result = await SaveAsync(Encoding.Latin1.GetBytes(content), name);

        Assert.That(result.Refusal!.Code, Is.EqualTo(code));
        Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task Save_OfAPdfThatIsAlsoAZip_IsRefused() =>
        Assert.That((await SaveAsync([.. Pdf, .. Zip(("a.txt", [1]))], "a.pdf")).Refusal!.Code, Is.EqualTo("UploadTwoInOne"));

    [Test]
    public async Task Save_OneByteOverTheLimit_StopsReadingThere()
    {
        var endless = new EndlessPdf();

        var result = await Store().SaveAsync(endless, "a.pdf", new UploadLimits { MaxBytes = 1_000_000 }, default);

        Assert.That(result.Refusal!.Code, Is.EqualTo("UploadTooLarge"));
        Assert.That(endless.Given, Is.LessThan(1_200_000));
    }

    [Test]
    public async Task Save_AtTheLimit_IsTaken() =>
        Assert.That((await Store().SaveAsync(new MemoryStream(Pdf), "a.pdf", new UploadLimits { MaxBytes = Pdf.Length }, default)).File, Is.Not.Null);

    [TestCase("word/document.xml", "a.docx", null)]
    [TestCase("xl/workbook.xml", "a.xlsx", null)]
    [TestCase("word/vbaProject.bin", "a.docx", "UploadMacro")]
    [TestCase("other.txt", "a.docx", "UploadDisguised")]
    public async Task Save_OfAnOfficeFile_LooksInside(string entry, string name, string? code)
    {
        var content = Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), (entry, [1, 2, 3]));

        var result = await SaveAsync(content, name, FileKind.Docx, FileKind.Xlsx, FileKind.Zip);

        Assert.That(result.Refusal?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Save_OfAZip_WhenOnlyPapersAreAllowed_IsRefused() =>
        Assert.That((await SaveAsync(Zip(("a", [1])), "a.zip")).Refusal!.Code, Is.EqualTo("UploadKindNotAllowed"));

    [Test]
    public async Task Save_OfAZipBomb_IsRefused() =>
        Assert.That((await SaveAsync(Zip(("a", new byte[16 * 1024 * 1024])), "a.zip", FileKind.Zip)).Refusal!.Code, Is.EqualTo("UploadArchiveBomb"));

    [Test]
    public async Task Save_OfAZipInAZipInAZip_IsRefused()
    {
        var deep = Zip(("a.zip", Zip(("b.zip", Zip(("c", [1]))))));

        Assert.That((await SaveAsync(deep, "a.zip", FileKind.Zip)).Refusal!.Code, Is.EqualTo("UploadArchiveNested"));
    }

    [Test]
    public async Task Save_OfABrokenZip_IsRefused() =>
        Assert.That((await SaveAsync(Encoding.ASCII.GetBytes("PK\x03\x04 broken"), "a.zip", FileKind.Zip)).Refusal!.Code, Is.EqualTo("UploadDamaged"));

    [Test]
    public async Task Save_WhenTheStoreCannotBeWritten_IsRefused()
    {
        var store = new FileStore("/dev/null/files", SystemClock.Instance);

        var result = await store.SaveAsync(new MemoryStream(Pdf), "a.pdf", UploadLimits.Default, default);

        Assert.That(result.Refusal!.Code, Is.EqualTo("UploadStorageUnavailable"));
    }

    [Test]
    public async Task Sweep_AfterTheGrace_RemovesOrphansAndKeepsTheRest()
    {
        var kept = (await SaveAsync(Pdf, "a.pdf")).File!;
        var orphan = (await SaveAsync([.. Pdf, 10], "b.pdf")).File!;
        File.WriteAllText(Path.Combine(folder, "incoming", "cut-short"), "x");
        Task<IReadOnlySet<string>> Used(IReadOnlyCollection<string> hashes, CancellationToken _) =>
            Task.FromResult<IReadOnlySet<string>>(hashes.Where(hash => hash == kept.Hash).ToHashSet());

        var early = await Store().SweepAsync(Used, Duration.FromDays(1), default);
        var late = await Store().SweepAsync(Used, Duration.FromDays(-1), default);

        Assert.That((early, late), Is.EqualTo((0, 2)));
        Assert.That((Store().Objects.Exists(kept.Hash), Store().Objects.Exists(orphan.Hash)), Is.EqualTo((true, false)));
    }

    private FileStore Store() => new(folder, SystemClock.Instance);

    private Task<UploadResult> SaveAsync(byte[] content, string name, params FileKind[] kinds) =>
        Store().SaveAsync(new MemoryStream(content), name, kinds.Length == 0 ? UploadLimits.Default : new UploadLimits { Kinds = kinds }, default);

    private string[] FilesIn(string part) => Directory.GetFiles(Path.Combine(folder, part), "*", SearchOption.AllDirectories);

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }

        return stream.ToArray();
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using HaiDuong.Licensing.Documents.Forms;
using HaiDuong.Licensing.Documents.Pdf;
using HaiDuong.Licensing.Documents.Signing;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Documents;

public sealed class SigningTests
{
    private string _folder = "";
    private DemoAuthority _authority = null!;
    private IDocumentSigner _leader = null!;
    private byte[] _leaderSigned = [];
    private byte[] _sealed = [];

    [OneTimeSetUp]
    public async Task SignOnceAsync()
    {
        _folder = Directory.CreateTempSubdirectory("papers").FullName;
        _authority = DemoAuthority.Open(_folder, "Sở Thông tin và Truyền thông (mẫu)", Papers.At);
        _leader = _authority.SignerOf("director", "Giám đốc (mẫu)");
        var signer = new PdfSigner();
        _leaderSigned = await signer.SignAsync(Papers.Licence(), SignaturePlace.Leader, _leader, Papers.At, DemoImages.Signature());
        _sealed = await signer.SignAsync(
            Number(_leaderSigned),
            SignaturePlace.Agency,
            _authority.AgencySigner,
            Papers.At.AddHours(1),
            DemoImages.Seal("Sở Thông tin và Truyền thông")
        );
    }

    [OneTimeTearDown]
    public void Clean()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void Verify_WhenNumberedBetweenTwoSignatures_FindsBothValid()
    {
        var reports = Verify(_sealed);

        Assert.That(reports.Select(report => report.Place), Is.EqualTo(new SignaturePlace?[] { SignaturePlace.Leader, SignaturePlace.Agency }));
        Assert.That(reports, Has.All.Property(nameof(SignatureReport.IsValid)).True);
        Assert.That(reports.Select(report => report.CoversWholeFile), Is.EqualTo(new[] { false, true }));
        Assert.That(reports.Select(report => report.SignedAt), Is.EqualTo(new DateTimeOffset?[] { Papers.At, Papers.At.AddHours(1) }));
        Assert.That(reports[0].Signer, Does.Contain("Giám đốc (mẫu)"));
    }

    [Test]
    public async Task Pdfsig_FindsBothValid()
    {
        var report = await Papers.RunAsync("pdfsig", _sealed, "FILE");

        Assert.That(report.Split("Signature is Valid.").Length - 1, Is.EqualTo(2), report);
        Assert.That(report.Split("ETSI.CAdES.detached").Length - 1, Is.EqualTo(2), report);
        Assert.That(report, Does.Contain("Total document signed"));
    }

    [Test]
    public async Task Fill_PrintsNumberAndDateInTheirPlaces()
    {
        var text = await Papers.RunAsync("pdftotext", _sealed, "-layout", "FILE", "-");

        var line = text.Split('\n').Single(row => row.Contains("Số:", StringComparison.Ordinal));
        Assert.That(line, Does.Match(@"^ +Số: 05/GP-STTTT +Hải Dương, ngày 05 tháng 02 năm 2026$"));
    }

    [Test]
    public async Task Bind_PrintsNumberDateAndSignatures_InTheOrderInWhichTheyWereAdded()
    {
        var binder = new PdfBinder();
        binder.Add(Papers.Licence());
        binder.Add(_sealed, onOwnSheet: true);
        Assert.That(() => binder.Add("%PDF-1.7 cut off"u8.ToArray()), Throws.InstanceOf<PdfFormatException>());
        var bound = binder.ToBytes();

        var pages = Papers.Pages(bound);
        Assert.That((pages[0].Contains("05/GP-STTTT", StringComparison.Ordinal), pages[1]), Is.EqualTo((false, "")), "and a blank back");
        var text = await Papers.RunAsync("pdftotext", bound, "-layout", "-f", "3", "FILE", "-");
        Assert.That(text, Does.Match(@"Số: 05/GP-STTTT +Hải Dương, ngày 05 tháng 02 năm 2026"));
        var images = await Papers.RunAsync("pdfimages", bound, "-list", "FILE");
        Assert.That(images.Split('\n').Count(line => line.Contains("smask", StringComparison.Ordinal)), Is.EqualTo(2), images);
        Assert.That(await Papers.RunAsync("pdfsig", bound, "FILE"), Does.Not.Contain("Signature #1"));
        Assert.That(new PdfFile(bound).Fields(), Is.Empty);
    }

    [Test]
    public void Verify_WhenOneSignedByteChanges_IsNeverValid()
    {
        var file = new PdfFile(_sealed);
        var seal = file.Dictionary(file.Fields()["agency"].Field["V"]);
        var hole = ((PdfArray)seal["ByteRange"]!).Items.Select(item => (int)((PdfToken)item).ToInteger()).ToArray();
        var signed = Gen.Int[0, _sealed.Length - 1].Where(at => at < hole[1] || at >= hole[2]);

        signed.Select(Gen.Byte[1, 255]).Sample((at, change) => !IsAccepted(Changed(at, change)), iter: 100, threads: 1);
        Assert.That(IsAccepted(Changed(hole[2] - 3, 'A' ^ '0')), Is.False, "hidden in the padding");
        Assert.That(IsAccepted(_sealed));
    }

    // A certificate or an attribute of a signature is decoded when it is looked at: broken, it made the check of the whole file fail. What is not signed of it may change.
    [TestCase("leader")]
    [TestCase("agency")]
    public void Verify_WhenOneByteOfASignatureChanges_NeverFails(string field)
    {
        var file = new PdfFile(_sealed);
        var hole = ((PdfArray)file.Dictionary(file.Fields()[field].Field["V"])["ByteRange"]!).Items.Select(item => (int)((PdfToken)item).ToInteger()).ToArray();
        var written = _sealed.AsSpan(hole[1], hole[2] - hole[1]).LastIndexOfAnyExcept((byte)'0', (byte)'>');

        for (var at = hole[1] + 1; at < hole[1] + written; at += 7)
        {
            var changed = Changed(at, (byte)(_sealed[at] ^ (_sealed[at] == (byte)'5' ? '6' : '5')));
            Assert.That(() => IsAccepted(changed), Throws.Nothing, $"byte {at}");
        }
    }

    [Test]
    public void Verify_WhenBytesAreAppended_IsNotValid()
    {
        byte[] forged = [.. _sealed, .. "\n% more\n"u8];

        Assert.That(IsAccepted(forged), Is.False);
    }

    [Test]
    public void Verify_WhenNumberChangesAfterTheSeal_RefusesTheSeal()
    {
        var forged = PdfNumbering.Fill(_sealed, "99/GP-STTTT", "Hải Dương, ngày 06 tháng 02 năm 2026");

        var reports = Verify(forged);

        Assert.That(reports[0].LaterChangesArePermitted);
        Assert.That(reports[1].IsIntact);
        Assert.That(reports[1].LaterChangesArePermitted, Is.False);
    }

    [Test]
    public void Verify_WhenAPageChangesAfterTheLeader_RefusesTheLeader()
    {
        var file = new PdfFile(_leaderSigned);
        var update = new PdfUpdate(file);
        update.Change(file.Pages()[0])["Rotate"] = new PdfToken("90");

        var report = Verify(update.ToBytes()).Single();

        Assert.That(report.IsIntact);
        Assert.That(report.LaterChangesArePermitted, Is.False);
    }

    [Test]
    public void Verify_WhenAFontChangesAfterTheLeader_RefusesTheLeader()
    {
        var file = new PdfFile(_leaderSigned);
        var update = new PdfUpdate(file);
        var font = file.Dictionary(file.Dictionary(file.Dictionary(file.Catalog["AcroForm"])["DR"])["Font"])["TinosRegular"]!;
        update.Change((PdfReference)font).With("BaseFont", "Other");

        Assert.That(Verify(update.ToBytes()).Single().LaterChangesArePermitted, Is.False);
    }

    [TestCase(100, true, 1)]
    [TestCase(PdfSignatures.MostSignatures, false, PdfSignatures.MostSignatures)]
    public void Verify_OfManyFields_LooksAtEachValueOnce(int fields, bool sameValue, int expected) =>
        Assert.That(Verify(WithFields(fields, sameValue)), Has.Count.EqualTo(expected));

    [Test]
    public void Verify_OfMoreSignaturesThanADocumentHas_IsRefused() =>
        Assert.That(() => Verify(WithFields(PdfSignatures.MostSignatures + 1, sameValue: false)), Throws.TypeOf<PdfFormatException>());

    [Test]
    public void Verify_WhenTheBudgetIsOver_Ends() =>
        Assert.That(
            () => PdfSignatures.Verify(_sealed, [_authority.Root], new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>()
        );

    /// <summary>The leader's file with that many fields in all, each with the leader's value or a copy of it.</summary>
    private byte[] WithFields(int count, bool sameValue)
    {
        var file = new PdfFile(_leaderSigned);
        var update = new PdfUpdate(file);
        var form = (PdfReference)file.Catalog["AcroForm"]!;
        var value = (PdfReference)file.Fields().Values.Select(field => field.Field).First(field => field.Name("FT") == "Sig")["V"]!;
        var fields = ((PdfArray)file.Resolve(file.Dictionary(form)["Fields"])!).Items;
        var added = Enumerable
            .Range(1, count - 1)
            .Select(
                PdfObject (number) =>
                    update.Add(
                        new PdfDictionary()
                            .With("FT", "Sig")
                            .With("T", new PdfText(System.Text.Encoding.ASCII.GetBytes($"More{number}")))
                            .With("V", sameValue ? value : update.Add(file.Dictionary(value).Copy()))
                    )
            );
        update.Change(form).With("Fields", new PdfArray([.. fields, .. added.ToList()]));
        return update.ToBytes();
    }

    [Test]
    public void Verify_WithoutTheRoot_DoesNotTrust()
    {
        var other = Directory.CreateTempSubdirectory("papers").FullName;
        using var stranger = DemoAuthority.Open(other, "B", Papers.At);
        Directory.Delete(other, recursive: true);

        Assert.That(
            PdfSignatures.Verify(_sealed, [stranger.Root]),
            Has.All.Matches<SignatureReport>(report => report is { IsIntact: true, CertificateWasValid: false })
        );
    }

    [Test]
    public async Task Verify_WhenTheCertificateHadRunOut_SaysSo()
    {
        var late = await new PdfSigner().SignAsync(Papers.Licence(), SignaturePlace.Leader, _leader, Papers.At.AddYears(6));

        Assert.That(Verify(late).Single().CertificateWasValid, Is.False);
    }

    [Test]
    public void Sign_WhenThePlaceIsTaken_IsRefused() =>
        Assert.That(async () => await new PdfSigner().SignAsync(_sealed, SignaturePlace.Leader, _leader, Papers.At), Throws.TypeOf<PdfFormatException>());

    [Test]
    public void Verify_OfUnsignedFile_FindsNothing() => Assert.That(Verify(Papers.Licence()), Is.Empty);

    [Test]
    public void Verify_OfOtherFile_IsRefused() => Assert.Throws<PdfFormatException>(() => Verify([.. "hello"u8]));

    [Test]
    public async Task Sign_WithTimeStamps_TakesTheirTime()
    {
        var stamps = new LocalTimeStamps(Papers.At.AddMinutes(3));
        var signed = await new PdfSigner(stamps).SignAsync(Papers.Licence(), SignaturePlace.Leader, _leader, Papers.At);

        var report = PdfSignatures.Verify(signed, [_authority.Root, stamps.Root]).Single();
        var untrusted = Verify(signed).Single();

        Assert.That(report, Is.EqualTo(untrusted with { IsTimeStamped = true, SignedAt = Papers.At.AddMinutes(3) }));
        Assert.That(report.IsValid && !untrusted.IsTimeStamped);
    }

    [Test]
    public async Task Open_Again_SignsWithTheSameCertificates()
    {
        using var again = DemoAuthority.Open(_folder, "Other", Papers.At.AddYears(1));

        var signed = await new PdfSigner().SignAsync(Papers.Licence(), SignaturePlace.Leader, again.SignerOf("director", "Other"), Papers.At);

        Assert.That(again.Agency.Thumbprint, Is.EqualTo(_authority.Agency.Thumbprint));
        Assert.That(Verify(signed).Single().Signer, Does.Contain("Giám đốc (mẫu)"));
    }

    [Test]
    public async Task SignerOf_TwoPeople_SignsUnderTheNameOfEach()
    {
        var deputy = await new PdfSigner().SignAsync(Papers.Licence(), SignaturePlace.Leader, _authority.SignerOf("deputy", "Phó Giám đốc (mẫu)"), Papers.At);

        Assert.That(Verify(deputy).Single(), Has.Property(nameof(SignatureReport.IsValid)).True);
        Assert.That(Verify(deputy).Single().Signer, Does.Contain("Phó Giám đốc (mẫu)"));
        Assert.That(Verify(_leaderSigned).Single().Signer, Does.Not.Contain("Phó"));
    }

    [Test]
    public void Open_WithAPassphrase_EncryptsWhatLayOpen()
    {
        var folder = Directory.CreateTempSubdirectory("keys").FullName;
        using var open = DemoAuthority.Open(folder, "Sở (mẫu)", Papers.At);
        _ = open.SignerOf("director", "Giám đốc (mẫu)");

        using var locked = DemoAuthority.Open(folder, "Sở (mẫu)", Papers.At, "câu khoá của máy chủ");
        _ = locked.SignerOf("director", "Giám đốc (mẫu)");

        Assert.That(locked.Root.Thumbprint, Is.EqualTo(open.Root.Thumbprint));
        foreach (var file in Directory.GetFiles(folder))
            Assert.That(() => X509CertificateLoader.LoadPkcs12FromFile(file, null), Throws.InstanceOf<CryptographicException>(), file);
        Assert.That(() => DemoAuthority.Open(folder, "Sở (mẫu)", Papers.At, "câu khác"), Throws.InstanceOf<CryptographicException>());
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Number(byte[] pdf) => PdfNumbering.Fill(pdf, "05/GP-STTTT", PdfNumbering.DateLine("Hải Dương", new DateOnly(2026, 2, 5)));

    private IReadOnlyList<SignatureReport> Verify(byte[] pdf) => PdfSignatures.Verify(pdf, [_authority.Root]);

    private byte[] Changed(int at, int change)
    {
        var forged = _sealed.ToArray();
        forged[at] ^= (byte)change;
        return forged;
    }

    private bool IsAccepted(byte[] pdf)
    {
        try
        {
            var reports = Verify(pdf);
            return reports.Count == 2 && reports.All(report => report.IsValid) && reports[^1].CoversWholeFile;
        }
        catch (PdfFormatException)
        {
            return false;
        }
    }
}

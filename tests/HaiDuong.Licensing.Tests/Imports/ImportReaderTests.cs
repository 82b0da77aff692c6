using System.Text;
using HaiDuong.Licensing.OneStop.Imports;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Imports;

/// <summary>Lists as offices send them: any encoding, separator and header, and files that are no list at all.</summary>
public sealed class ImportReaderTests
{
    private const string Table = "Mã trạm;Chủ sở hữu;Vĩ độ (WGS84)\nHD01;Viễn thông Hải Dương;20,9373\nHD02;Đường dây số ư;20,94\n";

    private static readonly ImportColumn[] Columns =
    [
        new("code", true, "Mã trạm", "Mã"),
        new("owner", false, "Chủ sở hữu", "Doanh nghiệp"),
        new("latitude", false, "Vĩ độ", "lat"),
    ];

    private static IEnumerable<TestCaseData<byte[], string>> Encoded()
    {
        var windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
        yield return new(Bytes(new UTF8Encoding(true), Table), "UTF-8");
        yield return new(Bytes(new UTF8Encoding(false), Table), "UTF-8");
        yield return new(Bytes(new UTF8Encoding(false), Table.Normalize(NormalizationForm.FormD)), "UTF-8");
        yield return new(Bytes(Encoding.Unicode, Table), "UTF-16");
        yield return new(Encoding.Unicode.GetBytes(Table), "UTF-16");
        yield return new(Bytes(Encoding.BigEndianUnicode, Table), "UTF-16");
        yield return new(windows1258.GetBytes(OldKeyboard(Table)), "Windows-1258");
    }

    [TestCaseSource(nameof(Encoded))]
    public async Task Read_InAnyEncoding_GivesTheSameText(byte[] file, string encoding)
    {
        var table = (await ReadAsync(file)).Table!;

        Assert.That(table.Origin, Does.StartWith(encoding));
        Assert.That(table.Columns.Select(column => column.Key), Is.EqualTo((string[])["code", "owner", "latitude"]));
        Assert.That(table.Rows.Select(row => row["owner"]), Is.EqualTo((string[])["Viễn thông Hải Dương", "Đường dây số ư"]));
    }

    [TestCase("Tổng cộng;;152")]
    [TestCase(";Tổng cộng: 152 giấy phép;")]
    [TestCase("TỔNG SỐ;;")]
    [TestCase("Cộng;2;")]
    [TestCase("Cộng năm 2019;2;")]
    [TestCase("Tổng: 2;;")]
    [TestCase("Total;2;")]
    public async Task Read_OfALineThatAddsUpTheOthers_PassesItOverByName(string line)
    {
        var table = (await ReadAsync($"Mã trạm;Chủ sở hữu;Vĩ độ\nA;B;20,9\n{line}\nC;D;20,8\n")).Table!;

        Assert.That(table.Rows.Select(row => row.Line), Is.EqualTo((int[])[2, 4]));
        Assert.That(table.Totals.Keys, Is.EqualTo((int[])[3]));
    }

    [TestCase("HD01;Tổng công ty Viễn thông;20,9")]
    [TestCase("HD01;Tổng cục Địa chính;20,9")]
    [TestCase("HD01;Công an tỉnh Hải Dương;20,9")]
    [TestCase("HD01;Công ty Cộng Hòa;20,9")]
    [TestCase("HD01;Cộng đồng Doanh nghiệp số;20,9")]
    [TestCase("Cộng 1;Tổng số học sinh;05/09/2019", Description = "a day makes a record")]
    public async Task Read_OfANameLikeATotal_IsARow(string line) =>
        Assert.That((await ReadAsync($"Mã trạm;Chủ sở hữu;Vĩ độ\n{line}\n")).Table!.Totals, Is.Empty);

    private static IEnumerable<TestCaseData<byte[], string>> Foreign()
    {
        yield return new([.. "%PDF-1.7\n"u8, .. new byte[2000]], "ImportIsPdf");
        yield return new([.. "\n\n%PDF-1.4\n"u8, .. new byte[2000]], "ImportIsPdf");
        yield return new(Zip("[Content_Types].xml", "word/document.xml"), "ImportIsWord");
        yield return new([0xD0, 0xCF, 0x11, 0xE0, .. new byte[508], .. Encoding.Unicode.GetBytes("WordDocument")], "ImportIsWord");
        yield return new([.. "{\\rtf1\\ansi Danh sach}"u8], "ImportIsWord");
        yield return new([0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100]], "ImportIsPicture");
        yield return new([0x89, 0x50, 0x4E, 0x47, .. new byte[100]], "ImportIsPicture");
        yield return new(Zip("danh-sach.csv"), "ImportIsArchive");
    }

    [TestCaseSource(nameof(Foreign))]
    public async Task Read_OfAFileThatIsNoList_SaysWhatItIsAndWhatToDo(byte[] file, string code)
    {
        var refusal = (await ReadAsync(file)).Refusals.Single();

        Assert.That(refusal.Code, Is.EqualTo(code));
        Assert.That(refusal.Sentence, Does.StartWith("Tệp này là ").And.Contain("Hãy ").And.Contain("tải lên"));
    }

    private static byte[] Zip(params string[] names)
    {
        using var content = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(content, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
                archive.CreateEntry(name).Open().Dispose();
        return content.ToArray();
    }

    [Test]
    public async Task Read_WithTheOldLetterForU_WritesTheRightOne()
    {
        var table = (await ReadAsync("Mã trạm;Chủ sở hữu\nHD01;Phƣờng Tƣ\u200B Minh")).Table!;

        Assert.That(table.Rows[0]["owner"], Is.EqualTo("Phường Tư Minh"));
    }

    [TestCase("Mã trạm;Chủ sở hữu\nA;B", "“;”")]
    [TestCase("Mã trạm,Chủ sở hữu\nA,B", "“,”")]
    [TestCase("Mã trạm\tChủ sở hữu\nA\tB", "Tab")]
    [TestCase("Mã trạm|Chủ sở hữu\nA|B", "“|”")]
    [TestCase("MÃ TRẠM;\"Chủ sở hữu\"\nA;\"B\"", "“;”")]
    [TestCase("sep=;\nma tram;doanh nghiep\nA;B", "“;”")]
    [TestCase("DANH SÁCH TRẠM, NĂM 2025\n\nSTT;Mã trạm;Chủ sở hữu (doanh nghiệp)\n1;A;B", "“;”")]
    public async Task Read_WithAnySeparator_FindsTheHeader(string text, string separator)
    {
        var table = (await ReadAsync(text)).Table!;

        Assert.That(table.Origin, Does.EndWith(separator));
        Assert.That((table.Rows[0]["code"], table.Rows[0]["owner"]), Is.EqualTo(("A", "B")));
    }

    [Test]
    public async Task Read_TellsTheLineWhereEachRowBegins()
    {
        var table = (await ReadAsync("Danh sách\n\nMã trạm;Chủ sở hữu\nA;\"hai\ndòng\"\n\n;;\nB;x\n")).Table!;

        Assert.That(table.Rows.Select(row => (row["code"], row.Line)), Is.EqualTo(((string, int)[])[("A", 4), ("B", 8)]));
        Assert.That(table.Rows[0]["owner"], Is.EqualTo("hai\ndòng"));
    }

    [Test]
    public async Task Read_AfterTheSeparatorLine_StillCountsIt() =>
        Assert.That((await ReadAsync("sep=;\nMã trạm;Chủ sở hữu\nA;B")).Table!.Rows[0].Line, Is.EqualTo(3));

    [TestCase("", "ImportEmpty")]
    [TestCase("\r\n \r\n", "ImportEmpty")]
    [TestCase("một;hai\n1;2", "ImportNoHeader")]
    [TestCase("Chủ sở hữu;Vĩ độ\nA;20", "ImportColumnMissing")]
    [TestCase("Mã trạm;Mã\nA;B", "ImportColumnTwice")]
    [TestCase("Mã trạm;Chủ sở hữu\n\n", "ImportNoRows")]
    [TestCase("Mã trạm;Chủ sở hữu\nA;\"B\nC;D\n", "ImportQuoteOpen")]
    [TestCase("Mã trạm;Chủ sở hữu\nA;B \"C\" D\n", "ImportQuoteOpen")]
    [TestCase("Mã trạm\0;Chủ\u0001", "ImportUnreadable")]
    [TestCase("PK\u0003\u0004 no archive", "UploadDamaged")]
    public async Task Read_OfAFaultyFile_IsRefused(string text, string code) =>
        Assert.That((await ReadAsync(text)).Refusals.Select(refusal => refusal.Code), Is.EqualTo((string[])[code]));

    [Test]
    public async Task Read_OfTooManyRowsOrBytes_IsRefused()
    {
        var rows = new StringBuilder("Mã trạm;Chủ sở hữu\n").Insert("Mã trạm;Chủ sở hữu\n".Length, "A;B\n", ImportTable.MostRows + 1);

        var many = await ReadAsync(rows.ToString());
        var large = await ReadAsync(new byte[ImportTable.MostBytes + 1]);

        Assert.That(many.Refusals[0].Code, Is.EqualTo("ImportTooManyRows"));
        Assert.That(large.Refusals[0].Code, Is.EqualTo("ImportTooLarge"));
    }

    [Test]
    public async Task Read_OfAShortRow_LeavesTheMissingCellsEmpty()
    {
        var table = (await ReadAsync("Mã trạm;Chủ sở hữu;Ghi chú\nA")).Table!;

        Assert.That((table.Rows[0]["code"], table.Rows[0]["owner"]), Is.EqualTo(("A", "")));
        Assert.That(table.UnknownHeaders, Is.EqualTo((string[])["Ghi chú"]));
    }

    [Test]
    public async Task Read_OfAWorkbook_TakesTheSheetWithTheHeader()
    {
        var file = Workbook.Of(
            (
                "Bìa",
                [
                    ["Danh sách trạm"],
                ]
            ),
            (
                "Trạm",
                [
                    ["Danh sách"],
                    ["Mã trạm", "Chủ sở hữu", "Vĩ độ"],
                    ["HD01", "Viễn thông", 20.937341],
                    ["HD02", 800123456, null],
                ]
            )
        );

        var table = (await ReadAsync(file)).Table!;

        Assert.That(table.Origin, Is.EqualTo("Excel, “Trạm”"));
        Assert.That(
            table.Rows.Select(row => (row.Line, row["owner"], row["latitude"])),
            Is.EqualTo(((int, string, string)[])[(3, "Viễn thông", "20.937341"), (4, "800123456", "")])
        );
    }

    [TestCase("=cmd|' /C calc'!A0")]
    [TestCase("+84912")]
    [TestCase("@x")]
    [TestCase("Ngõ 5; phố “Tô Hiệu”\nTổ 2")]
    public async Task Output_IsReadBackAsItWas_AndComputesNothing(string text)
    {
        var written = CsvOutput.Write(
            ["Mã trạm", "Chủ sở hữu"],
            [
                ["A", text],
            ]
        );

        var content = Encoding.UTF8.GetString(written);
        Assert.That(content, Does.StartWith("\uFEFFMã trạm;Chủ sở hữu\r\n"));
        Assert.That(content, Does.Not.Match("(^|;|\")[=+@-]"));
        Assert.That((await ReadAsync(written)).Table!.Rows[0]["owner"], Is.EqualTo(text));
    }

    private static Task<ImportReading> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static Task<ImportReading> ReadAsync(byte[] file) => ImportReader.ReadAsync(new MemoryStream(file), Columns, CancellationToken.None);

    private static byte[] Bytes(Encoding encoding, string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    /// <summary>Windows-1258 has the letters with their own sign (ê, ơ) and writes the tone after them.</summary>
    private static string OldKeyboard(string text) =>
        string.Concat(text.Select(letter => letter.ToString().Normalize(NormalizationForm.FormD) is [_, _, ..] marks ? Composed(marks) : letter.ToString()));

    private static string Composed(string marks)
    {
        var tones = string.Concat(marks.Where(mark => "\u0300\u0301\u0303\u0309\u0323".Contains(mark)));
        return string.Concat(marks.Where(mark => !tones.Contains(mark))).Normalize(NormalizationForm.FormC) + tones;
    }
}

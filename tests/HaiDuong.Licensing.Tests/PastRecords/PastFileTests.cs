using System.Globalization;
using System.Resources;
using System.Text;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.Tests.Imports;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.PastRecords;

/// <summary>Files as offices keep them: any header, Excel or CSV, old letters and loose marks.</summary>
public sealed class PastFileTests
{
    private static readonly string[] Header = ["Số GP", "Loại", "Ngày cấp", "Đơn vị được cấp", "MST", "Hết hạn"];

    [Test]
    public void Header_NamesOneColumn([Values] PastKind kind)
    {
        var columns = Columns(kind);

        Assert.That(
            from column in columns
            from header in column.Headers
            from other in columns
            where other != column && other.IsNamed(header)
            select $"{header}: {column.Key}, {other.Key}",
            Is.Empty
        );
    }

    /// <summary>A register that this software gave out is a register like any other.</summary>
    [TestCase("Number", "number")]
    [TestCase("Kind", "procedure")]
    [TestCase("Holder", "holder")]
    [TestCase("Subject", "subject")]
    [TestCase("Place", "place")]
    [TestCase("IssuedOn", "issuedOn")]
    [TestCase("ValidFrom", "validFrom")]
    [TestCase("ValidTo", "validTo")]
    public void HeaderOfTheRegistersOwnExport_IsKnown(string word, string column)
    {
        var words = new ResourceManager("HaiDuong.Licensing.OneStop.Features.Licences.Register", typeof(CsvOutput).Assembly);
        var header = words.GetString(word, CultureInfo.InvariantCulture)!;

        Assert.That(Columns(PastKind.Licences).Where(known => known.IsNamed(header)).Select(known => known.Key), Is.EqualTo((string[])[column]));
    }

    /// <summary>What our own forms call an applicant is what people copy into their files.</summary>
    [TestCase("Name.Individual")]
    [TestCase("Name.Organisation")]
    public void HeaderOfOurOwnForms_IsKnown(string word)
    {
        var header = new ResourceManager("HaiDuong.Licensing.OneStop.Filing.ApplicantEntry", typeof(CsvOutput).Assembly).GetString(
            word,
            CultureInfo.InvariantCulture
        )!;

        foreach (var kind in Enum.GetValues<PastKind>())
            Assert.That(Columns(kind).Where(known => known.IsNamed(header)).Select(known => known.Key), Is.EqualTo((string[])["holder"]));
    }

    [Test]
    public async Task Template_WithItsExample_CanEnter([Values] PastKind kind)
    {
        var columns = PastColumns.Of(kind);
        var row = (await ReadAsync(CsvOutput.Write(columns.Select(column => column.Name), [columns.Select(column => column.Example)]), kind)).Single();

        Assert.That(Read(kind, row).Refusals, Is.Empty);
    }

    [Test]
    public async Task Workbook_WithSerialDaysLostZerosAndOldLetters_IsReadAsItIsMeant()
    {
        var name = "Cơ sở Phƣơng Đông".Normalize(NormalizationForm.FormD);
        var file = Workbook.Of(
            (
                "Sổ 2019",
                [
                    ["SỔ GIẤY PHÉP"],
                    [.. Header],
                    ["05/GP-STTTT", "publishing-permit", 43536, name, 800111238, "12.3.2024"],
                ]
            )
        );

        var reading = Read(PastKind.Licences, (await ReadAsync(file, PastKind.Licences)).Single());

        var licence = (PastLicence)reading.Record!;
        Assert.That(
            (licence.IssuedOn, licence.ValidTo),
            Is.EqualTo((new NodaTime.LocalDate(2019, 3, 12), (NodaTime.LocalDate?)new NodaTime.LocalDate(2024, 3, 12)))
        );
        Assert.That((licence.Holder.Name, licence.Holder.IdentityNumber), Is.EqualTo(("Cơ sở Phương Đông", "0800111238")));
        Assert.That(
            reading.Repairs.Select(repair => repair.Kind),
            Is.EquivalentTo((RepairKind[])[RepairKind.OldLetter, RepairKind.LooseMark, RepairKind.LeadingZero])
        );
    }

    [TestCase("Số GP;Loại;Ngày cấp;Đơn vị được cấp")]
    [TestCase("so gp,loai,ngay cap,don vi duoc cap")]
    [TestCase("SỐ GIẤY PHÉP\tLOẠI GIẤY PHÉP\tNGÀY KÝ\tTÊN TỔ CHỨC, CÁ NHÂN")]
    public async Task Csv_UnderAnyUsualHeader_IsRead(string header)
    {
        var separator =
            header.Contains('\t', StringComparison.Ordinal) ? '\t'
            : header.Contains(';', StringComparison.Ordinal) ? ';'
            : ',';
        var file = Encoding.UTF8.GetBytes($"{header}\n{string.Join(separator, "05/GP-STTTT", "publishing-permit", "12/03/2019", "Trường Nguyễn Trãi")}\n");

        Assert.That(Read(PastKind.Licences, (await ReadAsync(file, PastKind.Licences)).Single()).Refusals, Is.Empty);
    }

    [Test]
    public async Task RejectedLines_WithTheirReasons_AreReadAgain()
    {
        var file = CsvOutput.Write(
            ["Dòng", "Lý do", .. Header],
            [
                ["5", "“Ngày cấp” …", "05/GP-STTTT", "publishing-permit", "12/03/2019", "=Công ty", "0800111238", ""],
            ]
        );

        Assert.That(
            (PastLicence?)Read(PastKind.Licences, (await ReadAsync(file, PastKind.Licences)).Single()).Record,
            Has.Property("Number").EqualTo("05/GP-STTTT")
        );
    }

    private static PastReading Read(PastKind kind, ImportRow row) => PastRows.Read(kind, new PastRow(row.Line, row.Cells, row.Typed));

    private static async Task<IReadOnlyList<ImportRow>> ReadAsync(byte[] file, PastKind kind) =>
        (await ImportReader.ReadAsync(new MemoryStream(file), Columns(kind), CancellationToken.None)).Table!.Rows;

    private static ImportColumn[] Columns(PastKind kind) =>
        [.. PastColumns.Of(kind).Select(column => new ImportColumn(column.Key, column.IsRequired, column.Headers))];
}

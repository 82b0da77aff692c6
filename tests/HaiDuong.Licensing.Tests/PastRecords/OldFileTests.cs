using System.Text;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Imports;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.PastRecords;

/// <summary>Files as they really come: old letters, headers over two lines, terms for days, days counted from 1904, other formats named .xls.</summary>
public sealed class OldFileTests
{
    private const string Header = "Số giấy phép;Loại giấy phép;Ngày cấp;Tổ chức, cá nhân;Mã số thuế;Địa chỉ;Nội dung;Có giá trị đến";

    /// <summary>Register with Unicode headings and kinds, and everything else in TCVN3; “ư” is U+00AD there, which is invisible.</summary>
    private const string Tcvn3Cells =
        Header
        + "\r\n05/GP-STTTT;publishing-permit;12/03/2019;C«ng ty cæ phÇn V¨n hãa Thµnh §«ng;0800111238;Sè 15 phè B¹ch §»ng, thµnh phè H¶i D\u00AD¬ng;Kû yÕu ngµy truyÒn thèng;12/03/2024\r\n"
        + "06/GP-STTTT;publishing-permit;13/03/2019;Hîp t¸c x· N«ng nghiÖp §øc ChÝnh;;X· §øc ChÝnh, huyÖn CÈm Giµng;Tê r¬i giíi thiÖu cµ rèt;13/03/2024\r\n";

    [Test]
    public async Task CellsInTcvn3_BecomeUnicode_WithTheOriginalBeside()
    {
        var readings = await ReadAsync(Tcvn3Cells);

        var licences = readings.Select(reading => (PastLicence)reading.Record!).ToList();
        Assert.That(
            licences.Select(licence => licence.Holder.Name),
            Is.EqualTo((string[])["Công ty cổ phần Văn hóa Thành Đông", "Hợp tác xã Nông nghiệp Đức Chính"])
        );
        Assert.That(
            licences.Select(licence => licence.Holder.Address),
            Is.EqualTo((string[])["Số 15 phố Bạch Đằng, thành phố Hải Dương", "Xã Đức Chính, huyện Cẩm Giàng"])
        );
        Assert.That(licences.Select(licence => licence.Subject), Is.EqualTo((string[])["Kỷ yếu ngày truyền thống", "Tờ rơi giới thiệu cà rốt"]));
        Assert.That(
            readings[0].Repairs,
            Does.Contain(new CellRepair("Tổ chức, cá nhân", RepairKind.OldCharset, "C«ng ty cæ phÇn V¨n hãa Thµnh §«ng", "Công ty cổ phần Văn hóa Thành Đông"))
        );
    }

    [Test]
    public async Task CellThatMayBeEither_GoesWithItsColumn()
    {
        var alone = await ReadAsync($"{Header}\n05/GP;publishing-permit;12/03/2019;Sè hai;;;;\n06/GP;publishing-permit;12/03/2019;Công ty Hải Đông;;;;\n");
        var together = await ReadAsync($"{Header}\n05/GP;publishing-permit;12/03/2019;Sè hai;;;;\n06/GP;publishing-permit;12/03/2019;C«ng ty H¶i §«ng;;;;\n");

        Assert.That(alone.Select(NameOf), Is.EqualTo((string[])["Sè hai", "Công ty Hải Đông"]));
        Assert.That(together.Select(NameOf), Is.EqualTo((string[])["Số hai", "Công ty Hải Đông"]));
    }

    [Test]
    public async Task FileWhollyInTcvn3_SaysSo()
    {
        var bytes = Encoding.Latin1.GetBytes(
            "Sè giÊy phÐp;Lo¹i giÊy phÐp;Ngµy cÊp;Tæ chøc, c¸ nh©n\n05/GP;publishing-permit;12/03/2019;C«ng ty cæ phÇn V¨n hãa Thµnh §«ng\n"
        );
        var reading = await ImportReader.ReadAsync(new MemoryStream(bytes), Columns, CancellationToken.None);

        Assert.That(reading.Table?.Origin, Does.StartWith("TCVN3 (ABC)"));
        Assert.That(reading.Table!.Rows[0]["holder"], Is.EqualTo("Công ty cổ phần Văn hóa Thành Đông"));
    }

    [Test]
    public async Task TableWhollyInVni_SaysSo()
    {
        var reading = await ImportReader.ReadAsync(
            new MemoryStream(
                Encoding.UTF8.GetBytes(
                    "Soá giaáy pheùp;Loaïi giaáy pheùp;Ngaøy caáp;Toå chöùc, caù nhaân\n05/GP;publishing-permit;12/03/2019;Coâng ty Vaên hoùa\n"
                )
            ),
            Columns,
            CancellationToken.None
        );

        Assert.That(reading.Table?.Origin, Does.EndWith("VNI"));
        Assert.That(reading.Table!.Rows[0]["holder"], Is.EqualTo("Công ty Văn hóa"));
    }

    [Test]
    public async Task HeaderOverTwoLines_IsJoined()
    {
        var file = Imports.Workbook.Of(
            (
                "S1",
                [
                    ["SỔ THEO DÕI CẤP GIẤY PHÉP NĂM 2019"],
                    ["STT", "Tên tổ chức, cá nhân", "Mã số thuế", "Giấy phép", null, null, "Nội dung", "Ghi chú"],
                    [null, null, null, "Số", "Ngày cấp", "Loại"],
                    [1, "Công ty Thành Đông", "0800111238", "05/GP-STTTT", "12/03/2019", "publishing-permit", "Kỷ yếu"],
                ]
            )
        );

        var reading = (await ReadAsync(file)).Single();

        var licence = (PastLicence)reading.Record!;
        Assert.That(
            (licence.Number, licence.IssuedOn, licence.Kind, licence.Subject),
            Is.EqualTo(("05/GP-STTTT", new LocalDate(2019, 3, 12), "publishing-permit", "Kỷ yếu"))
        );
    }

    [TestCase("05 năm", "2024-03-12")]
    [TestCase("5 (năm) năm", "2024-03-12")]
    [TestCase("60 tháng", "2024-03-12")]
    [TestCase("90 ngày kể từ ngày cấp", "2019-06-10")]
    [TestCase("Không thời hạn", null)]
    [TestCase("Vô thời hạn", null)]
    [TestCase("5/3/24", "2024-03-05")]
    [TestCase("", null)]
    public void EndOfALicence_AsATerm_IsCountedFromItsIssue(string text, string? day)
    {
        var reading = PastRows.Licence(("validTo", text));

        Assert.That(((PastLicence)reading.Record!).ValidTo?.ToString("uuuu-MM-dd", null), Is.EqualTo(day));
        Assert.That(reading.Repairs.Select(repair => repair.Kind), Is.SubsetOf((RepairKind[])[RepairKind.Term, RepairKind.ShortYear]));
        Assert.That(reading.Repairs, Has.Count.EqualTo(text.Length > 0 ? 1 : 0));
    }

    [Test]
    public void DayWithAShortYear_OfAnOldRegister_IsReadAndTold()
    {
        var reading = PastRows.Licence(("issuedOn", "5/3/19"));

        Assert.That(((PastLicence)reading.Record!).IssuedOn, Is.EqualTo(new LocalDate(2019, 3, 5)));
        Assert.That(reading.Repairs, Is.EqualTo((CellRepair[])[new("Ngày cấp", RepairKind.ShortYear, "5/3/19", "05/03/2019")]));
    }

    [TestCase("nt")]
    [TestCase("n.t")]
    [TestCase("-nt-")]
    [TestCase("Như trên")]
    [TestCase("\"\"\"\"")]
    public async Task Ditto_TakesTheCellAbove(string ditto)
    {
        var readings = await ReadAsync(
            $"{Header}\n05/GP;publishing-permit;12/03/2019;Công ty A;0800111238;Hải Dương;Kỷ yếu;\n06/GP;{ditto};{ditto};{ditto};{ditto};{ditto};Tờ rơi;\n"
        );

        var second = (PastLicence)readings[1].Record!;
        Assert.That(
            (second.Kind, second.IssuedOn, second.Holder.Name, second.Holder.IdentityNumber),
            Is.EqualTo(("publishing-permit", new LocalDate(2019, 3, 12), "Công ty A", "0800111238"))
        );
        Assert.That(readings[1].Repairs.Select(repair => repair.Kind), Does.Contain(RepairKind.Ditto));
    }

    [Test]
    public async Task Ditto_WithNothingAbove_IsMissing() =>
        Assert.That(
            (await ReadAsync($"{Header}\n05/GP;publishing-permit;12/03/2019;nt;;;;\n"))[0].Refusals.Select(refusal => refusal.Code),
            Is.EqualTo((string[])["PastCellMissing"])
        );

    [TestCase("<html><head><meta charset=\"utf-8\"></head><body><table><tr><th>Số giấy phép</th></tr></table></body></html>", "ImportIsWebPage")]
    [TestCase(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet/></Workbook>",
        "ImportIsXmlWorkbook"
    )]
    public async Task OtherFormat_NamedAsAWorkbook_IsRefusedByWhatItIs(string text, string code) =>
        Assert.That(
            (await ImportReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Columns, CancellationToken.None)).Refusals.Select(refusal =>
                refusal.Code
            ),
            Is.EqualTo((string[])[code])
        );

    [TestCase(false, 43536)]
    [TestCase(true, 42074)]
    public async Task DayWithoutAFormat_IsCountedAsItsWorkbookDoes(bool since1904, int serial)
    {
        var file = Imports.Workbook.Of(
            since1904,
            (
                "S1",
                [
                    ["Số giấy phép", "Loại giấy phép", "Ngày cấp", "Tổ chức, cá nhân"],
                    ["05/GP-STTTT", "publishing-permit", serial, "Công ty A"],
                ]
            )
        );

        Assert.That(((PastLicence)(await ReadAsync(file)).Single().Record!).IssuedOn, Is.EqualTo(new LocalDate(2019, 3, 12)));
    }

    [TestCase("12/03/2019")]
    [TestCase("12-Mar")]
    [TestCase("Mar-19")]
    [TestCase("12/03/2019 00:00")]
    public void NumberThatASpreadsheetMadeADay_IsRefusedWithItsCell(string number)
    {
        var refusal = PastRows.Licence(("number", number)).Refusals.Single();

        Assert.That((refusal.Code, refusal.Field), Is.EqualTo(("PastNumberIsDay", "number")));
        Assert.That(refusal.Sentence, Does.Contain("Số giấy phép").And.Contain(number));
    }

    [TestCase("912345678", "0912345678")]
    [TestCase("2203852345", "02203852345")]
    [TestCase("0220 3852345", "0220 3852345")]
    public void Phone_ThatLostItsZero_GetsItBack(string typed, string phone) =>
        Assert.That(((PastLicence)PastRows.Licence(("phone", typed)).Record!).Holder.Phone, Is.EqualTo(phone));

    [Test]
    public void Name_OverTwoLines_IsOnePhrase() =>
        Assert.That(NameOf(PastRows.Licence(("holder", "Công ty cổ phần\nVăn hóa Hai Dòng"))), Is.EqualTo("Công ty cổ phần Văn hóa Hai Dòng"));

    [Test]
    public void Name_WithTheIcelandicLetter_HasTheVietnameseOne() =>
        Assert.That(NameOf(PastRows.Licence(("holder", "Công ty in Ðại Ðồng Xuân"))), Is.EqualTo("Công ty in Đại Đồng Xuân"));

    [Test]
    public async Task OneBrokenByte_LeavesTheFileInUtf8_AndRefusesItsLine()
    {
        var bytes = Encoding.UTF8.GetBytes(
            $"{Header}\n05/GP-STTTT;publishing-permit;12/03/2019;Công ty cổ phần Văn hóa Thành Đông;0800111238;Số 15 phố Bạch Đằng, thành phố Hải Dương;Kỷ yếu ngày truyền thống;\n06/GP-STTTT;publishing-permit;13/03/2019;Hợp tác xã Nông nghiệp #ức Chính;;;;\n"
        );
        bytes[bytes.AsSpan().IndexOf((byte)'#')] = 0xC4;

        var readings = await ReadAsync(bytes);

        Assert.That(NameOf(readings[0]), Is.EqualTo("Công ty cổ phần Văn hóa Thành Đông"));
        Assert.That(
            readings[1].Refusals.Select(refusal => (refusal.Code, refusal.Field)),
            Is.EqualTo((IEnumerable<(string, string?)>)[("PastCellBroken", "holder")])
        );
    }

    [TestCase("Công ty TNHH A", ApplicantKind.Organisation)]
    [TestCase("UBND huyện Ninh Giang", ApplicantKind.Organisation)]
    [TestCase("Trường Tiểu học Lê Lợi", ApplicantKind.Organisation)]
    [TestCase("Hợp tác xã Đức Chính", ApplicantKind.Organisation)]
    [TestCase("Trương Văn A", ApplicantKind.Individual)]
    [TestCase("Đoàn Thị B", ApplicantKind.Individual)]
    [TestCase("Hộ kinh doanh Thủy Nguyên", ApplicantKind.Individual)]
    public void Holder_WithoutANumber_IsAnOrganisationByItsName(string name, ApplicantKind kind) =>
        Assert.That(((PastLicence)PastRows.Licence(("holder", name), ("taxCode", "")).Record!).Holder.Kind, Is.EqualTo(kind));

    private static IReadOnlyList<ImportColumn> Columns =>
        [.. PastColumns.Of(PastKind.Licences).Select(column => new ImportColumn(column.Key, column.IsRequired, column.Headers))];

    private static string NameOf(PastReading reading) => ((PastLicence)reading.Record!).Holder.Name;

    private static Task<IReadOnlyList<PastReading>> ReadAsync(string file) => ReadAsync(Encoding.UTF8.GetBytes(file));

    private static async Task<IReadOnlyList<PastReading>> ReadAsync(byte[] file)
    {
        var table = (await ImportReader.ReadAsync(new MemoryStream(file), Columns, CancellationToken.None)).Table!;
        return
        [
            .. table.Rows.Select(row =>
                PastRows.Read(PastKind.Licences, new PastRow(row.Line, row.Cells, row.Typed) { Mended = row.Mended, Since1904 = table.Since1904 })
            ),
        ];
    }
}

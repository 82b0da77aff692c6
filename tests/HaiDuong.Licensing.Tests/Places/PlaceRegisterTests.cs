using System.Text;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Features.Places;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Places;

/// <summary>Lines of a register of places: positions in every way that enterprises write them, and cells of old programs.</summary>
public sealed class PlaceRegisterTests
{
    private const string Header = "Mã trạm;Chủ sở hữu;Địa chỉ;Vĩ độ;Kinh độ;Tọa độ;Hết hạn\n";

    private static readonly ProvinceMap Map = MapFiles.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

    [TestCase("20,937341", "106,314600", "")]
    [TestCase("20°56'14,4\" B", "106°18'52,6\" Đ", "")]
    [TestCase("20°56’14.4”N", "106°18’52.6”E", "")]
    [TestCase("N20°56'14.4\"", "E106°18'52.6\"", "")]
    [TestCase("20 độ 56 phút 14 giây", "106 độ 18 phút 52 giây", "")]
    [TestCase("20°56'14\"B", "106°18'52\"Đ", "")]
    [TestCase("20°56'14\"B", "106°18'52\"Ð", "")]
    [TestCase("20°56′14.4″N", "106°18′52.6″E", "")]
    [TestCase("２０.９３７３４１", "１０６.３１４６", "")]
    [TestCase("２０,93", "１０６,31", "")]
    [TestCase("20-56-14.4", "106-18-52.6", "")]
    [TestCase("20:56:14.4", "106:18:52.6", "")]
    [TestCase("20°56.24'", "106°18.876'", "")]
    [TestCase("20 56 14.4", "106 18 52.6", "")]
    [TestCase("", "", "20.937341, 106.3146")]
    [TestCase("", "", "20.937341,106.3146")]
    [TestCase("", "", "20°56'14.4\"N, 106°18'52.6\"E")]
    [TestCase("", "", "20°56'14,4\" B - 106°18'52,6\" Đ")]
    [TestCase("", "", "20,937341 106,3146")]
    public async Task Position_InEveryUsualWay_IsRead(string latitude, string longitude, string both)
    {
        var (accepted, rejected) = await ReadAsync($"{Header}T1;Nhà mạng A;Xã Đức Chính;{Quoted(latitude)};{Quoted(longitude)};{Quoted(both)};\n");

        Assert.That(rejected.SelectMany(row => row.Reasons), Is.Empty);
        Assert.That(accepted[0].Latitude, Is.EqualTo(20.9373m).Within(0.01m));
        Assert.That(accepted[0].Longitude, Is.EqualTo(106.3145m).Within(0.01m));
    }

    [TestCase("2315432.12", "588123.45", "", "PositionUnreadable")]
    [TestCase("20.937.341", "106.314.600", "", "PositionUnreadable")]
    [TestCase("20937341", "106314600", "", "PositionUnreadable")]
    [TestCase("20°55'60\"", "106°18'60\"", "", "PositionUnreadable")]
    [TestCase("106.3146", "20.937341", "", "PositionSwapped")]
    [TestCase("", "", "X=2315432.12; Y=588123.45", "PositionUnreadable")]
    [TestCase("", "", "https://www.google.com/maps?q=20.937341,106.3146", "PositionUnreadable")]
    public async Task Position_ThatIsNone_IsRefusedByItsLine(string latitude, string longitude, string both, string code)
    {
        var rejected = (await ReadAsync($"{Header}T1;Nhà mạng A;Xã Đức Chính;{Quoted(latitude)};{Quoted(longitude)};{Quoted(both)};\n")).Rejected;

        Assert.That(rejected.SelectMany(row => row.Codes.Select(found => (row.Line, found))), Is.EqualTo((IEnumerable<(int, string)>)[(2, code)]));
    }

    [Test]
    public async Task Owner_InTcvn3_IsConvertedWithTheOriginalBeside()
    {
        var row = (await ReadAsync($"{Header}T1;C«ng ty ViÔn th«ng H¶i D\u00AD¬ng;X· §øc ChÝnh;20,937341;106,314600;;\n")).Accepted.Single();

        Assert.That((row.Owner, row.Address), Is.EqualTo(("Công ty Viễn thông Hải Dương", "Xã Đức Chính")));
        Assert.That(
            row.Repairs.Select(repair => (repair.Kind, repair.Before)),
            Is.EqualTo(
                (IEnumerable<(RepairKind, string)>)[(RepairKind.OldCharset, "C«ng ty ViÔn th«ng H¶i D\u00AD¬ng"), (RepairKind.OldCharset, "X· §øc ChÝnh")]
            )
        );
    }

    [TestCase("46387", "2026-12-31")]
    [TestCase("31.12.2026", "2026-12-31")]
    [TestCase("３１/１２/２０２６", "2026-12-31")]
    public async Task LastDay_OfASpreadsheetOrAPad_IsRead(string typed, string day) =>
        Assert.That(
            (await ReadAsync($"{Header}T1;Nhà mạng A;Xã Đức Chính;20,937341;106,314600;;{typed}\n")).Accepted.Single().ValidTo?.ToString("uuuu-MM-dd", null),
            Is.EqualTo(day)
        );

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<(IReadOnlyList<AcceptedRow> Accepted, IReadOnlyList<RejectedRow> Rejected)> ReadAsync(string file)
    {
        var reading = await ImportReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), PlaceColumns.Of(PlaceKind.Mast), CancellationToken.None);
        return new PlaceRegisterReader(PlaceKind.Mast, new HashSet<string>(), Map).Read(reading.Table!);
    }
}

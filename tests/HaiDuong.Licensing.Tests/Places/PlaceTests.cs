using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Places;

/// <summary>What makes a place, what stands near it, and which distances are warned of.</summary>
public sealed class PlaceTests
{
    private static readonly HashSet<string> NothingStands = [];

    private static readonly ProvinceMap Map = MapFiles.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

    [Test]
    public void Key_OfStations_IsTheCodeOfTheirEnterprise()
    {
        Assert.That(Mast("HDG-001", "Viettel Hải Dương").Key, Is.EqualTo(Mast("hdg001", "VIETTEL HẢI DƯƠNG").Key));
        Assert.That(Mast("HDG001", "Viettel Hải Dương").Key, Is.Not.EqualTo(Mast("HDG001", "Viễn thông Hải Dương").Key));
    }

    [Test]
    public void Key_WithoutACode_IsNameAndAddress()
    {
        Assert.That(School("Trường Tiểu học Tứ Minh", "Phường Tứ Minh").Key, Is.EqualTo(School("TRƯỜNG TIỂU HỌC TỨ MINH", "phường Tứ Minh").Key));
        Assert.That(School("Trường Tiểu học Tứ Minh", "Phường Tứ Minh").Key, Is.Not.EqualTo(School("Trường Tiểu học Tứ Minh", "Phường Bình Hàn").Key));
    }

    [Test]
    public void Neighbours_AreTheNearestFirst_AndNoneBeyondTheRadius()
    {
        Place[] all = [At(20.9430m), At(20.9396m), At(20.9480m)];

        var near = Neighbour.Within(new GeoPosition(20.9386m, 106.3207m), 600, all);

        Assert.That(near.Select(found => found.Place), Is.EqualTo((Place[])[all[1], all[0]]));
        Assert.That(near[0].Metres, Is.EqualTo(111.2).Within(0.1));
    }

    // 0.0017986° of latitude are 200.00 m.
    [TestCase("20.9403", 1)]
    [TestCase("20.9404", 0)]
    public void SchoolNearAGamePoint_BelowTwoHundredMetres_IsWarnedOf(decimal latitude, int warnings)
    {
        var limit = Map.LimitsOf(PlaceKind.GamePoint).Single(limit => limit.To == PlaceKind.School);
        var school = School("Trường", "Phường", latitude);

        var broken = limit.Broken(Neighbour.Within(new GeoPosition(20.9386m, 106.3207m), 1000, [school]));

        Assert.That(limit.Metres, Is.EqualTo(200));
        Assert.That(broken, Has.Count.EqualTo(warnings));
    }

    [Test]
    public void Limit_SpeaksOnlyOfItsKinds()
    {
        var limit = Map.LimitsOf(PlaceKind.GamePoint).Single();

        Assert.That(limit.Broken([new Neighbour(Mast("A", "B"), 5)]), Is.Empty);
    }

    [TestCase("Huyện Kim Thành", "Huyện Kim Thành")]
    [TestCase("H. Kim Thành", "Huyện Kim Thành")]
    [TestCase("kim thanh", "Huyện Kim Thành")]
    [TestCase("TX Kinh Môn", "Thị xã Kinh Môn")]
    [TestCase("Thôn Đông, xã Kim Xuyên, huyện Kim Thành", "Huyện Kim Thành")]
    [TestCase("Số 1 Bạch Đằng, TP. Hải Dương, tỉnh Hải Dương", "Thành phố Hải Dương")]
    [TestCase("Xã Thanh Hà", null)]
    [TestCase("Quận Lê Chân", null)]
    [TestCase("", null)]
    public void Unit_IsKnownByItsName(string text, string? unit) => Assert.That(Map.UnitIn(text), Is.EqualTo(unit));

    [Test]
    public void Import_IsConfirmedOnce_AndUndoneOnce()
    {
        var import = PlaceImport.Read(
            PlaceKind.School,
            "truong.csv",
            "UTF-8",
            [new(2, null, "Trường", "Phòng", false, "Phường", null, 20.9m, 106.3m, null, null, null)],
            [],
            new Dictionary<int, string>(),
            Actor.System,
            Instant.MinValue
        );

        Assert.That(Codes(import.Undo(Actor.System, default)), Is.EqualTo((string[])["PlaceImportNotConfirmed"]));
        Assert.That(Codes(import.Confirm(NothingStands, Actor.System, default)), Is.Empty);
        Assert.That(Codes(import.Confirm(NothingStands, Actor.System, default)), Is.EqualTo((string[])["PlaceImportConfirmed"]));
        Assert.That(Codes(import.Undo(Actor.System, default)), Is.Empty);
        Assert.That(Codes(import.Undo(Actor.System, default)), Is.EqualTo((string[])["PlaceImportUndone"]));
    }

    [Test]
    public void Import_OfAPlaceThatCameOntoTheMapSince_IsNotConfirmed()
    {
        var import = PlaceImport.Read(
            PlaceKind.School,
            "truong.csv",
            "UTF-8",
            [new(2, null, "Trường", "Phòng", false, "Phường", null, 20.9m, 106.3m, null, null, null)],
            [],
            new Dictionary<int, string>(),
            Actor.System,
            Instant.MinValue
        );

        Assert.That(Codes(import.Confirm(new HashSet<string> { "truong/phuong" }, Actor.System, default)), Is.EqualTo((string[])["PlaceImportStale"]));
    }

    [Test]
    public void Import_OfNothing_IsNotConfirmed() =>
        Assert.That(
            Codes(
                PlaceImport
                    .Read(PlaceKind.School, "a", "b", [], [], new Dictionary<int, string>(), Actor.System, default)
                    .Confirm(NothingStands, Actor.System, default)
            ),
            Is.EqualTo((string[])["PlaceImportEmpty"])
        );

    [TestCase(FieldType.Latitude, "106.3", "FieldIsLongitude")]
    [TestCase(FieldType.Longitude, "20.9", "FieldIsLatitude")]
    [TestCase(FieldType.Latitude, "25", "FieldTooLarge")]
    [TestCase(FieldType.Longitude, "100", "FieldTooSmall")]
    [TestCase(FieldType.Latitude, "20°56'14\"B", null)]
    public void FormField_WithTheOtherAngle_SaysSo(FieldType type, string typed, string? code)
    {
        var (min, max) = type == FieldType.Latitude ? (20.5m, 21.4m) : (105.9m, 106.8m);
        var field = new FormField
        {
            Key = "angle",
            Label = "Tọa độ",
            Type = type,
            Min = min,
            Max = max,
            Decimals = 6,
        };
        var form = new Form
        {
            Name = "Đơn",
            Source = "OK",
            Verified = false,
            Sections =
            [
                new FormSection
                {
                    Key = "s",
                    Title = "S",
                    Fields = [field],
                },
            ],
        };

        var data = FormReader.Read(form, [KeyValuePair.Create("angle", (IReadOnlyList<string>)[typed])]);

        Assert.That(
            FormRules.Check(form, data, new LocalDateTime(2025, 1, 1, 0, 0)).Select(refusal => refusal.Code),
            Is.EqualTo(code is null ? (string[])[] : [code])
        );
    }

    private static IEnumerable<string> Codes(IReadOnlyList<Domain.Refusal> refusals) => refusals.Select(refusal => refusal.Code);

    private static Place Mast(string code, string owner) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = PlaceKind.Mast,
            Code = code,
            Name = code,
            Owner = owner,
            Address = "",
            Latitude = 20.9m,
            Longitude = 106.3m,
            RecordedAt = default,
        };

    private static Place At(decimal latitude) => School("Trường", $"{latitude}", latitude);

    private static Place School(string name, string address, decimal latitude = 20.9m) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = PlaceKind.School,
            Name = name,
            Owner = "",
            Address = address,
            Latitude = latitude,
            Longitude = 106.3207m,
            RecordedAt = default,
        };
}

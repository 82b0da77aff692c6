using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Typed;

/// <summary>Positions of the national system: how they are written, and where they lie in WGS84.</summary>
public sealed class TypedVn2000Tests
{
    [TestCase("2316000.12, 587000.45, 105°30'")]
    [TestCase("2316000,12; 587000,45; 105°30'")]
    [TestCase("2316000,12, 587000,45, 105,5")]
    [TestCase("2316000.12 587000.45 105.5")]
    [TestCase("2.316.000,12 587.000,45 105 30")]
    [TestCase("2 316 000,12; 587 000,45; 105-30")]
    [TestCase("X = 2316000.12 m; Y = 587000.45 m; KTT 105°30'")]
    [TestCase("X(m): 2316000.12 Y(m): 587000.45, kinh tuyến trục: 105 độ 30 phút")]
    [TestCase("Y=587000.45; X=2316000.12; kinh tuyến trục 105°30', múi chiếu 3°")]
    [TestCase("VN2000: 2316000.12/587000.45 (105°30')")]
    [TestCase("Hệ tọa độ VN-2000, KTT 105°30' X 2316000.12 Y 587000.45", null)]
    [TestCase("2316000.12, 587000.45", null)]
    [TestCase("2316000.12, 587000.45, 105°31'", null)]
    [TestCase("2316000.12, 587000.45, 99", null)]
    [TestCase("20.937341, 106.314609, 105°30'", null)]
    [TestCase("2316000.12", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void Position_OfAnyWriting_IsRead(string? typed, string? read = "2316000.12 587000.45 105.5")
    {
        var position = TypedVn2000.Read(typed);

        Assert.That(position is { } one ? FormattableString.Invariant($"{one.Northing} {one.Easting} {one.Meridian}") : null, Is.EqualTo(read));
    }

    [TestCase("2316000.12, 587000.45", true)]
    [TestCase("X = 2.316.000 m, Y = 587.000 m", true)]
    [TestCase("2316000.12, 587000.45, 105°30'", false)]
    [TestCase("105°30'", false)]
    public void Position_WithoutAMeridian_IsKnown(string typed, bool lacks) => Assert.That(TypedVn2000.LacksMeridian(typed), Is.EqualTo(lacks));

    // The first is the worked point of the tool vn2000towgs84tovn2000 (github.com/guitarkhongem), after a paper on the parameters of decision
    // 05/2007/QĐ-BTNMT: 16.77839876; 106.68477742 at a height of 846 m, which is 16.77839862; 106.6847777 on the plane. The second is the sample point of
    // the "VN2000 Coordinate Lab", computed there with PROJ4: 11.349358065695681; 108.87720114429756.
    [TestCase("1855759.3584", "546151.8072", "106.25", "16.778399", "106.684778")]
    [TestCase("1255172.510", "568262.924", "108.25", "11.349358", "108.877201")]
    public void Position_OfAPublishedPoint_LiesWhereItIsPublished(decimal northing, decimal easting, decimal meridian, decimal latitude, decimal longitude) =>
        Assert.That(new Vn2000Position(northing, easting, meridian).ToWgs84(), Is.EqualTo(new GeoPosition(latitude, longitude)));

    /// <summary>The same point has other numbers in each zone, and lies where it lies.</summary>
    [Test]
    public void Position_OnItsMeridian_LiesThereButForTheShiftOfTheDatum()
    {
        var position = new Vn2000Position(2316000, 500000, 105.5m).ToWgs84();

        Assert.That(position.Longitude, Is.EqualTo(105.5m).Within(0.003m));
        Assert.That(position.Latitude, Is.EqualTo(20.94m).Within(0.01m));
    }
}

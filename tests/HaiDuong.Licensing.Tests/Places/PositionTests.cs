using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Places;

/// <summary>Positions as people write them, and how far they are apart.</summary>
public sealed class PositionTests
{
    private static readonly GeoBox Province = new(20.5m, 21.4m, 105.9m, 106.8m);

    [TestCase("20.937341", "20.937341")]
    [TestCase("20,937341", "20.937341")]
    [TestCase(" 20,937341° ", "20.937341")]
    [TestCase("20.93734149", "20.937341")]
    [TestCase("20°56'14,4\"", "20.937333")]
    [TestCase("20°56′14.4″ B", "20.937333")]
    [TestCase("N20°56'14.4\"", "20.937333")]
    [TestCase("20 56 14.4", "20.937333")]
    [TestCase("20 độ 56 phút 14,4 giây", "20.937333")]
    [TestCase("20° 56.24'", "20.937333")]
    [TestCase("20-56-14.4", "20.937333")]
    [TestCase("20:56:14.4", "20.937333")]
    [TestCase("20°56'14,4\"Ð", "20.937333")]
    [TestCase("２０.９３７３４１", "20.937341")]
    [TestCase("٢٠٫٩٣٧٣٤١", "20.937341")]
    [TestCase("20\u00A056\u00A014.4", "20.937333")]
    [TestCase("106°18'52\"Đ", "106.314444")]
    [TestCase("106 E", "106")]
    [TestCase("-20.5", "-20.5")]
    public void Degrees_AsPeopleWriteThem_AreRead(string text, decimal degrees) => Assert.That(TypedDegrees.Read(text), Is.EqualTo(degrees));

    [TestCase("")]
    [TestCase(null)]
    [TestCase("khoảng 20")]
    [TestCase("20.937.341")]
    [TestCase("20°60'00\"")]
    [TestCase("20°56'75\"")]
    [TestCase("20.5°30'")]
    [TestCase("2316000.123")]
    [TestCase("1e2")]
    [TestCase("20,9,3")]
    [TestCase("20°56'14\" 20°56'14\"")]
    public void Degrees_OfSomethingElse_AreNone(string? text) => Assert.That(TypedDegrees.Read(text), Is.Null);

    [TestCase("20,9373", "106,3146", null)]
    [TestCase("106,3146", "20,9373", "PositionSwapped")]
    [TestCase("21.03", "105.85", "PositionOutside")]
    [TestCase("0", "0", "PositionOutside")]
    [TestCase("", "106.3", "PositionMissing")]
    [TestCase("20.9", " ", "PositionMissing")]
    [TestCase("20.9", "một trăm", "PositionUnreadable")]
    [TestCase("2316000", "592000", "PositionUnreadable")]
    public void Position_ThatIsBad_SaysWhy(string latitude, string longitude, string? code) =>
        Assert.That(TypedPosition.Read(latitude, longitude, Province).Refusal?.Code, Is.EqualTo(code));

    [Test]
    public void Position_TheWrongWayRound_ProposesTheOther()
    {
        var reading = TypedPosition.Read("106°18'52\"", "20°56'14\"", Province);

        Assert.That(reading.Position, Is.Null);
        Assert.That(reading.Proposed, Is.EqualTo(new GeoPosition(20.937222m, 106.314444m)));
    }

    [TestCase("20.9373, 106.3146")]
    [TestCase("20.9373,  106.3146")]
    [TestCase("20,9373; 106,3146")]
    [TestCase("20.9373;106.3146")]
    [TestCase("20.9373,106.3146")]
    [TestCase("20,9373,106,3146")]
    [TestCase("２０.９３７３，１０６.３１４６")]
    [TestCase("20°56'14,28\" B - 106°18'52,56\" Đ")]
    [TestCase("20 56 14.28 106 18 52.56")]
    [TestCase("20.9373 106.3146")]
    [TestCase("20,9373 106,3146")]
    [TestCase("20°56'14.28\"N 106°18'52.56\"E")]
    public void Position_InOneCell_IsRead(string text) =>
        Assert.That(TypedPosition.Read(text, Province).Position, Is.EqualTo(new GeoPosition(20.9373m, 106.3146m)));

    // Computed by the same formula with radius 6371008.8 m apart from this program: one degree of latitude; Hải Dương to Hà Nội; a few metres.
    [TestCase("20", "106", "21", "106", 111195.08, 0.01)]
    [TestCase("20.9386", "106.3207", "21.0285", "105.8542", 49447, 60)]
    [TestCase("20.9386", "106.3207", "20.93861", "106.3207", 1.112, 0.001)]
    [TestCase("20.9386", "106.3207", "20.9386", "106.3207", 0, 0)]
    public void Distance_IsThatOfTheGreatCircle(decimal latitude, decimal longitude, decimal toLatitude, decimal toLongitude, double metres, double tolerance)
    {
        var (from, to) = (new GeoPosition(latitude, longitude), new GeoPosition(toLatitude, toLongitude));

        Assert.That(from.MetresTo(to), Is.EqualTo(metres).Within(tolerance));
        Assert.That(to.MetresTo(from), Is.EqualTo(from.MetresTo(to)));
    }

    [Test]
    public void Box_AroundAPosition_HoldsEveryPointWithinTheRadius()
    {
        var centre = new GeoPosition(20.9386m, 106.3207m);
        var box = centre.Around(500);

        for (var degree = 0; degree < 360; degree += 5)
        {
            var (north, east) = (
                Math.Cos(degree * Math.PI / 180) * 500 / 111_195.08,
                Math.Sin(degree * Math.PI / 180) * 500 / 111_195.08 / Math.Cos(20.9386 * Math.PI / 180)
            );
            Assert.That(
                box.Holds(new GeoPosition(centre.Latitude + (decimal)(north * 0.999), centre.Longitude + (decimal)(east * 0.999))),
                Is.True,
                $"{degree}°"
            );
        }
    }
}

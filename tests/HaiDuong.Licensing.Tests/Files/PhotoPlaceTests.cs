using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Storage.Files;
using NUnit.Framework;
using SkiaSharp;

namespace HaiDuong.Licensing.Tests.Files;

/// <summary>The place in a photo (fault 41): found, and taken out without touching anything else.</summary>
public sealed class PhotoPlaceTests
{
    private static readonly TestCaseData<byte[]>[] Telling =
    [
        new(SamplePhoto.Jpeg(withPlace: true)) { TestName = "{m}: Exif of a JPEG" },
        new(SamplePhoto.JpegWithPlaceInWords()) { TestName = "{m}: XMP of a JPEG" },
        new(SamplePhoto.Png(withPlace: true)) { TestName = "{m}: Exif of a PNG" },
    ];

    [TestCaseSource(nameof(Telling))]
    public void Without_TakesThePlaceOut_AndNothingElse(byte[] photo)
    {
        var copy = PhotoPlace.Without(photo);

        Assert.That((PhotoPlace.IsIn(photo), PhotoPlace.IsIn(copy)), Is.EqualTo((true, false)));
        Assert.That(copy, Has.Length.EqualTo(photo.Length));
        Assert.That(copy.AsSpan().IndexOf(SamplePhoto.LatitudeBytes), Is.Negative, "the degrees themselves are gone");
        Assert.That(Points(copy), Is.EqualTo(Points(photo)));
    }

    [Test]
    public void Position_IsWhereTheCameraSaysItStood()
    {
        // 20° 56' 25.13" N, 106° 18' 55.36" E.
        Assert.That(PhotoPlace.PositionIn(SamplePhoto.Jpeg(withPlace: true)), Is.EqualTo(new GeoPosition(20.940314m, 106.315378m)));
        Assert.That(PhotoPlace.PositionIn(SamplePhoto.Png(withPlace: true)), Is.EqualTo(new GeoPosition(20.940314m, 106.315378m)));
        Assert.That(PhotoPlace.PositionIn(SamplePhoto.JpegWithPlaceInWords()), Is.Null);
        Assert.That(PhotoPlace.PositionIn(SamplePhoto.Jpeg(withPlace: false)), Is.Null);
    }

    [Test]
    public void Without_KeepsWhichSideIsUp()
    {
        using var codec = SKCodec.Create(new MemoryStream(PhotoPlace.Without(SamplePhoto.Jpeg(withPlace: true))));

        Assert.That((int)codec.EncodedOrigin, Is.EqualTo(SamplePhoto.Orientation));
    }

    [Test]
    public void PhotoWithoutAPlace_TellsNone() =>
        Assert.That((PhotoPlace.IsIn(SamplePhoto.Jpeg(withPlace: false)), PhotoPlace.IsIn(SamplePhoto.Png(withPlace: false))), Is.EqualTo((false, false)));

    [Test]
    public void AnyDamage_IsReadWithoutAFault([Range(0, 199)] int seed)
    {
        var random = new Random(seed);
        var photo = seed % 2 == 0 ? SamplePhoto.Jpeg(withPlace: true) : SamplePhoto.Png(withPlace: true);
        for (var hit = 0; hit < 8; hit++)
            photo[random.Next(Math.Min(photo.Length, 220))] = (byte)random.Next(256);

        Assert.That(() => PhotoPlace.IsIn(PhotoPlace.Without(photo[..random.Next(photo.Length)])), Throws.Nothing);
        Assert.That(() => PhotoPlace.PositionIn(photo[..random.Next(photo.Length)]), Throws.Nothing);
    }

    private static byte[] Points(byte[] photo)
    {
        using var picture = SKBitmap.Decode(photo);
        return picture.Bytes;
    }
}

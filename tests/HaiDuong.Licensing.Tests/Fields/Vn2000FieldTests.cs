using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.Dossiers;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Fields;

/// <summary>A position in VN-2000 from what is typed to the map.</summary>
public sealed class Vn2000FieldTests
{
    private static readonly ProvinceMap Map = MapFiles.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

    private static readonly FormField Field = new()
    {
        Key = "site",
        Label = "Vị trí cột",
        Type = FieldType.Vn2000,
        Within = Map.Bounds.Box,
    };

    [TestCase("2316000.12, 587000.45, 105°30'", null)]
    [TestCase("2316000.12, 587000.45", "FieldNoMeridian")]
    [TestCase("trước cổng trường", "FieldNotVn2000")]
    [TestCase("20.937341, 106.314609", "FieldNotVn2000")]
    [TestCase("1255172.51, 568262.924, 108°15'", "FieldOutside")]
    [TestCase("2316000.12, 587000.45, 107°00'", "FieldOutside")]
    public void Value_IsHeldAgainstTheProvince(string typed, string? code)
    {
        var refusals = Check(Field, typed);

        Assert.That(refusals.Select(refusal => refusal.Code), Is.EqualTo(code is null ? (string[])[] : [code]));
        Assert.That(refusals.Select(refusal => refusal.Sentence), Has.All.Contains("“Vị trí cột”"));
    }

    [Test]
    public void Value_WithoutABox_LiesInVietNam()
    {
        Assert.That(Check(Field with { Within = null }, "1255172.51, 568262.924, 108°15'"), Is.Empty);
        Assert.That(Check(Field with { Within = null }, "2690000, 300000, 102°").Select(refusal => refusal.Code), Is.EqualTo((string[])["FieldOutside"]));
    }

    [Test]
    public void Value_IsShownAndTypedAgain()
    {
        var value = Field.Read(["X=2.316.000,12 m; Y=587.000,45 m; KTT 105°30'"]);

        Assert.That(value, Is.EqualTo("2316000.12 587000.45 105.5"));
        Assert.That(Field.Show(value), Is.EqualTo("X = 2.316.000,12 m; Y = 587.000,45 m; kinh tuyến trục 105°30'"));
        Assert.That(Field.Write(value), Is.EqualTo((string[])["2316000.12, 587000.45, 105°30'"]));
        Assert.That(Field.Read(Field.Write(value)), Is.EqualTo(value));
        Assert.That((Field.Show("gần cầu"), Field.Write("gần cầu").Single()), Is.EqualTo(("gần cầu", "gần cầu")));
    }

    [TestCase("2316000.12 587000.45 105.5", "20.935133;106.338367")]
    [TestCase("1255172.51 568262.924 108.25", "")]
    [TestCase("gần cầu", "")]
    public void Value_WithoutLatitudeAndLongitude_StandsOnTheMapOfTheProvince(string value, string expected)
    {
        var builder = new DossierBuilder();
        builder.Dossier.SaveDraft(builder.Dossier.Applicant, null, ReturnBy.Counter, builder.Form.With("summary", value), builder.As(builder.Sender));
        var rule = new PlaceRule
        {
            Kind = PlaceKind.Mast,
            Address = ["printerAddress"],
            Latitude = "latitude",
            Longitude = "longitude",
            Vn2000 = "summary",
        };

        var places = rule.Asked(builder.Dossier, builder.Rules.Procedure, Map, default);

        Assert.That(string.Join(' ', places.Select(place => FormattableString.Invariant($"{place.Latitude};{place.Longitude}"))), Is.EqualTo(expected));
    }

    private static IReadOnlyList<Refusal> Check(FormField field, string typed)
    {
        var form = new Form
        {
            Name = "Đơn",
            Source = "-",
            Verified = true,
            Sections =
            [
                new FormSection
                {
                    Key = "all",
                    Title = "",
                    Fields = [field],
                },
            ],
        };
        return FormRules.Check(form, FormReader.Read(form, [KeyValuePair.Create<string, IReadOnlyList<string>>("site", [typed])]), new(2026, 3, 2, 9, 0));
    }
}

using System.Text;
using System.Text.Json;
using HaiDuong.Licensing.Domain.Procedures;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

public sealed class FormDataTests
{
    // Case 24: wrong glyphs and Unicode forms.
    [Test]
    public void Clean_OfWrongGlyphsAndDecomposedText_GivesOneSpelling()
    {
        var right = "Công ty Hải Dương";

        Assert.That(VietnameseText.Clean("Công ty Hải D\u01A3\u01A1ng"), Is.EqualTo(right));
        Assert.That(VietnameseText.Clean(right.Normalize(NormalizationForm.FormD)), Is.EqualTo(right));
        Assert.That(VietnameseText.Clean("\u01A2u tiên"), Is.EqualTo("Ưu tiên"));
        Assert.That(VietnameseText.Clean("\uFEFF a\u00A0b\r\nc\u0000\uD800 "), Is.EqualTo("a b\nc\uFFFD"));
    }

    [Test]
    public void ToJson_ReadBack_IsEqual()
    {
        var row = new Dictionary<string, string> { ["code"] = "HD1", ["empty"] = " " };
        var data = new FormData([new("b", "Hải Dương"), new("a", "x\ny"), new("none", "")], [new("sites", [row])]);

        var again = FormData.FromJson(data.ToJson());

        Assert.That(again, Is.EqualTo(data));
        Assert.That(again.GetHashCode(), Is.EqualTo(data.GetHashCode()));
        Assert.That(data.ToJson(), Is.EqualTo("""{"values":{"a":"x\ny","b":"Hải Dương"},"rows":{"sites":[{"code":"HD1"}]}}"""));
        Assert.That(data.With("a", "z"), Is.Not.EqualTo(data));
        Assert.That(() => FormData.FromJson("[1]"), Throws.InstanceOf<JsonException>());
    }

    [TestCase(FieldType.Date, "5/4/2026", "2026-04-05")]
    [TestCase(FieldType.Date, "2026-04-05", "2026-04-05")]
    [TestCase(FieldType.DateTime, "15/04/2026 9:00", "2026-04-15T09:00")]
    [TestCase(FieldType.DateTime, "2026-04-15T09:00:00", "2026-04-15T09:00")]
    [TestCase(FieldType.Decimal, "1.234,5", "1234.5")]
    [TestCase(FieldType.Latitude, "20,937341", "20.937341")]
    [TestCase(FieldType.Money, "15.000", "15000")]
    [TestCase(FieldType.Integer, "12", "12")]
    [TestCase(FieldType.Phone, "+84 912 345 678", "0912345678")]
    [TestCase(FieldType.Time, "8:30", "08:30")]
    [TestCase(FieldType.Date, "hôm nay", "hôm nay")]
    public void Canonical_ReadsWhatPeopleType(FieldType type, string typed, string expected) =>
        Assert.That(FormReader.Canonical(new FormField { Key = "x", Label = "x", Type = type }, [typed]), Is.EqualTo(expected));

    [Test]
    public void Read_GathersRowsAndChoicesAndDropsTheUnknown()
    {
        var form = FormsOfProcedures.Procedure("bts-investment-approval").Form;

        var data = FormReader.Read(form, [new("sites[4].code", ["HD2"]), new("sites[1].code", ["HD1"]), new("sites[1].technologies", ["4G", "5G"]), new("sites[9].code", [""]), new("x", ["1"])]);

        Assert.That(data.RowsOf("sites").Select(row => row["code"]), Is.EqualTo(new[] { "HD1", "HD2" }));
        Assert.That(data.RowsOf("sites")[0]["technologies"], Is.EqualTo("4G\n5G"));
        Assert.That(data.Values, Is.Empty);
    }

    [Test]
    public void Model_ShowsValuesInVietnamese()
    {
        var form = FormsOfProcedures.Procedure("press-conference").Form;
        var model = FormDisplay.Model(form, FormsOfProcedures.Filled(form));

        Assert.That(model["startsAt"], Is.EqualTo("09 giờ 00 ngày 15/04/2026"));
        Assert.That(FormDisplay.Show(new FormField { Key = "x", Label = "x", Type = FieldType.Decimal }, "1234.5"), Is.EqualTo("1.234,5"));
        Assert.That(FormDisplay.Show(new FormField { Key = "x", Label = "x", Type = FieldType.YesNo }, "false"), Is.EqualTo("Không"));
    }

    [TestCase("030085001234", true)]
    [TestCase("000085001234", false)]
    [TestCase("097085001234", false)]
    [TestCase("03008500123", false)]
    [TestCase("03008500123٤", false)]
    public void IsIdentityNumber_WantsTwelveDigitsOfAProvince(string text, bool expected) =>
        Assert.That(IdentityRules.IsIdentityNumber(text), Is.EqualTo(expected));

    [TestCase("0100109106", true)]
    [TestCase("0100109107", false)]
    [TestCase("0100109106-001", true)]
    [TestCase("0100109106001", false)]
    public void IsTaxCode_HoldsTheCheckDigit(string text, bool expected) => Assert.That(IdentityRules.IsTaxCode(text), Is.EqualTo(expected));

    [TestCase("0912345678", true)]
    [TestCase("02203852345", true)]
    [TestCase("0112345678", false)]
    [TestCase("091234567", false)]
    public void IsPhone_KnowsMobilesAndLandlines(string text, bool expected) => Assert.That(IdentityRules.IsPhone(text), Is.EqualTo(expected));

    [TestCase("a@b.vn", true)]
    [TestCase("a b@c.vn", false)]
    [TestCase("a@b", false)]
    [TestCase("a@b.vn\nBcc: x@y.vn", false)]
    public void IsEmail_RefusesWhatIsNoAddress(string text, bool expected) => Assert.That(IdentityRules.IsEmail(text), Is.EqualTo(expected));
}

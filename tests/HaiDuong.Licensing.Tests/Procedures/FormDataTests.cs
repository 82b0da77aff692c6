using System.Text;
using System.Text.Json;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
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
    [TestCase(FieldType.Year, "２０２２", "2022")]
    [TestCase(FieldType.Year, "2.022", "2022")]
    [TestCase(FieldType.Phone, "+84 912 345 678", "0912345678")]
    [TestCase(FieldType.Time, "8:30", "08:30")]
    [TestCase(FieldType.Date, "hôm nay", "hôm nay")]
    [TestCase(FieldType.Date, "05092019", "2019-09-05")]
    [TestCase(FieldType.Time, "8h30", "08:30")]
    [TestCase(FieldType.DateTime, "1/12/2026 9h", "2026-12-01T09:00")]
    [TestCase(FieldType.Decimal, "12.5", "12.5")]
    [TestCase(FieldType.Decimal, "12,125", "12.1250")]
    [TestCase(FieldType.Decimal, "12.1250", "12.1250")]
    [TestCase(FieldType.Decimal, "12.125", "12.125")]
    [TestCase(FieldType.Integer, "1,250", "1,250")]
    [TestCase(FieldType.Longitude, "１０６,３１", "106.31")]
    [TestCase(FieldType.TaxCode, "0100109106001", "0100109106-001")]
    public void Canonical_ReadsWhatPeopleType(FieldType type, string typed, string expected) =>
        Assert.That(
            new FormField
            {
                Key = "x",
                Label = "x",
                Type = type,
            }.Read([typed]),
            Is.EqualTo(expected)
        );

    [TestCase("14,5x20,5", "14,5 x 20,5")]
    [TestCase("16 × 24 cm", "16 x 24")]
    [TestCase("khổ  nhỏ", "khổ  nhỏ")]
    public void Canonical_OfASize_SpacesItAsTheFormWants(string typed, string expected)
    {
        var field = FormsOfProcedures.Procedure("publishing-permit").Form.Find("format")!;

        Assert.That(field.Read([typed]), Is.EqualTo(expected));
    }

    [TestCase("1250 m²", "1250")]
    [TestCase("1250 m2", "1250")]
    [TestCase("1250m²", "1250")]
    [TestCase("5 km", "5 km")]
    public void Canonical_OfANumberWithTheUnitOfItsForm_IsTheNumber(string typed, string expected) =>
        Assert.That(
            new FormField
            {
                Key = "x",
                Label = "x",
                Type = FieldType.Decimal,
                Unit = "m²",
            }.Read([typed]),
            Is.EqualTo(expected)
        );

    /// <summary>One message a kind, with an example that the same form takes.</summary>
    [TestCase(FieldType.Integer, "FieldNotInteger", "1.250")]
    [TestCase(FieldType.Year, "FieldNotYear", "1000")]
    [TestCase(FieldType.Decimal, "FieldNotNumber", "12,5")]
    [TestCase(FieldType.Money, "FieldNotMoney", "1.500.000")]
    [TestCase(FieldType.Latitude, "FieldNotDegrees", "20,937341")]
    [TestCase(FieldType.Longitude, "FieldNotDegrees", "106,314609")]
    [TestCase(FieldType.Date, "FieldNotDate", "05/09/2019")]
    [TestCase(FieldType.Time, "FieldNotTime", "08:30")]
    [TestCase(FieldType.DateTime, "FieldNotDateTime", "05/09/2019 08:30")]
    [TestCase(FieldType.IdentityNumber, "FieldNotIdentityNumber", "030085001234")]
    [TestCase(FieldType.PersonNumber, "FieldNotPersonNumber", "TK1234567")]
    [TestCase(FieldType.TaxCode, "FieldNotTaxCode", "0800011018")]
    [TestCase(FieldType.Phone, "FieldNotPhone", "0912345678")]
    [TestCase(FieldType.Email, "FieldNotEmail", "ten@coquan.vn")]
    public void Field_ThatCannotBeRead_SaysAnExampleThatIs(FieldType type, string code, string example)
    {
        var field = new FormField
        {
            Key = "x",
            Label = "Mục",
            Type = type,
        };
        var form = new Form
        {
            Name = "Tờ khai",
            Source = "-",
            Verified = true,
            Sections =
            [
                new FormSection
                {
                    Key = "s",
                    Title = "Phần",
                    Fields = [field],
                },
            ],
        };

        var wrong = FormRules.Check(form, FormReader.Read(form, [new("x", ["không rõ"])]), FormsOfProcedures.Now);
        var right = FormRules.Check(form, FormReader.Read(form, [new("x", [example])]), FormsOfProcedures.Now);

        Assert.That(wrong.Select(refusal => refusal.Code), Is.EqualTo((string[])[code]));
        Assert.That(wrong[0].Sentence, Does.Contain(example));
        Assert.That(right.Where(refusal => refusal.Code != "FieldIsLatitude"), Is.Empty);
    }

    [TestCase(FieldType.Date, "31/2/2026", "31/2/2026")]
    [TestCase(FieldType.DateTime, "31/2/2026 9h", "31/2/2026")]
    [TestCase(FieldType.DateTime, "8 giờ 30 phút, ngày 31 tháng 4 năm 2026", "ngày 31 tháng 4 năm 2026")]
    [TestCase(FieldType.DateTime, "2026-02-30T09:00", "2026-02-30")]
    public void Day_ThatTheCalendarDoesNotHave_IsNamed(FieldType type, string typed, string day)
    {
        var form = new Form
        {
            Name = "Tờ khai",
            Source = "-",
            Verified = true,
            Sections =
            [
                new FormSection
                {
                    Key = "s",
                    Title = "Phần",
                    Fields =
                    [
                        new FormField
                        {
                            Key = "x",
                            Label = "Mục",
                            Type = type,
                        },
                    ],
                },
            ],
        };

        var refusal = FormRules.Check(form, FormReader.Read(form, [new("x", [typed])]), FormsOfProcedures.Now).Single();

        Assert.That((refusal.Code, refusal.Args[1]), Is.EqualTo(("FieldNoSuchDay", day)));
    }

    [TestCase("12.125")]
    [TestCase("1.250")]
    public void Measure_ThatMayBeThousandsOrAFraction_IsRefusedAndStaysAsTyped(string typed)
    {
        var field = new FormField
        {
            Key = "x",
            Label = "Diện tích",
            Type = FieldType.Decimal,
        };
        var form = new Form
        {
            Name = "Tờ khai",
            Source = "-",
            Verified = true,
            Sections =
            [
                new FormSection
                {
                    Key = "s",
                    Title = "Phần",
                    Fields = [field],
                },
            ],
        };
        var data = FormReader.Read(form, [new("x", [typed])]);

        Assert.That(FormRules.Check(form, data, FormsOfProcedures.Now).Select(refusal => refusal.Code), Is.EqualTo((string[])["FieldNotNumber"]));
        Assert.That(data["x"], Is.EqualTo(typed));
    }

    [Test]
    public void Read_OfBothAnglesInTheFirstBox_PartsThem()
    {
        var form = FormsOfProcedures.Procedure("bts-investment-approval").Form;

        var data = FormReader.Read(
            form,
            [
                new("sites[0].latitude", ["20.937341,106.3146"]),
                new("sites[0].longitude", [""]),
                new("sites[1].latitude", ["20.9, 106.3"]),
                new("sites[1].longitude", ["106,4"]),
            ]
        );

        Assert.That((data.RowsOf("sites")[0]["latitude"], data.RowsOf("sites")[0]["longitude"]), Is.EqualTo(("20.937341", "106.3146")));
        Assert.That((data.RowsOf("sites")[1]["latitude"], data.RowsOf("sites")[1]["longitude"]), Is.EqualTo(("20.9, 106.3", "106.4")));
    }

    [Test]
    public void Read_GathersRowsAndChoicesAndDropsTheUnknown()
    {
        var form = FormsOfProcedures.Procedure("bts-investment-approval").Form;

        var data = FormReader.Read(
            form,
            [
                new("sites[4].code", ["HD2"]),
                new("sites[1].code", ["HD1"]),
                new("sites[1].technologies", ["4G", "5G"]),
                new("sites[9].code", [""]),
                new("x", ["1"]),
            ]
        );

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
        Assert.That(
            new FormField
            {
                Key = "x",
                Label = "x",
                Type = FieldType.Decimal,
            }.Show("1234.5"),
            Is.EqualTo("1.234,5")
        );
        Assert.That(
            new FormField
            {
                Key = "x",
                Label = "x",
                Type = FieldType.YesNo,
            }.Show("false"),
            Is.EqualTo("Không")
        );
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

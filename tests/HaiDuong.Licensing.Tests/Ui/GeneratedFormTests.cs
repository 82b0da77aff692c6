using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

public sealed class GeneratedFormTests
{
    private static readonly Form Form = new()
    {
        Name = "Đơn",
        Source = "test",
        Verified = false,
        Sections =
        [
            new()
            {
                Key = "main",
                Title = "Thông tin",
                Fields =
                [
                    new()
                    {
                        Key = "issuedOn",
                        Label = "Ngày cấp",
                        Type = FieldType.Date,
                    },
                    new()
                    {
                        Key = "area",
                        Label = "Diện tích",
                        Type = FieldType.Decimal,
                        Unit = "m²",
                    },
                    new()
                    {
                        Key = "goods",
                        Label = "Kèm theo",
                        Type = FieldType.MultiChoice,
                    },
                    new()
                    {
                        Key = "translator",
                        Label = "Người dịch",
                        Type = FieldType.Text,
                        ShownWhen = new() { Field = "goods", In = ["a", "b"] },
                    },
                ],
                Rows = new()
                {
                    Key = "sites",
                    ItemLabel = "Vị trí",
                    MinRows = 1,
                    MaxRows = 3,
                    Fields =
                    [
                        new()
                        {
                            Key = "height",
                            Label = "Chiều cao",
                            Type = FieldType.Decimal,
                        },
                    ],
                },
            },
        ],
    };

    [Test]
    public void Of_StoredValues_AreShownAsPeopleTypeThem()
    {
        var data = new FormData([new("issuedOn", "2019-09-05"), new("area", "1234.5"), new("goods", "a\nb")]);

        var fields = GeneratedForm.Of(Form, data)[0].Fields;

        Assert.That(fields.Select(field => string.Join('+', field.Values)), Is.EqualTo(new[] { "05/09/2019", "1.234,5", "a+b", "" }));
        Assert.That(fields[3].ShowWhen?.ToJson(), Is.EqualTo("""{"field":"goods","in":["a","b"]}"""));
    }

    [Test]
    public void Of_TextThatCouldNotBeRead_StaysAsTyped()
    {
        var data = new FormData([new("issuedOn", "mùng 5 tháng 9")]);

        Assert.That(GeneratedForm.Of(Form, data)[0].Fields[0].Value, Is.EqualTo("mùng 5 tháng 9"));
    }

    [Test]
    public void Of_Refusals_StandBesideTheirFields()
    {
        Refusal[] refusals = [new("some-code", "area"), new("row-code", "sites[0].height"), new("whole-form")];

        var section = GeneratedForm.Of(Form, FormData.Empty, refusals)[0];

        Assert.That(section.Fields[1].Errors, Is.EqualTo(new[] { "some-code" }));
        Assert.That(section.Rows!.FieldsOf(0).Single().Errors, Is.EqualTo(new[] { "row-code" }));
    }

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(9, 3)]
    public void Of_ATable_ShowsAtLeastOneRowAndNeverMoreThanAllowed(int extra, int shown)
    {
        var rows = GeneratedForm.Of(Form, FormData.Empty, extraRows: new Dictionary<string, int> { ["sites"] = extra })[0].Rows!;

        Assert.That(rows.Rows, Has.Count.EqualTo(shown));
    }

    [Test]
    public void Of_PlacesOfATable_OfferAPositionInEachRow_WithinWhatItsFieldsTake()
    {
        var rows = GeneratedForm.Of(Placed, FormData.Empty, extraRows: new Dictionary<string, int> { ["sites"] = 2 }, places: PlacesIn("sites"))[0].Rows!;

        Assert.That(
            rows.FieldsOf(1).Select(field => field.Position),
            Is.EqualTo(new[] { new PositionFields("sites[1].east", new GeoBox(20.5m, 21.4m, -180, 180)), null })
        );
    }

    [Test]
    public void Of_AStoredPosition_IsShownAsItsHintAsksForIt()
    {
        var data = new FormData([new("north", "20.937341"), new("east", "106.314552")]);

        Assert.That(GeneratedForm.Of(Placed, data)[0].Fields.Select(field => field.Value), Is.EqualTo(new[] { "20,937341", "106,314552" }));
    }

    [Test]
    public void Of_PlacesOfTheFormItself_OfferAPositionThereAlone()
    {
        var section = GeneratedForm.Of(Placed, FormData.Empty, places: PlacesIn(null))[0];

        Assert.That(section.Fields.Select(field => field.Position?.Longitude), Is.EqualTo(new[] { "east", null }));
        Assert.That(section.Rows!.FieldsOf(0).Select(field => field.Position), Is.All.Null);
    }

    private static Form Placed
    {
        get
        {
            FormField[] position =
            [
                new()
                {
                    Key = "north",
                    Label = "Vĩ độ",
                    Type = FieldType.Latitude,
                    Min = 20.5m,
                    Max = 21.4m,
                },
                new()
                {
                    Key = "east",
                    Label = "Kinh độ",
                    Type = FieldType.Longitude,
                },
            ];
            return Form with { Sections = [Form.Sections[0] with { Fields = position, Rows = Form.Sections[0].Rows! with { Fields = position } }] };
        }
    }

    private static PlaceRule PlacesIn(string? rows) =>
        new()
        {
            Kind = PlaceKind.Mast,
            Rows = rows,
            Address = [],
            Latitude = "north",
            Longitude = "east",
        };
}

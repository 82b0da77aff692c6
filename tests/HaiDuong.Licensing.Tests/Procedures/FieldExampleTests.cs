using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

/// <summary>Whatever a field's message gives as an example is taken by that very field; what is of another kind is called what it is.</summary>
public sealed partial class FieldExampleTests
{
    private static readonly LocalDateTime Now = new(2026, 3, 2, 9, 0);

    /// <summary>Every field of every procedure, and every kind with limits that no procedure has.</summary>
    private static IEnumerable<FormField> Fields =>
        [
            .. FormsOfProcedures.All.SelectMany(procedure =>
                procedure.Form.Fields.Concat(procedure.Form.Tables.SelectMany(table => table.Fields)).Concat(procedure.Result.Fields)
            ),
            .. Enum.GetValues<FieldType>()
                .SelectMany(type =>
                    (FormField[])
                        [
                            Of(type),
                            Of(type) with
                            {
                                Moment = FieldMoment.Future,
                            },
                            Of(type) with
                            {
                                Moment = FieldMoment.Past,
                            },
                            Of(type) with
                            {
                                Min = 1,
                                Max = 100,
                                Unit = "%",
                            },
                            Of(type) with
                            {
                                Min = 3,
                                Max = 4,
                                Decimals = 0,
                            },
                            Of(type) with
                            {
                                Max = 0.2m,
                                Decimals = 1,
                            },
                        ]
                )
                .Where(one => one.Type is not FieldType.Year || one is { Min: null, Max: null }),
        ];

    [Test]
    public void Example_OfEveryMessage_IsTakenByItsOwnField()
    {
        var wrong =
            from field in Fields
            where field.Type is not (FieldType.Choice or FieldType.MultiChoice or FieldType.YesNo or FieldType.Multiline) && field.Pattern is null
            where !(field is { Max: 0.2m, Type: FieldType.Integer or FieldType.Money or FieldType.Latitude or FieldType.Longitude })
            from garbage in (string[])["@@ không rõ", "5%", "1/12/2026 9h", "ten@coquan.vn"]
            from refusal in Check(field, garbage)
            from example in Examples(refusal.Sentence)
            where Check(field, example).Count > 0
            select $"{field.Key} {field.Type}: {refusal.Sentence}";

        Assert.That(wrong.Distinct(), Is.Empty);
    }

    [TestCase(FieldType.Date, "1/12/2026 9h", "ví dụ 01/12/2026")]
    [TestCase(FieldType.Date, "8h30", "là giờ và phút")]
    [TestCase(FieldType.Time, "1/12/2026", "là ngày")]
    [TestCase(FieldType.Time, "1/12/2026 9h", "ví dụ 09:00")]
    [TestCase(FieldType.DateTime, "1/12/2026", "là ngày, không có giờ")]
    [TestCase(FieldType.Money, "5%", "là tỷ lệ phần trăm")]
    [TestCase(FieldType.Integer, "1,5 triệu", "là số tiền")]
    [TestCase(FieldType.Decimal, "05/09/2019", "là ngày")]
    public void Value_OfAnotherKind_IsCalledWhatItIs(FieldType asked, string typed, string told)
    {
        var refusal = Check(Of(asked), typed).Single();

        Assert.That((refusal.Code, refusal.Sentence), Is.EqualTo(("FieldOtherKind", refusal.Sentence)));
        Assert.That(refusal.Sentence, Does.Contain(told).And.Contain($"“{typed}”"));
    }

    private static FormField Of(FieldType type) =>
        new()
        {
            Key = "one",
            Label = "Mục",
            Type = type,
        };

    private static IReadOnlyList<Refusal> Check(FormField field, string typed)
    {
        var form = new Form
        {
            Name = "",
            Source = "-",
            Verified = true,
            Sections =
            [
                new FormSection
                {
                    Key = "all",
                    Title = "",
                    Fields = [field with { ShownWhen = null }],
                },
            ],
        };
        return FormRules.Check(form, FormReader.Read(form, [KeyValuePair.Create<string, IReadOnlyList<string>>(field.Key, [typed])]), Now);
    }

    private static IEnumerable<string> Examples(string sentence) => Example().Matches(sentence).Select(match => match.Groups["one"].Value);

    [GeneratedRegex(@"ví dụ (?<one>[^;]*?)(?=, hoặc|; |, 0220|\. |\.\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Example();
}

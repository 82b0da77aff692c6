using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

public sealed partial class RefusalTests
{
    [Test]
    public void Equals_ComparesValues()
    {
        Assert.That(new Refusal("A", "f", "x", 2), Is.EqualTo(new Refusal("A", "f", "x", 2)));
        Assert.That(new Refusal("A", "f", "x", 2).GetHashCode(), Is.EqualTo(new Refusal("A", "f", "x", 2).GetHashCode()));
        Assert.That(new Refusal("A", "f", "x"), Is.Not.EqualTo(new Refusal("A", "f", "y")));
        Assert.That(new Refusal("A") { LegalBasis = "Điều 1" }, Is.Not.EqualTo(new Refusal("A")));
    }

    [Test, SetUICulture("vi-VN")]
    public void Sentence_IsWrittenTheVietnameseWay()
    {
        Assert.That(new Refusal("FieldTooLarge", "copies", "Số lượng in", 1_000_000m).Sentence, Is.EqualTo("“Số lượng in” không được lớn hơn 1.000.000."));
        Assert.That(new Refusal("FieldTooSmall", "area", "Diện tích", 0.5m).Sentence, Is.EqualTo("“Diện tích” không được nhỏ hơn 0,5."));
        Assert.That(new Refusal("NoSuchCode").Sentence, Is.EqualTo("NoSuchCode"));
    }

    [Test]
    public void EveryCodeOfTheFormsHasASentence()
    {
        string[] codes =
        [
            "FieldRequired",
            "FieldNotInteger",
            "FieldNotNumber",
            "FieldNotDate",
            "FieldNotTime",
            "FieldNotDateTime",
            "FieldNotChoice",
            "FieldNotYesNo",
            "FieldNotIdentityNumber",
            "FieldNotTaxCode",
            "FieldNotPhone",
            "FieldNotEmail",
            "FieldTooSmall",
            "FieldTooLarge",
            "FieldTooPrecise",
            "FieldTooLong",
            "FieldShortYear",
            "FieldSeveralLines",
            "FieldPattern",
            "FieldInFuture",
            "FieldInPast",
            "FieldUnknown",
            "FieldsDisagree",
            "RowsTooFew",
            "RowsTooMany",
            "PaperMissing",
        ];

        Assert.That(codes.Where(code => !Refusal.HasSentence(code)), Is.Empty);
        Assert.That(
            codes.Select(code => new Refusal(code, "f", "x", 1m, new LocalDate(2026, 1, 1)).Sentence).Where(sentence => Hole().IsMatch(sentence)),
            Is.Empty
        );
    }

    [GeneratedRegex(@"\{\d", RegexOptions.None, 200)]
    private static partial Regex Hole();
}

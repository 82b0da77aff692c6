using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Every field has an end, whatever its kind.</summary>
public sealed class EntryLimitsTests
{
    private static readonly string Endless = new('a', 300_000);

    [Test]
    public void People_WithEndlessEntries_AreRefusedFieldByField()
    {
        var applicant = new Applicant(ApplicantKind.Individual, Endless, Endless, Endless, Endless, Endless);

        var refusals = EntryLimits.CheckPeople(applicant, new Submitter(Endless, Endless, Endless));

        Assert.That(refusals.Select(refusal => refusal.Sentence).Distinct().Count(), Is.EqualTo(8), "each sentence names its field");
        Assert.That(refusals.Select(refusal => refusal.Sentence), Has.All.Contains(" dài quá ").And.All.Contains(" ký tự. Hãy "));
        Assert.That(
            refusals.Select(refusal => refusal.Field),
            Is.EqualTo(
                new[]
                {
                    "applicant.name",
                    "applicant.address",
                    "applicant.identityNumber",
                    "applicant.phone",
                    "applicant.email",
                    "submitter.name",
                    "submitter.identityNumber",
                    "submitter.phone",
                }
            )
        );
    }

    [Test]
    public void Form_WithAnEndlessEntry_IsRefused([Values] FieldType type)
    {
        var field = new FormField
        {
            Key = "one",
            Label = "Một mục",
            Type = type,
            Options = [new FieldOption { Value = "a", Label = "A" }],
        };

        Assert.That(field.LengthLimit, Is.LessThanOrEqualTo(5000));
        Assert.That(Check(field, Endless), Is.EqualTo(["FieldTooLong"]));
        Assert.That(Check(field, "a"), Is.Empty);
    }

    private static IEnumerable<string> Check(FormField field, string value)
    {
        var form = new Form
        {
            Name = "Tờ khai",
            Source = "",
            Verified = false,
            Sections =
            [
                new FormSection
                {
                    Key = "part",
                    Title = "Phần",
                    Fields = [field],
                },
            ],
        };
        return EntryLimits
            .Check(
                new Applicant(ApplicantKind.Individual, "", "", "", null, null),
                null,
                form,
                new FormData(new Dictionary<string, string> { ["one"] = value })
            )
            .Select(refusal => refusal.Code);
    }
}

using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>The last length that every entry takes, and the first that it does not.</summary>
public sealed class EntryBoundsTests
{
    private static readonly Applicant Nobody = new(ApplicantKind.Individual, "", "", "", null, null);

    [Test]
    public void People_AtTheirLimits_AreTaken_AndOneCharacterMoreIsRefused()
    {
        Assert.That(EntryLimits.CheckPeople(People(0).Applicant, People(0).Submitter), Is.Empty);
        Assert.That(
            EntryLimits.CheckPeople(People(1).Applicant, People(1).Submitter).Select(refusal => (refusal.Code, refusal.Args.Single())),
            Is.EqualTo(
                new (string, object)[]
                {
                    ("ApplicantNameTooLong", 300),
                    ("ApplicantAddressTooLong", 500),
                    ("ApplicantNumberTooLong", 30),
                    ("ApplicantPhoneTooLong", 40),
                    ("ApplicantEmailTooLong", 254),
                    ("SubmitterNameTooLong", 300),
                    ("SubmitterNumberTooLong", 30),
                    ("SubmitterPhoneTooLong", 40),
                }
            )
        );
    }

    [TestCase(1000, null)]
    [TestCase(1001, "WithdrawalReasonTooLong")]
    public void WithdrawalReason_HasItsLength(int length, string? refused) =>
        Assert.That(Codes(EntryLimits.CheckWithdrawalReason(new string('a', length))), refused is null ? Is.Empty : Is.EqualTo("reason " + refused));

    [TestCase("", "receiptNumber ReceiptNumberRequired")]
    [TestCase(" ", "receiptNumber ReceiptNumberRequired")]
    [TestCase("12345678901234567890123456789012345678901234567890", "")]
    [TestCase("123456789012345678901234567890123456789012345678901", "receiptNumber ReceiptNumberTooLong")]
    public void ReceiptNumber_IsThereAndHasItsLength(string number, string refused) =>
        Assert.That(Codes(EntryLimits.CheckReceiptNumber(number)), Is.EqualTo(refused));

    [TestCase(5, 2, "")]
    [TestCase(6, 2, "rows[0].cell FieldTooLong; rows[1].cell FieldTooLong")]
    [TestCase(5, 3, "rows RowsTooMany")]
    [TestCase(6, 3, "rows RowsTooMany; rows[0].cell FieldTooLong; rows[1].cell FieldTooLong", Description = "what is too many is not looked at")]
    public void Rows_HaveTheirNumberAndTheirLengths(int length, int count, string refused)
    {
        var cell = new FormField
        {
            Key = "cell",
            Label = "Ô",
            Type = FieldType.Text,
            MaxLength = 5,
        };
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
                    Rows = new FormRows
                    {
                        Key = "rows",
                        ItemLabel = "dòng",
                        Fields = [cell],
                        MinRows = 0,
                        MaxRows = 2,
                    },
                },
            ],
        };
        var rows = Enumerable.Repeat(new Dictionary<string, string> { ["cell"] = new('a', length) }, count);

        Assert.That(Codes(EntryLimits.Check(Nobody, null, form, FormData.Empty.WithRows("rows", [.. rows]))), Is.EqualTo(refused));
    }

    private static string Codes(IEnumerable<Refusal> refusals) => string.Join("; ", refusals.Select(refusal => $"{refusal.Field} {refusal.Code}"));

    private static (Applicant Applicant, Submitter Submitter) People(int more)
    {
        string Long(int length) => new('a', length + more);
        return (new Applicant(ApplicantKind.Individual, Long(300), Long(30), Long(500), Long(40), Long(254)), new Submitter(Long(300), Long(30), Long(40)));
    }
}

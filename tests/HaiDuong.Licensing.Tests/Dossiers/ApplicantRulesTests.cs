using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.Tests.Procedures;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Who an applicant is and where they can be reached.</summary>
internal sealed class ApplicantRulesTests
{
    [TestCase("0912345678", null, "")]
    [TestCase("", "hoi@example.vn", "", Description = "one way is enough")]
    [TestCase(null, "", "applicant.phone ApplicantUnreachable")]
    [TestCase("12", "hoi@example.vn", "applicant.phone ApplicantPhone")]
    [TestCase("0912345678", "hoi", "applicant.email ApplicantEmail")]
    public void Check_HowToReachThem(string? phone, string? mail, string refused) =>
        Assert.That(Refused(new Applicant(ApplicantKind.Organisation, "Hội", "0899815907", "Số 1", phone, mail)), Is.EqualTo(refused));

    [TestCase(" ", "Số 1", "applicant.name ApplicantNameRequired")]
    [TestCase("Hội", " ", "applicant.address ApplicantAddressRequired")]
    public void Check_WhoTheyAre(string name, string address, string refused) =>
        Assert.That(Refused(new Applicant(ApplicantKind.Organisation, name, "0899815907", address, "0912345678", null)), Is.EqualTo(refused));

    [TestCase(ApplicantKind.Individual, "ApplicantIdentityNumber")]
    [TestCase(ApplicantKind.Organisation, "ApplicantTaxCode")]
    [TestCase(ApplicantKind.ForeignIndividual, "ApplicantPassport")]
    [TestCase(ApplicantKind.ForeignOrganisation, "ApplicantForeignNumber")]
    public void CheckNumber_SaysWhichNumberSuchAnApplicantHas(ApplicantKind kind, string code)
    {
        var refusal = ApplicantRules.CheckNumber(kind, "?")!;

        Assert.That((refusal.Code, refusal.Field), Is.EqualTo((code, "applicant.identityNumber")));
    }

    private static string Refused(Applicant applicant) =>
        string.Join(
            "; ",
            ApplicantRules.Check(applicant, FormsOfProcedures.Procedure("publishing-permit")).Select(refusal => $"{refusal.Field} {refusal.Code}")
        );
}

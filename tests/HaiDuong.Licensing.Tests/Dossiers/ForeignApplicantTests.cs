using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.Tests.Procedures;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Foreign persons and bodies file what is meant for them, named by a passport or a registration number.</summary>
public sealed class ForeignApplicantTests
{
    [TestCase("foreign-press-conference", ApplicantKind.ForeignOrganisation, "JP-0104-01-123456", null)]
    [TestCase("foreign-press-conference", ApplicantKind.ForeignOrganisation, "HRB", "ApplicantForeignNumber")]
    [TestCase("foreign-press-conference", ApplicantKind.Organisation, "0800011018", null)]
    [TestCase("foreign-press-conference", ApplicantKind.ForeignIndividual, "TK1234567", "ApplicantNotEligible")]
    [TestCase("foreign-picture-display", ApplicantKind.ForeignOrganisation, "12/GP-UBND", null)]
    [TestCase("publication-import-permit", ApplicantKind.ForeignIndividual, "TK1234567", null)]
    [TestCase("publication-import-permit", ApplicantKind.ForeignIndividual, "TK-12", "ApplicantPassport")]
    [TestCase("press-conference", ApplicantKind.ForeignOrganisation, "JP-0104-01-123456", "ApplicantNotEligible")]
    public void Check_KnowsWhichKindsAProcedureAdmits(string slug, ApplicantKind kind, string number, string? refused)
    {
        Applicant applicant = new(kind, "Tokyo Broadcasting", number, "2-3-6 Akasaka, Tokyo", "+81312345678", null);

        var refusals = ApplicantRules.Check(applicant, FormsOfProcedures.Procedure(slug));

        Assert.That(refusals.Select(refusal => refusal.Code), Is.EqualTo(refused is null ? [] : (string[])[refused]));
    }

    [TestCase("publication-import-permit", "030085001234", ApplicantKind.Individual)]
    [TestCase("publication-import-permit", "030 085 001 234", ApplicantKind.Individual)]
    [TestCase("publication-import-permit", "0800011018", ApplicantKind.Organisation)]
    [TestCase("publication-import-permit", "030085001234||Nguyễn Văn A|01011985|Nam|Hải Dương|01012021", ApplicantKind.Individual)]
    [TestCase("publication-import-permit", "JP-0104/01-123456", ApplicantKind.ForeignOrganisation)]
    [TestCase("publication-import-permit", "TK1234567", null)]
    [TestCase("publication-import-permit", "0104-01-123456", null)]
    [TestCase("foreign-press-conference", "0104-01-123456", ApplicantKind.ForeignOrganisation)]
    [TestCase("foreign-press-conference", "0800011018", ApplicantKind.Organisation)]
    [TestCase("foreign-press-conference", "", ApplicantKind.ForeignOrganisation)]
    [TestCase("press-conference", "TK1234567", ApplicantKind.Organisation)]
    [TestCase("press-conference", "030-085-001234", ApplicantKind.Individual)]
    public void Scan_AtTheCounter_KnowsTheKindOrIsAsked(string slug, string typed, ApplicantKind? kind) =>
        Assert.That(IdentityScan.Read(typed).KindAmong(FormsOfProcedures.Procedure(slug).Eligible.Kinds), Is.EqualTo(kind));

    [Test]
    public void ForeignKinds_FileNothingElse() =>
        Assert.That(
            FormsOfProcedures.All.Where(procedure => procedure.Eligible.Kinds.Any(ApplicantKinds.IsForeign)).Select(procedure => procedure.Slug),
            Is.EquivalentTo((string[])["foreign-press-conference", "foreign-picture-display", "publication-import-permit", "denunciation-settlement"])
        );

    [Test]
    public void EveryProcedureForForeigners_AdmitsThem() =>
        Assert.That(
            FormsOfProcedures
                .All.Where(procedure =>
                    procedure.Eligible.Text.Contains("nước ngoài", StringComparison.OrdinalIgnoreCase)
                    && !procedure.Eligible.Kinds.Any(ApplicantKinds.IsForeign)
                )
                .Select(procedure => procedure.Slug),
            Is.Empty
        );
}

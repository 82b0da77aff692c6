using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Tests.Dossiers;
using HaiDuong.Licensing.Tests.Procedures;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Licences;

/// <summary>What a dossier says of a licence: of the one it gives, and of the earlier one that its applicant declared.</summary>
public sealed class LicencePaperOfTests
{
    [Test]
    public void Result_SaysWhatWasIssuedToWhomWhereAndUntilWhen()
    {
        var builder = new DossierBuilder("distribution-registration").Issued();
        var (dossier, decision) = (builder.Dossier, builder.Dossier.Decision!);

        Assert.That(
            LicencePaperOf.Result(dossier, builder.Rules.Procedure),
            Is.EqualTo(
                new LicencePaper(
                    "01/GP-STTTT",
                    DossierBuilder.Start.Date,
                    dossier.Applicant,
                    dossier.Form["houseName"]!,
                    dossier.Form["houseAddress"]!,
                    DossierBuilder.Start.Date,
                    decision.ValidTo,
                    dossier.Id,
                    "distribution-registration",
                    decision.IssuedFile
                )
            )
        );
    }

    [Test]
    public void Earlier_IsAsDeclared()
    {
        var builder = new DossierBuilder("game-point-extension").Submitted();

        var paper = LicencePaperOf.Earlier(builder.Dossier, builder.Rules.Procedure);

        Assert.That(
            (paper.Number, FieldValue.Text(paper.IssuedOn), paper.ValidFrom, FieldValue.Text(paper.ValidTo!.Value), paper.Subject),
            Is.EqualTo((builder.Form["licenceNumber"], builder.Form["licenceDate"], paper.IssuedOn, builder.Form["licenceExpiry"], builder.Form["pointName"]))
        );
        Assert.That(paper.DossierId, Is.Null, "it was not given by this software");
    }

    [Test]
    public void Earlier_OfAFormThatDoesNotAskIt_IsOfTheDayOfTheRequest_WithoutNumberAndEnd()
    {
        var builder = new DossierBuilder("game-point-extension").Submitted();
        var procedure = builder.Rules.Procedure;
        var asksNothing = procedure.Licence! with { NumberField = "no", DateField = "no", ExpiryField = "no" };

        var paper = LicencePaperOf.Earlier(builder.Dossier, procedure with { Licence = asksNothing });

        Assert.That((paper.Number, paper.IssuedOn, paper.ValidTo), Is.EqualTo(("", DossierBuilder.Start.Date, (LocalDate?)null)));
    }

    [TestCase(500, 500)]
    [TestCase(501, 500)]
    public void Subject_ThatIsLong_IsCutToWhatTheRegisterHolds(int typed, int kept)
    {
        var form = FormData.Empty.With("pointName", new string('a', typed));

        var subject = LicencePaperOf.Subject(FormsOfProcedures.Procedure("game-point-certificate"), form);

        Assert.That(subject, Is.EqualTo(typed == kept ? new string('a', kept) : new string('a', kept - 1) + "…"));
    }

    [Test]
    public void Place_LeavesOutWhatIsEmpty()
    {
        var form = FormData.Empty.With("pointAddress", "Số 12").With("pointDistrict", "Gia Lộc");

        Assert.That(LicencePaperOf.Place(FormsOfProcedures.Procedure("game-point-certificate"), form), Is.EqualTo("Số 12, Gia Lộc"));
    }

    [Test]
    public void Place_OfATable_NamesEachValueOnce()
    {
        var form = FormData.Empty.WithRows(
            "sites",
            [.. new[] { "Gia Lộc", "Kinh Môn", "Gia Lộc" }.Select(commune => new Dictionary<string, string> { ["commune"] = commune, ["code"] = "HDG001" })]
        );

        Assert.That(LicencePaperOf.Place(FormsOfProcedures.Procedure("bts-investment-approval"), form), Is.EqualTo("Gia Lộc; Kinh Môn"));
    }
}

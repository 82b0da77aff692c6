using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What a consulted agency sees: what it is asked about, while it is asked; afterwards its own answer.</summary>
public sealed class AgencySightTests
{
    private static readonly Actor Agency = DossierBuilder.Holder("Ban Tuyên giáo", StaffRole.ConsultedAgency, "propaganda");

    [Test]
    public void ForgetAllBut_WhileTheOpinionIsOpen_LeavesTheChosenPapersAndAnswers()
    {
        var builder = Asked(new OpinionShown(["manuscript"], ["documentTitle"]));
        var title = builder.Dossier.Form["documentTitle"];

        builder.Dossier.ForgetAllBut("propaganda", builder.Rules.Procedure, "—");

        Assert.That(builder.Dossier.Papers.Select(paper => paper.Key), Is.EqualTo((string[])["manuscript"]));
        Assert.That(builder.Dossier.Form.Values, Is.EqualTo(new Dictionary<string, string> { ["documentTitle"] = title! }));
        Assert.That(builder.Dossier.Opinions, Has.Count.EqualTo(1));
        Assert.That(builder.Dossier.Applicant.IdentityNumber, Is.Empty);
        Assert.That(
            (builder.Dossier.Ledger.Count, builder.Dossier.Fees.Count, builder.Dossier.RouteState),
            Is.EqualTo((0, 0, (Domain.Routes.RouteState?)null))
        );
    }

    [Test]
    public void ForgetAllBut_OfAnotherAgencysQuestion_LeavesNothingOfIt()
    {
        var builder = Asked(new OpinionShown(["manuscript"], ["documentTitle"]));
        builder.Then(dossier =>
            dossier.AskOpinion("police", "Ý kiến", builder.Now.PlusDays(2), [], new OpinionShown([], ["summary"]), builder.As(builder.Specialist))
        );

        builder.Dossier.ForgetAllBut("police", builder.Rules.Procedure, "—");

        Assert.That(builder.Dossier.Papers, Is.Empty);
        Assert.That(builder.Dossier.Form.Values.Keys, Is.EqualTo((string[])["summary"]));
        Assert.That(builder.Dossier.Opinions.Single().AgencyKey, Is.EqualTo("police"));
    }

    [Test]
    public void ForgetAllBut_OnceAnswered_LeavesTheOwnAnswerAlone()
    {
        var builder = Asked(new OpinionShown(["manuscript"], ["documentTitle"]));
        builder.Then(dossier => dossier.GiveOpinion(dossier.Opinions[0].Id, OpinionAnswer.Agree, "Đồng ý", builder.As(Agency)));
        Assert.That((Reads(builder), Finds(builder)), Is.EqualTo((true, false)));

        builder.Dossier.ForgetAllBut("propaganda", builder.Rules.Procedure, "—");

        Assert.That((builder.Dossier.Papers.Count, builder.Dossier.Form.Values.Count, builder.Dossier.Applicant.Name), Is.EqualTo((0, 0, "—")));
        Assert.That(builder.Dossier.Opinions.Single().Text, Is.EqualTo("Đồng ý"));
    }

    [Test]
    public void AgencyOf_IsTheAskedAgencyAlone()
    {
        var builder = Asked(null);

        Assert.That(AgencyOf(Agency, builder), Is.EqualTo("propaganda"));
        Assert.That(
            (Reads(builder), Finds(builder)),
            Is.EqualTo((true, false)),
            "It reads what it is asked; a search by name would tell it whose dossier that is."
        );
        Assert.That(AgencyOf(DossierBuilder.Holder("Công an tỉnh", StaffRole.ConsultedAgency, "police"), builder), Is.Null);
        Assert.That(AgencyOf(builder.Head, builder), Is.Null, "the division reads the whole");
    }

    [Test]
    public void Shown_WhenNothingIsChosen_IsWhatTheProcedureSays_ElseEveryPaperByName()
    {
        var builder = Asked(null);
        var procedure = builder.Rules.Procedure;
        var agency = new Domain.Procedures.ConsultedAgency
        {
            Key = "propaganda",
            Name = "Ban Tuyên giáo",
            Papers = ["manuscript"],
            Fields = ["summary"],
            Source = "OK",
            Verified = false,
        };

        Assert.That(builder.Dossier.Opinions[0].Shown!.Papers, Is.EqualTo(procedure.Papers.Select(paper => paper.Key)));
        var said = OpinionShown.ByProcedure(procedure with { ConsultedAgencies = [agency] }, "propaganda");
        Assert.That((said.Papers.Single(), said.Fields.Single()), Is.EqualTo(("manuscript", "summary")));
    }

    private static DossierBuilder Asked(OpinionShown? shown)
    {
        var builder = new DossierBuilder().Assigned();
        return builder.Then(dossier =>
            dossier.AskOpinion("propaganda", "Đề nghị cho ý kiến", builder.Now.PlusDays(2), [], shown, builder.As(builder.Specialist))
        );
    }

    private static string? AgencyOf(Actor actor, DossierBuilder builder) =>
        AccessTable.AgencyOf(actor, builder.Dossier, DossierBuilder.Organisation, DossierBuilder.Start.Date);

    private static bool Reads(DossierBuilder builder) => AccessTable.MayRead(Agency, builder.Dossier, DossierBuilder.Organisation, DossierBuilder.Start.Date);

    private static bool Finds(DossierBuilder builder) => AccessTable.MayFind(Agency, builder.Dossier, DossierBuilder.Organisation, DossierBuilder.Start.Date);
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Tests.Routes;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A route that meets a missing fact is held: the act is done, the dossier is never a draft again, and an administrator lets it go on.</summary>
internal sealed class HeldRouteTests
{
    private static readonly Actor Administrator = DossierBuilder.Holder("Quản trị viên", StaffRole.Administrator, "office");

    [Test]
    public void Appraise_WhenTheRouteMeetsAMissingFact_IsDoneAndTheDossierIsHeld()
    {
        var builder = new DossierBuilder(edit: Asking("fee-due")).Appraised();

        Assert.That(builder.Dossier.Incidents, Is.EqualTo(new[] { new RouteIncident("fee-due", "form.nothing") }));
        Assert.That(
            (builder.Dossier.Status, builder.Dossier.Work.Count, builder.Dossier.History[^1].Act),
            Is.EqualTo((DossierStatus.InProcess, 0, DossierAct.Appraise))
        );
    }

    [Test]
    public void RetryRoute_IsForTheAdministrator_AndGoesOnWhenWhatIsMissingIsTakenAsEmpty()
    {
        var builder = new DossierBuilder(edit: Asking("fee-due")).Appraised();

        Assert.That(builder.Try(dossier => dossier.RetryRoute(true, builder.As(builder.Head))), Is.EqualTo((string[])["RouteRetryOnlyAdministrator"]));
        Assert.That(builder.Try(dossier => dossier.RetryRoute(false, builder.As(Administrator))), Is.EqualTo((string[])["RouteStillHeld"]));
        builder.Then(dossier => dossier.RetryRoute(true, builder.As(Administrator)));

        Assert.That(builder.Dossier.Incidents, Is.Empty);
        Assert.That(builder.Dossier.Work, Is.Not.Empty);
        Assert.That(builder.Dossier.History[^1].Note, Is.EqualTo("form.nothing = \"\""));
        Assert.That(builder.Try(dossier => dossier.RetryRoute(true, builder.As(Administrator))), Is.EqualTo((string[])["RouteNotHeld"]));
    }

    [Test]
    public void Submit_WhenTheRouteIsHeldAtItsStart_LeavesNoDraft()
    {
        var builder = new DossierBuilder(edit: edit =>
            Asking("first")(edit.Insert("start:Done", "first", "Elsa.FlowDecision", "True").Connect("first:False", "receive-again"))
        ).Submitted();

        Assert.That((builder.Dossier.Status, builder.Dossier.Incidents.Count), Is.EqualTo((DossierStatus.AwaitingAcceptance, 1)));
        builder.Then(dossier => dossier.RetryRoute(true, builder.As(Administrator)));
        Assert.That(builder.Dossier.Work.Single().StepId, Is.EqualTo("receive"));
    }

    [TestCase("receive:Accepted", "assign", DossierStatus.Accepted)]
    [TestCase("supplement:Supplied", "appraise-again", DossierStatus.InProcess)]
    [TestCase("supplement-before-acceptance:Supplied", "receive-again", DossierStatus.AwaitingAcceptance)]
    public void Dossier_WhoseRouteIsHeld_WaitsForNobodyOutside(string after, string next, DossierStatus status)
    {
        var builder = new DossierBuilder(edit: edit => Asking("held")(edit.Insert(after, "held", "Elsa.FlowDecision", "True").Connect("held:False", next)));
        if (status == DossierStatus.Accepted)
            builder.Accepted();
        else
            Supplied(status == DossierStatus.InProcess ? builder.Assigned() : builder.Submitted());

        Assert.That((builder.Dossier.Status, builder.Dossier.Incidents.Count, builder.Dossier.Work.Count), Is.EqualTo((status, 1, 0)));
        builder.Then(dossier => dossier.RetryRoute(true, builder.As(Administrator)));
        Assert.That(builder.Dossier.Work, Has.Count.EqualTo(1));
    }

    [Test]
    public void Withdraw_OfAHeldDossier_EndsIt()
    {
        var builder = new DossierBuilder(edit: Asking("fee-due")).Appraised();

        builder.Then(dossier => dossier.AskWithdrawal("Đổi kế hoạch", null, builder.As(builder.Applicant)));

        Assert.That(builder.Try(dossier => dossier.RetryRoute(true, builder.As(Administrator))), Is.EqualTo((string[])["WithdrawalPending"]));
    }

    private static void Supplied(DossierBuilder builder)
    {
        var by = builder.Dossier.IsAccepted ? builder.Specialist : builder.Clerk;
        builder.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", builder.Day(5), builder.As(by)));
        builder.Dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant));
        builder.Then(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant)));
    }

    private static Func<RouteEdit, RouteEdit> Asking(string node) => edit => edit.Input(node, "condition", "form.nothing == \"A\"", "Dossier");
}

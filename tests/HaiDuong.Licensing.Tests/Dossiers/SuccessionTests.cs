using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>On 10/03/2026 the press division ends: its open dossiers pass to whoever followed it, with their work and their dates.</summary>
internal sealed class SuccessionTests
{
    private static readonly LocalDateTime Morning = new(2026, 3, 10, 8, 0);

    [Test]
    public void MoveToSuccessor_TakesTheDossierItsWorkAndItsSpecialist_AndLeavesCodeAndDates()
    {
        var builder = new DossierBuilder().Assigned();
        var (dossier, before) = (builder.Dossier, (builder.Dossier.Code, builder.Dossier.PromisedDue, builder.Dossier.Work.Single().DueAt));

        Assert.That(Move(builder, "hp-culture-office"), Is.Empty);

        Assert.That((dossier.DivisionKey, dossier.FirstDivision), Is.EqualTo(("hp-culture-office", "hp-press")));
        Assert.That((dossier.Work.Single().Unit, dossier.Specialist!.Unit), Is.EqualTo(("hp-culture-office", "hp-culture-office")));
        Assert.That((dossier.Code, dossier.PromisedDue, dossier.Work.Single().DueAt), Is.EqualTo(before));
        Assert.That(
            (dossier.History[^1].Act, dossier.History[^1].From, dossier.History[^1].To),
            Is.EqualTo((DossierAct.MoveUnit, DossierStatus.InProcess, DossierStatus.InProcess))
        );
        Assert.That(dossier.History[^1].Note, Does.StartWith("Phòng Quản lý Báo chí - Xuất bản (").And.Contain(") → Văn phòng"));
    }

    [Test]
    public void MoveToSuccessor_WhereNothingEnded_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();
        builder.Now = Morning;

        Assert.That(builder.Try(dossier => dossier.MoveToSuccessor(builder.As(Actor.System))), Is.EqualTo((string[])["UnitNotEnded"]));
        Assert.That(builder.Dossier.AwaitsSuccession(builder.Rules.Organisation, Morning.Date), Is.False);
    }

    [Test]
    public void MoveToSuccessor_WhereNobodyFollows_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();

        Assert.That(Move(builder, "atlantis"), Is.EqualTo((string[])["UnitWithoutSuccessor"]));
        Assert.That(builder.Dossier.DivisionKey, Is.EqualTo("hp-press"));
    }

    [Test]
    public void MoveToSuccessor_OfAClosedDossier_IsRefused()
    {
        var builder = new DossierBuilder().Submitted();
        builder.Then(dossier => dossier.RefuseAtDoor("Không thuộc thẩm quyền", builder.As(builder.Clerk)));

        Assert.That(Move(builder, "hp-culture-office"), Is.EqualTo((string[])["MoveNotRunning"]));
        Assert.That(builder.Dossier.AwaitsSuccession(Ending("hp-culture-office"), Morning.Date), Is.False);
    }

    [TestCase("hp-culture-office", false, Description = "of the same department: its signature holds")]
    [TestCase("hp-science-office", true, Description = "of another: its leader signs again")]
    public void MoveToSuccessor_OfWhatIsSigned_AsksForANewSignatureInAnotherDepartment(string successor, bool signsAgain)
    {
        var builder = new DossierBuilder().Signed();
        var signed = builder.Dossier.Decision;

        Assert.That(Move(builder, successor), Is.Empty);

        Assert.That(builder.Dossier.Work.Single().StepId, Is.EqualTo(signsAgain ? "sign" : "issue"));
        Assert.That(builder.Dossier.Decision, Is.EqualTo(signsAgain ? null : signed));
        Assert.That(builder.Dossier.FallenSignatures, signsAgain ? Is.EqualTo(new[] { signed }) : Is.Empty);
    }

    [Test]
    public void MayIssue_WhatAFormerDepartmentSigned_IsRefused()
    {
        var builder = new DossierBuilder().Signed();
        var act = builder.As(builder.Registry);
        Assert.That(builder.Dossier.MayIssue("issue", act), Is.Empty);
        Assert.That(builder.Dossier.OfficeOfDecision(builder.Rules.Organisation)!.Key, Is.EqualTo("vhttdl-hai-phong"));

        builder.Now = Morning;
        var registry = DossierBuilder.Holder("Văn thư", StaffRole.RegistryClerk, "hp-culture-office");
        var later = builder.As(registry) with { Rules = builder.Rules with { Organisation = Ending("hp-science-office") } };

        Assert.That(builder.Dossier.MayIssue("issue", later).Select(refusal => refusal.Code), Is.EqualTo((string[])["SignedByFormerOffice"]));
    }

    [Test]
    public void OfficeOfDecision_BeforeTheSignature_IsNone() =>
        Assert.That(new DossierBuilder().Approved().Dossier.OfficeOfDecision(DossierBuilder.Organisation), Is.Null);

    private static IEnumerable<string> Move(DossierBuilder builder, string successor)
    {
        builder.Now = Morning;
        var act = builder.As(Actor.System) with { Rules = builder.Rules with { Organisation = Ending(successor) } };
        return [.. builder.Try(dossier => dossier.MoveToSuccessor(act))];
    }

    private static Organisation Ending(string successor) =>
        DossierBuilder.Organisation.With([
            new UnitSuccession
            {
                Unit = "hp-press",
                Successor = successor,
                From = Morning.Date,
                Source = "Quyết định",
                PublishedAt = DossierBuilder.Start,
                PublishedById = null,
                PublishedBy = "Quản trị",
            },
        ]);
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Where a dossier cannot be moved to, and what a move leaves of its work.</summary>
internal sealed class MoveRefusalTests
{
    private static readonly Actor Administrator = DossierBuilder.Holder("Quản trị", StaffRole.Administrator, "hp-culture-office");

    [Test]
    public void Move_OfADossierThatHasNotBegunOrHasEnded_IsRefused()
    {
        var returned = new DossierBuilder().Issued();
        returned.Then(dossier => dossier.Return(new HandOver("Bà Lan", null, ReturnBy.Counter, "Cán bộ", returned.Now, null), returned.As(returned.Clerk)));

        Assert.That(Move(new DossierBuilder(), []), Is.EqualTo((string[])["MoveNotRunning"]));
        Assert.That(Move(returned, []), Is.EqualTo((string[])["MoveNotRunning"]));
    }

    [Test]
    public void Move_ToAProcedureOfAnotherDivision_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();
        var target = builder.Rules with { Procedure = builder.Rules.Procedure with { DivisionKey = "post-telecom" } };

        Assert.That(Move(builder, [], target), Is.EqualTo((string[])["MoveOtherDivision"]));
    }

    [TestCase("nowhere", "MoveNoStep")]
    [TestCase("sign", "MoveNoStep", Description = "what a later step needs is not skipped")]
    [TestCase("request-supplement", "MoveNoStep", Description = "what waits for somebody outside follows only on itself")]
    public void Move_ToAStepThatCannotFollow_IsRefused(string step, string refused) =>
        Assert.That(Move(new DossierBuilder().Assigned(), new() { ["appraise"] = step }), Is.EqualTo(new[] { refused }));

    [Test]
    public void Move_LeavesDeskPersonAndBeginning_AndSaysFromWhereToWhere()
    {
        var builder = new DossierBuilder().Assigned();
        var before = builder.Dossier.Work.Single();
        var target = builder.Rules with { Procedure = builder.Rules.Procedure with { InForceFrom = builder.Rules.Procedure.InForceFrom.PlusYears(5) } };
        builder.Now = builder.Now.PlusDays(1);

        Assert.That(Move(builder, [], target), Is.Empty);

        var work = builder.Dossier.Work.Single();
        Assert.That(
            (work.StepId, work.Title, work.Role, work.Unit, work.AssigneeId, work.AssigneeName, work.Since, work.DueAt, work.WarnFrom, work.LateFrom),
            Is.EqualTo(
                (
                    before.StepId,
                    before.Title,
                    before.Role,
                    before.Unit,
                    before.AssigneeId,
                    before.AssigneeName,
                    before.Since,
                    before.DueAt,
                    before.WarnFrom,
                    before.LateFrom
                )
            )
        );
        var route = $"{builder.Rules.Route.Name} {builder.Rules.Route.Version}";
        Assert.That(
            builder.Dossier.History[^1].Note,
            Is.EqualTo($"{route} → {route}; {builder.Rules.Procedure.InForceFrom:uuuu-MM-dd} → {target.Procedure.InForceFrom:uuuu-MM-dd}")
        );
    }

    [Test]
    public void Move_BackToTheAppraisal_LaysItOnTheSpecialistsDesk()
    {
        var builder = new DossierBuilder().Drafted();

        Assert.That(Move(builder, new() { ["review"] = "appraise" }), Is.Empty);

        var work = builder.Dossier.Work.Single();
        Assert.That((work.StepId, work.Role, work.AssigneeId), Is.EqualTo(("appraise", StaffRole.Specialist, (Guid?)null)), "the head who held it is none");
    }

    [Test]
    public void Move_OfAQuestionToAnAgency_TakesTheOpinionAlong()
    {
        var builder = new DossierBuilder("bts-investment-approval").Appraised();

        Assert.That(Move(builder, []), Is.Empty);

        Assert.That(
            builder.Dossier.Opinions.Select(opinion => opinion.StepId),
            Is.EquivalentTo(builder.Dossier.Work.Select(work => work.StepId)).And.Not.Empty
        );
        Assert.That(builder.Dossier.Work.Select(work => builder.Rules.StepOrNull(work.StepId)!.Kind), Is.All.EqualTo(StepKind.ConsultAgency));
    }

    private static IEnumerable<string> Move(DossierBuilder builder, Dictionary<string, string> chosen, DossierRules? target = null) =>
        [.. builder.Try(dossier => dossier.MoveTo(target ?? builder.Rules, chosen, builder.As(Administrator)))];
}

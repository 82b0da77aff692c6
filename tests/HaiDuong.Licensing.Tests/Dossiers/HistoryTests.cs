using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>The history says of each act what was done, in which role, of which step, from where to where.</summary>
internal sealed class HistoryTests
{
    [Test]
    public void StraightWay_IsWrittenActByAct()
    {
        var builder = new DossierBuilder().Issued();
        builder.Then(dossier => dossier.Return(new HandOver("Người nhận", null, ReturnBy.Counter, "Cán bộ", builder.Now, null), builder.As(builder.Clerk)));

        Assert.That(
            builder.Dossier.History.Select(line => $"{line.Act} {line.ActorRole} {line.StepId} {line.From}-{line.To} {line.Note}".Trim()),
            Is.EqualTo(
                new[]
                {
                    "Submit Applicant  Draft-AwaitingAcceptance",
                    "Accept CounterClerk receive AwaitingAcceptance-Accepted",
                    "Assign DivisionHead assign Accepted-InProcess Chuyên viên",
                    "Appraise Specialist appraise InProcess-AwaitingPayment",
                    "RecordPayment Accountant collect-fee AwaitingPayment-InProcess PT-0001: 3.900.000 đồng",
                    "DraftResult Specialist draft InProcess-InProcess",
                    "ApproveDraft DivisionHead review InProcess-InProcess",
                    "Sign Leader sign InProcess-InProcess",
                    "Issue RegistryClerk issue InProcess-ResultReady 01/GP-STTTT",
                    "HandOver CounterClerk return ResultReady-Returned Người nhận",
                }
            )
        );
        Assert.That(builder.Dossier.Revision, Is.EqualTo(builder.Dossier.History.Count + 1 + builder.Dossier.Papers.Count), "drafts and papers count too");
    }

    [TestCase(null, "Chuyên viên")]
    [TestCase("Gấp", "Chuyên viên: Gấp")]
    public void Assign_NotesToWhom_AndWhatWasSaid(string? note, string written)
    {
        var builder = new DossierBuilder().Accepted();
        var assignee = new Assignee(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division);

        builder.Then(dossier => dossier.Assign(assignee, note, builder.As(builder.Head)));

        Assert.That(builder.Dossier.History[^1].Note, Is.EqualTo(written));
    }

    [Test]
    public void Act_OfSomebodyWithSeveralRoles_StandsUnderTheOneThatItTook()
    {
        var builder = new DossierBuilder().Assigned();
        var both = builder.Head with { Roles = [new RoleHolding(StaffRole.Inspector, "hp-culture-office"), .. builder.Head.Roles] };
        builder.Then(dossier => dossier.AskWithdrawal("Đổi ý", null, builder.As(builder.Applicant)));

        builder.Then(dossier => dossier.RefuseWithdrawal("Đã có dự thảo", builder.As(both)));

        var line = builder.Dossier.History[^1];
        Assert.That((line.ActorRole, line.ActorUnit, line.Note), Is.EqualTo((StaffRole.DivisionHead, builder.Division, "Đã có dự thảo")));
    }

    [Test]
    public void Step_IsWrittenWithItsBeginningItsEndAndItsClass()
    {
        var builder = new DossierBuilder().Assigned();
        var work = builder.Dossier.Work.Single();
        builder.Now = builder.Now.PlusHours(1);

        builder.Then(dossier => dossier.Appraise("appraise", builder.AllChecks, "Done", "Đủ điều kiện", builder.As(builder.Specialist)));

        var line = builder.Dossier.History[^1];
        Assert.That(
            (line.StepTitle, line.StepSince, line.StepDueAt, line.StatutoryDue, line.Note),
            Is.EqualTo((work.Title, work.Since, work.DueAt, builder.Dossier.StatutoryDue, "Đủ điều kiện"))
        );
        Assert.That((line.ActorId, line.ActorName), Is.EqualTo((builder.Specialist.AccountId, builder.Specialist.Name)));
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Trả việc về phòng: the work waits for anybody of the division, and nobody else's is touched.</summary>
internal sealed class ReleaseTests
{
    [Test]
    public void Release_ByWhoeverHasIt_LaysTheWorkBeforeTheDivision()
    {
        var builder = new DossierBuilder().Assigned();
        var due = builder.Dossier.Due;

        builder.Then(dossier => dossier.Release("  Nghỉ phép ", builder.As(builder.Specialist)));

        var work = builder.Dossier.Work.Single();
        Assert.That(builder.Dossier.Specialist, Is.Null);
        Assert.That((work.StepId, work.Role, work.AssigneeId, work.Unit), Is.EqualTo(("appraise", StaffRole.Specialist, (Guid?)null, builder.Division)));
        Assert.That(builder.Dossier.Due, Is.EqualTo(due));
        var line = builder.Dossier.History[^1];
        Assert.That((line.Act, line.Note, line.ActorName), Is.EqualTo((DossierAct.Release, $"{builder.Specialist.Name}: Nghỉ phép", builder.Specialist.Name)));
    }

    [Test]
    public void Work_ThatChangesHands_GainsNoTime()
    {
        var builder = new DossierBuilder().Assigned();
        var before = builder.Dossier.Work.Single();
        var other = new Assignee(Guid.CreateVersion7(), "Chuyên viên khác", builder.Division);
        builder.Now = builder.Now.PlusDays(9);

        builder.Then(dossier => dossier.Assign(other, null, builder.As(builder.Head)));
        var moved = builder.Dossier.Work.Single();
        builder.Then(dossier => dossier.Release("Nghỉ phép", builder.As(builder.Head)));
        var released = builder.Dossier.Work.Single();

        Assert.That(moved.AssigneeId, Is.EqualTo(other.AccountId));
        Assert.That(
            new[] { moved, released }.Select(item => (item.Since, item.DueAt, item.WarnFrom, item.LateFrom)),
            Has.All.EqualTo((before.Since, before.DueAt, before.WarnFrom, before.LateFrom))
        );
        Assert.That(
            builder.Dossier.Notices.Where(notice => notice.Kind == NoticeKind.WorkAssigned).Select(notice => notice.AccountId),
            Is.EqualTo(new[] { before.AssigneeId, other.AccountId }),
            "and each is told"
        );
    }

    [Test]
    public void Assign_ToWhoeverHasIt_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();
        var same = new Assignee(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division);

        Assert.That(builder.Try(dossier => dossier.Assign(same, null, builder.As(builder.Head))), Is.EqualTo((string[])["AssigneeAlready"]));
    }

    [Test]
    public void Release_OfWhatNobodyHas_OrByAnother_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();
        var other = DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, builder.Division);

        Assert.That(
            builder.Dossier.Release("Nghỉ phép", builder.As(other)).Single(),
            Has.Property("Code").EqualTo("StepNotYours").And.Property("Sentence").Contains(builder.Specialist.Name)
        );
        builder.Then(dossier => dossier.Release("Nghỉ phép", builder.As(builder.Specialist)));
        Assert.That(builder.Try(dossier => dossier.Release("Nữa", builder.As(builder.Specialist))), Is.EqualTo((string[])["NothingToRelease"]));
    }

    [Test]
    public void Release_OfADossierThatWaitsForItsApplicant_IsForWhatComesAfter()
    {
        var builder = new DossierBuilder().SupplementAsked();

        builder.Then(dossier => dossier.Release("Nghỉ phép", builder.As(builder.Head)));
        builder.Then(dossier => dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant)));
        builder.Then(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant)));

        Assert.That(builder.Dossier.Work.Single(), Has.Property("AssigneeId").Null.And.Property("Role").EqualTo(StaffRole.Specialist));
    }

    [Test]
    public void Release_WithoutAReason_IsRefused()
    {
        var builder = new DossierBuilder().Assigned();

        Assert.That(builder.Try(dossier => dossier.Release(" ", builder.As(builder.Head))), Is.EqualTo((string[])["ReasonRequired"]));
        Assert.That(builder.Dossier.Specialist, Is.Not.Null);
    }

    [Test]
    public void Claim_OfWhatNobodyHas_GivesItsWorkToTheFirst_AndTellsTheSecondWhoThatIs()
    {
        var builder = new DossierBuilder().Assigned();
        var before = builder.Dossier.Work.Single();
        var first = DossierBuilder.Holder("Người nhận trước", StaffRole.Specialist, builder.Division);
        builder.Then(dossier => dossier.Release("Nghỉ phép", builder.As(builder.Head)));
        builder.Now = builder.Now.PlusDays(2);

        builder.Then(dossier => dossier.Claim(builder.As(first)));

        var work = builder.Dossier.Work.Single();
        Assert.That((builder.Dossier.Specialist!.AccountId, work.AssigneeId), Is.EqualTo((first.AccountId, first.AccountId)));
        Assert.That((work.Since, work.DueAt), Is.EqualTo((before.Since, before.DueAt)), "due as before");
        Assert.That((builder.Dossier.History[^1].Act, builder.Dossier.History[^1].ActorName), Is.EqualTo((DossierAct.Claim, first.Name)));
        var late = builder.Dossier.Claim(builder.As(builder.Specialist)).Single();
        Assert.That((late.Code, late.Sentence.Contains(first.Name, StringComparison.Ordinal)), Is.EqualTo(("ClaimedBy", true)));
        Assert.That(builder.Try(dossier => dossier.Claim(builder.As(first))), Is.EqualTo((string[])["ClaimedByYou"]));
    }

    [Test]
    public void Claim_OfWhatTheHeadHasToAssign_IsRefused()
    {
        var accepted = new DossierBuilder().Accepted();
        var hidden = new DossierBuilder("denunciation-settlement").Accepted();

        Assert.That(accepted.Try(dossier => dossier.Claim(accepted.As(accepted.Specialist))), Is.EqualTo((string[])["NothingToClaim"]));
        Assert.That(hidden.Try(dossier => dossier.Claim(hidden.As(hidden.Specialist))), Is.EqualTo((string[])["HiddenNotClaimed"]));
    }

    [Test]
    public void Release_OfADossierThatHidesItsSender_IsForNobody()
    {
        var builder = new DossierBuilder("denunciation-settlement").Assigned();

        Assert.That(builder.Try(dossier => dossier.Release("Nghỉ phép", builder.As(builder.Specialist))), Is.EqualTo((string[])["HiddenNotReleased"]));
    }
}

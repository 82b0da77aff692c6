using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What the counter took in by mistake ends the same day, while nobody has worked on it.</summary>
internal sealed class VoidTakeInTests
{
    private static DossierBuilder TakenIn() => new DossierBuilder(channel: SubmissionChannel.Counter).Accepted();

    private static IEnumerable<string> Void(DossierBuilder builder, Actor actor, string reason = "Nhập nhầm thủ tục") =>
        builder.Try(dossier => dossier.VoidTakeIn(reason, builder.As(actor)));

    [Test]
    public void VoidTakeIn_TheSameDay_EndsTheDossier_WithNothingDue_AndTellsTheApplicant()
    {
        var builder = TakenIn();
        builder.Now = builder.Now.PlusHours(3);

        Assert.That(Void(builder, builder.Clerk), Is.Empty);

        var dossier = builder.Dossier;
        Assert.That((dossier.Status, dossier.Code, dossier.FinishedAt), Is.EqualTo((DossierStatus.Stopped, "000.00.13.H23-260302-0001", builder.Now)));
        Assert.That((dossier.Due.IsVoid, dossier.Due.ClassAt(builder.Now), dossier.Due.Stands), Is.EqualTo((true, DueClass.Voided, false)));
        Assert.That((dossier.FinishClass, dossier.LateFrom, dossier.FeesDue), Is.EqualTo(((FinishClass?)null, (LocalDateTime?)null, 0m)));
        Assert.That((dossier.Work, dossier.RouteState!.IsFinished), Is.EqualTo((Array.Empty<WorkItem>(), true)));
        Assert.That(dossier.WhyDateRests(builder.Now, DeadlineTexts.Official), Does.Contain("tiếp nhận nhầm"));
        Assert.That((dossier.History[^1].Act, dossier.History[^1].Note), Is.EqualTo((DossierAct.VoidTakeIn, "Nhập nhầm thủ tục")));
        Assert.That(dossier.Notices.Single(notice => notice.Kind == NoticeKind.TakeInVoided).Facts["reason"], Is.EqualTo("Nhập nhầm thủ tục"));
    }

    [Test]
    public void VoidTakeIn_ByAnotherClerkOfTheDeskOrItsHead_IsDone()
    {
        foreach (var role in new[] { StaffRole.CounterClerk, StaffRole.CentreLeader })
            Assert.That(Void(TakenIn(), DossierBuilder.Holder("Người khác của quầy", role, "hp-service-centre")), Is.Empty, role.ToString());
    }

    [Test]
    public void VoidTakeIn_WithoutAReason_IsRefused() => Assert.That(Void(TakenIn(), TakenIn().Clerk, " "), Is.EqualTo((string[])["ReasonRequired"]));

    [Test]
    public void VoidTakeIn_TheNextDay_IsRefused()
    {
        var builder = TakenIn();
        builder.Now = builder.Now.Date.PlusDays(1).AtMidnight();

        Assert.That(Void(builder, builder.Clerk), Is.EqualTo((string[])["VoidTooLate"]));
    }

    [Test]
    public void VoidTakeIn_OnceSomebodyHasActed_IsRefused_ButTheSystemIsNobody()
    {
        var assigned = new DossierBuilder(channel: SubmissionChannel.Counter).Assigned();
        var named = new DossierBuilder("complaint-settlement", SubmissionChannel.Counter).Accepted();
        named.Then(dossier => dossier.NameDenounced(new DenouncedPerson(Guid.CreateVersion7(), "Ai đó", false), named.As(Actor.System)));

        Assert.That(Void(assigned, assigned.Clerk), Is.EqualTo((string[])["VoidTouched"]));
        Assert.That(Void(named, named.Clerk), Is.Empty);
    }

    [Test]
    public void VoidTakeIn_OfWhatItsApplicantSent_IsRefused()
    {
        var online = new DossierBuilder().Accepted();

        Assert.That(Void(online, online.Clerk), Is.EqualTo((string[])["VoidOnline"]));
    }

    [Test]
    public void VoidTakeIn_Twice_IsRefused()
    {
        var builder = TakenIn();

        Assert.That(Void(builder, builder.Clerk), Is.Empty);
        Assert.That(Void(builder, builder.Clerk), Is.EqualTo((string[])["StepNotWaiting"]));
    }
}

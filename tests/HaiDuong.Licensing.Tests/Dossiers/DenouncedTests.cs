using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>Whom a denunciation is about neither reads it nor does anything of it, and it goes on around them.</summary>
public sealed class DenouncedTests
{
    private const string Denunciation = "denunciation-settlement";
    private static readonly Actor Head = DossierBuilder.Holder("Trưởng phòng", StaffRole.DivisionHead, "hp-science-office");

    [Test]
    public void Head_WhoIsDenounced_NeitherReadsNorActs()
    {
        var builder = HeadDenounced(new DossierBuilder(Denunciation).Accepted());

        Assert.That(Reads(Head, builder.Dossier), Is.False);
        Assert.That(AccessTable.MaySeeApplicant(Head, builder.Dossier, DossierBuilder.Organisation, DossierBuilder.Start.Date), Is.False);
        Assert.That(Enum.GetValues<DossierAct>().Where(act => builder.Dossier.WhyNot(act, builder.As(Head)).Count == 0), Is.Empty);
        Assert.That(builder.Try(dossier => dossier.AskWithdrawal(null, builder.PaperOf("x"), builder.As(Head))), Is.EqualTo((string[])["ShutOut"]));
    }

    [Test]
    public void Leader_DoesWhatTheDenouncedHeadWould_AndNoOtherHeadOfTheDivision()
    {
        var builder = HeadDenounced(new DossierBuilder(Denunciation).Accepted());
        var deputy = DossierBuilder.Holder("Phó trưởng phòng", StaffRole.DivisionHead, builder.Division);
        var assignee = new Assignee(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division);

        Assert.That(builder.Dossier.Work.Select(item => item.Role), Is.EqualTo((StaffRole[])[StaffRole.Leader]));
        Assert.That(builder.Try(dossier => dossier.Assign(assignee, null, builder.As(deputy))), Is.EqualTo((string[])["StepNotYours"]));
        Assert.That(
            builder.Try(dossier => dossier.Assign(assignee with { AccountId = Head.AccountId!.Value }, null, builder.As(builder.Leader))),
            Is.EqualTo((string[])["AssigneeShutOut"])
        );
        builder.Then(dossier => dossier.Assign(assignee, null, builder.As(builder.Leader)));
        Assert.That(builder.Dossier.Work.Single().AssigneeId, Is.EqualTo(assignee.AccountId));
    }

    [Test]
    public void Specialist_WhoIsDenouncedLater_LosesTheWorkToTheDivision()
    {
        var builder = new DossierBuilder(Denunciation).Assigned();
        builder.Then(dossier =>
            dossier.NameDenounced(new DenouncedPerson(builder.Specialist.AccountId!.Value, "Chuyên viên", false), builder.As(builder.Leader))
        );
        var other = DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, builder.Division);

        var work = builder.Dossier.Work.Single();

        Assert.That(builder.Rules.StepOrNull(work.StepId)!.Kind, Is.EqualTo(StepKind.AppraiseDossier));
        Assert.That((builder.Dossier.MayDo(work, builder.Specialist), builder.Dossier.MayDo(work, other)), Is.EqualTo((false, true)));
        Assert.That(Reads(builder.Specialist, builder.Dossier), Is.False);
    }

    [Test]
    public void Work_ThatGoesAroundTheDenounced_IsDueAndLateAsBefore()
    {
        var builder = new DossierBuilder(Denunciation).Assigned();
        var before = builder.Dossier.Work.Single();

        builder.Then(dossier =>
            dossier.NameDenounced(new DenouncedPerson(builder.Specialist.AccountId!.Value, "Chuyên viên", false), builder.As(builder.Leader))
        );

        var work = builder.Dossier.Work.Single();
        Assert.That(work.Id, Is.Not.EqualTo(before.Id));
        Assert.That(
            (work.Since, work.DueAt, work.WarnFrom, work.LateFrom, work.PressesFrom),
            Is.EqualTo((before.Since, before.DueAt, before.WarnFrom, before.LateFrom, before.PressesFrom))
        );
        Assert.That(work.LateFrom, Is.Not.Null);
    }

    [Test]
    public void NameDenounced_IsTheCountersUntilAssigned_AndTheLeaders()
    {
        var accepted = new DossierBuilder(Denunciation).Accepted();
        var assigned = new DossierBuilder(Denunciation).Assigned();

        Assert.That(accepted.Dossier.WhyNot(DossierAct.NameDenounced, accepted.As(accepted.Clerk)), Is.Empty);
        Assert.That(assigned.Dossier.WhyNot(DossierAct.NameDenounced, assigned.As(assigned.Clerk)).Single().Code, Is.EqualTo("StepNotYours"));
        Assert.That(assigned.Dossier.WhyNot(DossierAct.NameDenounced, assigned.As(assigned.Leader)), Is.Empty);
        Assert.That(assigned.Dossier.WhyNot(DossierAct.NameDenounced, assigned.As(assigned.Specialist)).Single().Code, Is.EqualTo("StepNotYours"));
    }

    [Test]
    public void NameDenounced_InAProcedureThatIsAboutNobody_IsRefused()
    {
        var builder = new DossierBuilder().Accepted();

        Assert.That(builder.Dossier.WhyNot(DossierAct.NameDenounced, builder.As(builder.Leader)).Single().Code, Is.EqualTo("DenouncedNotHere"));
    }

    [Test]
    public void ReadmitDenounced_ByTheLeaderWithAReason_GivesTheWorkBack()
    {
        var builder = HeadDenounced(new DossierBuilder(Denunciation).Accepted());

        Assert.That(
            builder.Try(dossier => dossier.ReadmitDenounced(Head.AccountId!.Value, "", builder.As(builder.Leader))),
            Is.EqualTo((string[])["ReasonRequired"])
        );
        Assert.That(
            builder.Try(dossier => dossier.ReadmitDenounced(Head.AccountId!.Value, "Trùng tên", builder.As(builder.Clerk))),
            Is.EqualTo((string[])["StepNotYours"])
        );
        builder.Then(dossier => dossier.ReadmitDenounced(Head.AccountId!.Value, "Trùng tên", builder.As(builder.Leader)));

        Assert.That(builder.Dossier.Work.Single().Role, Is.EqualTo(StaffRole.DivisionHead));
        Assert.That(Reads(Head, builder.Dossier));
    }

    private static DossierBuilder HeadDenounced(DossierBuilder builder) =>
        builder.Then(dossier => dossier.NameDenounced(new DenouncedPerson(Head.AccountId!.Value, Head.Name, HeadsDivision: true), builder.As(builder.Clerk)));

    private static bool Reads(Actor actor, Dossier dossier) => AccessTable.MayRead(actor, dossier, DossierBuilder.Organisation, DossierBuilder.Start.Date);
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What the upgrade works out for a dossier stored before its due state was kept is what its acts would have kept.</summary>
internal sealed class DueStateUpgradeTests
{
    private static readonly Dictionary<string, Func<DossierBuilder>> States = new()
    {
        ["draft"] = () => new DossierBuilder(),
        ["submitted"] = () => new DossierBuilder().Submitted(),
        ["asked before acceptance"] = AskedAtTheDoor,
        ["asked before acceptance, being withdrawn"] = () => Recorded(AskedAtTheDoor()),
        ["being withdrawn before acceptance"] = () => Recorded(new DossierBuilder().Submitted()),
        ["withdrawn before acceptance"] = () =>
            new DossierBuilder().Submitted() is var builder ? builder.Then(dossier => dossier.AskWithdrawal(null, null, builder.As(builder.Applicant))) : null!,
        ["refused at the door"] = () =>
            new DossierBuilder().Submitted() is var builder ? builder.Then(dossier => dossier.RefuseAtDoor("Không", builder.As(builder.Clerk))) : null!,
        ["stopped before acceptance"] = () => Stopped(AskedAtTheDoor(), builder => builder.Clerk),
        ["accepted"] = () => new DossierBuilder().Accepted(),
        ["asked"] = () => new DossierBuilder().SupplementAsked(),
        ["waiting for the fee"] = () => new DossierBuilder().Appraised(),
        ["stopped"] = () => Stopped(new DossierBuilder().SupplementAsked(), builder => builder.Specialist),
        ["issued"] = () => new DossierBuilder().Issued(),
    };

    [Test]
    public void KeepDueState_GivesWhatTheActsKept([ValueSource(nameof(Names))] string state)
    {
        var builder = States[state]();
        var (dossier, before) = (builder.Dossier, Kept(builder.Dossier));

        dossier.KeepDueState(builder.Rules, builder.Now);

        Assert.That(Kept(dossier), Is.EqualTo(before));
    }

    private static IEnumerable<string> Names => States.Keys;

    private static string Kept(Dossier dossier) =>
        string.Join(
            "; ",
            dossier.Clock,
            dossier.PromisedDue,
            dossier.ReportDue,
            string.Join(", ", dossier.WarnAt),
            dossier.LateFrom,
            dossier.WaitOverFrom,
            string.Join(", ", dossier.Work.Select(item => item.PressesFrom))
        );

    private static DossierBuilder AskedAtTheDoor()
    {
        var builder = new DossierBuilder().Submitted();
        return builder.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu", builder.Day(5), builder.As(builder.Clerk)));
    }

    private static DossierBuilder Recorded(DossierBuilder builder) =>
        builder.Then(dossier => dossier.AskWithdrawal(null, builder.PaperOf(WithdrawalRequest.PaperKey), builder.As(builder.Clerk)));

    private static DossierBuilder Stopped(DossierBuilder builder, Func<DossierBuilder, Actor> by)
    {
        builder.Now = builder.Dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).At(new LocalTime(9, 0));
        return builder
            .Then(dossier => dossier.ExpireSupplement(builder.As(Actor.System)))
            .Then(dossier => dossier.Stop(dossier.Work.Single().StepId, "Không bổ sung", builder.As(by(builder))));
    }
}

using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What the registry does with a signed result: number and seal it, number it again, or send it back.</summary>
internal sealed class IssuedResultTests
{
    [Test]
    public void Issue_WritesNumberDayFileAndWhoSealed_AndUntilWhenItIsValid()
    {
        var builder = new DossierBuilder("distribution-registration").Signed();
        builder.Now = builder.Now.PlusHours(2);

        builder.Then(dossier => dossier.Issue("issue", "01/GXN", builder.Now.Date, "c", builder.As(builder.Registry)));

        var decision = builder.Dossier.Decision!;
        Assert.That(
            (decision.Number, decision.IssuedOn, decision.IssuedFile, decision.SealedAt, decision.SealedBy),
            Is.EqualTo(("01/GXN", (NodaTime.LocalDate?)builder.Now.Date, "c", (NodaTime.LocalDateTime?)builder.Now, builder.Registry.Name))
        );
        Assert.That(decision.ValidTo, Is.EqualTo(builder.Rules.Procedure.Result.ValidTo(builder.Dossier.ResultDraft!.Fields, builder.Now.Date)));
    }

    [Test]
    public void Renumber_WithAReason_CancelsTheNumber_TellsTheApplicant_AndLeavesTheFinish()
    {
        var builder = new DossierBuilder().Issued();
        var finished = builder.Dossier.FinishedAt;
        builder.Now = builder.Now.PlusDays(1);

        Assert.That(
            builder.Try(dossier => dossier.Renumber("02/GP", builder.Now.Date, "d", " ", builder.As(builder.Registry))),
            Is.EqualTo((string[])["ReasonRequired"])
        );
        builder.Then(dossier => dossier.Renumber("02/GP", builder.Now.Date, "d", "Rách", builder.As(builder.Registry)));

        var dossier = builder.Dossier;
        Assert.That((dossier.Decision!.Number, dossier.Decision.IssuedFile, dossier.FinishedAt), Is.EqualTo(("02/GP", "d", finished)));
        Assert.That(
            (dossier.History[^1].Note, dossier.History[^1].To, dossier.History[^1].ActorRole),
            Is.EqualTo(("02/GP: Rách", DossierStatus.ResultReady, StaffRole.RegistryClerk))
        );
        Assert.That(
            dossier.Notices.Where(notice => notice.Kind == NoticeKind.ResultReady).Select(notice => notice.Facts["number"]).Last(),
            Is.EqualTo("02/GP")
        );
    }

    [TestCase(false, "draft")]
    [TestCase(true, "sign")]
    public void Registry_SendsBackWhatIsSigned_AndTheSignatureFalls(bool isDamaged, string step)
    {
        var builder = new DossierBuilder().Signed();
        var signed = builder.Dossier.Decision!;
        IReadOnlyList<Domain.Refusal> Back(Dossier dossier, string reason) =>
            isDamaged
                ? dossier.AskToSignAgain("issue", reason, builder.As(builder.Registry))
                : dossier.SendBackSigned("issue", reason, builder.As(builder.Registry));

        Assert.That(builder.Try(dossier => Back(dossier, "")), Is.EqualTo((string[])["ReasonRequired"]));
        builder.Then(dossier => Back(dossier, " Sai ngày "));

        var back = builder.Dossier;
        Assert.That((back.Work.Single().StepId, back.Decision), Is.EqualTo((step, (Domain.Decisions.Decision?)null)));
        Assert.That(back.FallenSignatures, Is.EqualTo(new[] { signed with { IsFileDamaged = isDamaged } }));
        Assert.That(
            (back.ResultDraft!.SentBack!.By, back.ResultDraft.SentBack.At, back.ResultDraft.SentBack.Reason),
            Is.EqualTo((builder.Registry.Name, builder.Now, "Sai ngày"))
        );
        Assert.That(back.History[^1].Act, Is.EqualTo(DossierAct.SendBack));
    }

    [Test]
    public void SentBack_StaysWithTheDraft_UntilItIsAgreedTo()
    {
        var builder = new DossierBuilder().Approved();
        builder.Then(dossier => dossier.SendBack("sign", " Ghi rõ căn cứ ", builder.As(builder.Leader)));
        Assert.That(builder.Dossier.ResultDraft!.SentBack, Is.EqualTo(new Domain.Decisions.SentBack(builder.Leader.Name, builder.Now, "Ghi rõ căn cứ")));

        builder.Then(dossier => dossier.DraftResult("draft", dossier.ResultDraft!, builder.As(builder.Specialist)));
        Assert.That(builder.Dossier.ResultDraft.SentBack, Is.Not.Null);
        builder.Then(dossier => dossier.ApproveDraft("review", null, builder.As(builder.Head)));

        Assert.That(builder.Dossier.ResultDraft.SentBack, Is.Null);
    }
}

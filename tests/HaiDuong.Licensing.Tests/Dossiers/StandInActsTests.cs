using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>What somebody does in another person's place, and what no absence gives them.</summary>
public sealed class StandInActsTests
{
    [Test]
    public void Sign_ByADeputyWithoutADocument_IsRefusedWithWhatIsMissing()
    {
        var builder = new DossierBuilder().Approved();
        var deputy = Deputy(builder);

        var refusals = builder.Dossier.Sign("sign", Signed(builder), builder.As(deputy));

        Assert.That(refusals.Single().Code, Is.EqualTo("SigningNeedsMandate"));
        Assert.That(refusals.Single().Sentence, Does.Contain("KT. GIÁM ĐỐC – PHÓ GIÁM ĐỐC").And.Contain("02/03/2026"));
        Assert.That(builder.Dossier.MaySign("sign", builder.As(deputy)), Is.EqualTo(refusals));
        Assert.That(builder.Dossier.SendBack("sign", "Thiếu căn cứ", builder.As(deputy)), Is.Empty, "Sending back needs no signature.");
    }

    [Test]
    public void Sign_ByADeputy_NamesTheDocumentInTheHistory()
    {
        var builder = new DossierBuilder().Approved();

        Assert.That(builder.Dossier.Sign("sign", Signed(builder), builder.As(Deputy(builder, Given(builder)))), Is.Empty);

        var line = builder.Dossier.History[^1];
        Assert.That(line.Note, Is.EqualTo("KT. GIÁM ĐỐC – PHÓ GIÁM ĐỐC (15/QĐ-STTTT)"));
        Assert.That(line.OnBehalfOf, Is.Null, "A deputy signs as a leader of their own.");
    }

    [TestCase("publishing-permit", true)]
    [TestCase("denunciation-settlement", false)]
    public void Sign_ByAuthorisation_IsForTheNamedProceduresAlone(string slug, bool signs)
    {
        var builder = new DossierBuilder().Approved();
        var by = Given(builder, SigningForm.ByAuthorisation, slug);
        var head = DossierBuilder.Holder("Trưởng phòng khác", StaffRole.DivisionHead, "post-telecom");
        var actor = head with { Roles = [.. head.Roles, LeaderBy(builder, by)] };

        Assert.That(builder.Dossier.MaySign("sign", builder.As(actor)).Count == 0, Is.EqualTo(signs));
        Assert.That(AccessTable.MayRead(actor, builder.Dossier, DossierBuilder.Organisation, builder.Now.Date), Is.EqualTo(signs));
    }

    [Test]
    public void Work_OfWhoIsAway_IsDoneByWhoStandsIn_AndTheHistorySaysForWhom()
    {
        var builder = new DossierBuilder().Assigned();
        var colleague = DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, builder.Division);
        var work = builder.Dossier.Work.Single();

        Assert.That(builder.Dossier.MayDo(work, colleague), Is.False);
        var substitute = InPlaceOf(builder.Specialist, colleague);
        Assert.That(builder.Dossier.MayDo(work, substitute), Is.True);
        Assert.That(builder.Dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(substitute)), Is.Empty);

        Assert.That((builder.Dossier.History[^1].ActorName, builder.Dossier.History[^1].OnBehalfOf), Is.EqualTo(("Chuyên viên khác", "Chuyên viên")));
        Assert.That(builder.Dossier.Specialist!.Name, Is.EqualTo("Chuyên viên"), "It is theirs again when they are back.");
    }

    [TestCase("publishing-permit", true)]
    [TestCase("press-conference", false)]
    public void WhoStandsInForSomeProcedures_DoesWhatIsDoneBesideTheWorkOfTheirDossiersAlone(string slug, bool does)
    {
        var builder = new DossierBuilder().Assigned();
        var substitute = InPlaceOf(builder.Specialist, DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, "post-telecom"), slug);

        foreach (var act in new[] { DossierAct.Attach, DossierAct.Correct, DossierAct.CompleteForm })
            Assert.That(builder.Dossier.WhyNot(act, builder.As(substitute)).Any(refusal => refusal.Code == "StepNotYours"), Is.Not.EqualTo(does), $"{act}");
    }

    [Test]
    public void Work_OfADossierThatHidesItsSender_StaysWithWhoWasToldTheSender()
    {
        var builder = new DossierBuilder("denunciation-settlement").Accepted();
        builder.Then(dossier =>
            dossier.Assign(new Assignee(builder.Specialist.AccountId!.Value, builder.Specialist.Name, builder.Division), null, builder.As(builder.Head))
        );
        var substitute = InPlaceOf(builder.Specialist, DossierBuilder.Holder("Chuyên viên khác", StaffRole.Specialist, builder.Division));

        Assert.That(builder.Dossier.Work.Any(item => builder.Dossier.MayDo(item, substitute)), Is.False);
        Assert.That(AccessTable.MayRead(substitute, builder.Dossier, DossierBuilder.Organisation, builder.Now.Date), Is.False);
    }

    [Test]
    public void Head_WhomADossierIsAbout_PassesNothingOfItOn()
    {
        var builder = new DossierBuilder("denunciation-settlement").Accepted();
        var head = builder.Head;
        builder.Then(dossier => dossier.NameDenounced(new DenouncedPerson(head.AccountId!.Value, head.Name, true), builder.As(builder.Leader)));
        var substitute = InPlaceOf(head, DossierBuilder.Holder("Phó trưởng phòng", StaffRole.Specialist, builder.Division));

        Assert.That(AccessTable.MayRead(substitute, builder.Dossier, DossierBuilder.Organisation, builder.Now.Date), Is.False);
        Assert.That(builder.Dossier.WhyNot(DossierAct.Assign, builder.As(substitute)).Select(refusal => refusal.Code), Is.EqualTo(new[] { "StepNotYours" }));
    }

    private static Actor InPlaceOf(Actor person, Actor substitute, params string[] procedures)
    {
        var by = new Mandate(1, person.AccountId!.Value, person.Name) { Procedures = procedures };
        return substitute with { Roles = [.. substitute.Roles, .. person.Roles.Select(held => held with { By = by })] };
    }

    private static Actor Deputy(DossierBuilder builder, Mandate? by = null) =>
        new(
            Guid.CreateVersion7(),
            "Phó Giám đốc",
            [new RoleHolding(StaffRole.Leader, builder.Leader.Roles[0].Unit, "deputyDirector"), .. by is null ? [] : new[] { LeaderBy(builder, by) }]
        );

    private static RoleHolding LeaderBy(DossierBuilder builder, Mandate by) => new(StaffRole.Leader, builder.Leader.Roles[0].Unit, "director") { By = by };

    private static Mandate Given(DossierBuilder builder, SigningForm form = SigningForm.InPlaceOf, params string[] procedures) =>
        new(1, builder.Leader.AccountId!.Value, "Giám đốc")
        {
            Form = form,
            Position = "PHÓ GIÁM ĐỐC",
            Document = "15/QĐ-STTTT",
            Procedures = procedures,
        };

    private static Decision Signed(DossierBuilder builder) =>
        new(DecisionKind.Grant, new string('b', 64), "Phó Giám đốc", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", builder.Now, "CODE");
}

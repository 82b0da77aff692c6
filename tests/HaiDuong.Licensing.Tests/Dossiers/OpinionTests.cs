using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A question to another agency beside the route, and its answer.</summary>
internal sealed class OpinionTests
{
    private static readonly Actor Agency = DossierBuilder.Holder("Ban Tuyên giáo", StaffRole.ConsultedAgency, "propaganda");

    [Test]
    public void AskOpinion_LiesOnTheAgencysDesk_UntilItsDay_AndIsToldToIt()
    {
        var builder = Asked();
        var (opinion, work) = (builder.Dossier.Opinions.Single(), builder.Dossier.Work.Single(item => item.Role == StaffRole.ConsultedAgency));

        Assert.That(
            (work.Title, work.Unit, work.Since, work.DueAt, opinion.AnswerBy),
            Is.EqualTo(("Ý kiến", "propaganda", builder.Now, (NodaTime.LocalDateTime?)builder.Now.PlusDays(2), builder.Now.PlusDays(2)))
        );
        Assert.That((work.WarnFrom, work.LateFrom), Is.Not.EqualTo(((NodaTime.LocalDateTime?)null, (NodaTime.LocalDateTime?)null)));
        var facts = builder.Dossier.Notices.Single(notice => notice.Kind == NoticeKind.OpinionAsked).Facts;
        Assert.That(
            (facts["step"], facts["due"], facts["askedBy"]),
            Is.EqualTo(("Ý kiến", VietnameseDate.Print(builder.Now.PlusDays(2)), builder.Specialist.Name))
        );
        Assert.That((builder.Dossier.History[^1].Note, builder.Dossier.History[^1].ActorRole), Is.EqualTo(("Ý kiến", StaffRole.Specialist)));
    }

    [Test]
    public void GiveOpinion_ByTheAgency_IsKeptWithWhoAndWhen_AndTakesTheWorkAway()
    {
        var builder = Asked();
        var asked = builder.Dossier.Opinions.Single();
        builder.Now = builder.Now.PlusHours(1);
        Assert.That((builder.Dossier.IsOnDesk(asked, Agency), builder.Dossier.IsOnDesk(asked, builder.Specialist)), Is.EqualTo((true, false)));
        Assert.That(builder.Dossier.MayAnswer(asked, builder.As(builder.Specialist)), Is.True, "from its letter");

        builder.Then(dossier => dossier.GiveOpinion(asked.Id, OpinionAnswer.AgreeOnConditions, "Bỏ trang 3", builder.As(Agency)));

        Assert.That(
            builder.Dossier.Opinions.Single(),
            Is.EqualTo(
                asked with
                {
                    Answer = OpinionAnswer.AgreeOnConditions,
                    Text = "Bỏ trang 3",
                    AnsweredBy = "Ban Tuyên giáo",
                    AnsweredAt = builder.Now,
                    Way = OpinionWay.Desk,
                }
            )
        );
        Assert.That(builder.Dossier.Work.Select(item => item.Role), Has.None.EqualTo(StaffRole.ConsultedAgency));
        Assert.That(builder.Dossier.History[^1].Note, Is.EqualTo("Bỏ trang 3"));
        Assert.That(builder.Dossier.IsOnDesk(asked with { Answer = OpinionAnswer.Agree }, Agency), Is.False);
    }

    [TestCase(OpinionAnswer.Agree, true)]
    [TestCase(OpinionAnswer.NotConcerned, true)]
    [TestCase(OpinionAnswer.AgreeOnConditions, false)]
    [TestCase(OpinionAnswer.Disagree, false)]
    public void GiveOpinion_WithoutAText_IsEnoughWhereNothingIsDemanded(OpinionAnswer answer, bool isEnough)
    {
        var builder = Asked();

        Assert.That(
            builder.Try(dossier => dossier.GiveOpinion(dossier.Opinions[0].Id, answer, "", builder.As(Agency))),
            isEnough ? Is.Empty : Is.EqualTo((string[])["ReasonRequired"])
        );
    }

    [Test]
    public void AskOpinion_UntilADayBeforeEveryCalendar_IsRefused()
    {
        var builder = Asked();

        var refused = builder.Try(dossier =>
            dossier.AskOpinion("culture", "Ý kiến", new NodaTime.LocalDateTime(1900, 1, 1, 17, 0), [], null, builder.As(builder.Specialist))
        );

        Assert.That(refused, Does.Contain("AppointedDayPast"));
    }

    [Test]
    public void AskOpinion_KeepsTheFindingsThatItDoesNotBring()
    {
        var builder = new DossierBuilder().Assigned();
        var checks = builder.AllChecks;
        IReadOnlyList<Domain.Refusal> Ask(Dossier dossier, string agency, CheckResult[] soFar) =>
            dossier.AskOpinion(agency, "Ý kiến", builder.Now.PlusDays(2), soFar, null, builder.As(builder.Specialist));

        builder.Then(dossier => Ask(dossier, "propaganda", checks[..2]));
        builder.Then(dossier => Ask(dossier, "police", [checks[1] with { Met = false }]));

        Assert.That(builder.Dossier.Checks, Is.EqualTo(new[] { checks[0], checks[1] with { Met = false } }));
    }

    [Test]
    public void Work_PressesFromTheMomentAtWhichItOrItsDossierIsLate()
    {
        var builder = new DossierBuilder().Assigned();
        var late = builder.Dossier.LateFrom!.Value;
        var far = builder.Rules.Calendar.OnOrAfter(late.Date.PlusDays(7)).At(new NodaTime.LocalTime(9, 0));
        var act = builder.As(builder.Specialist) with { Seen = DossierBuilder.Far(far.Date) };
        builder.Then(dossier => dossier.AskOpinion("propaganda", "Ý kiến", far, [], null, act));

        var step = builder.Dossier.Work.Single(item => item.StepId == "appraise");
        var opinion = builder.Dossier.Work.Single(item => item.StepId != "appraise");
        Assert.That((opinion.PressesFrom, opinion.LateFrom > late), Is.EqualTo((late, true)));
        Assert.That((step.PressesFrom, step.LateFrom < late), Is.EqualTo((step.LateFrom, true)));
    }

    private static DossierBuilder Asked()
    {
        var builder = new DossierBuilder().Assigned();
        return builder.Then(dossier => dossier.AskOpinion("propaganda", "Ý kiến", builder.Now.PlusDays(2), [], null, builder.As(builder.Specialist)));
    }
}

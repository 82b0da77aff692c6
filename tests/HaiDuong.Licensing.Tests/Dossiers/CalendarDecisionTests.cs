using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A storm on 05/03/2026, announced on 03/03 for a dossier of 02/03: the head of the one-stop unit lets the date move, or keeps it.</summary>
internal sealed class CalendarDecisionTests
{
    private static readonly LocalDateTime Announced = new(2026, 3, 3, 14, 0);
    private static readonly Actor Head = DossierBuilder.Holder("Giám đốc Trung tâm", StaffRole.CentreLeader, "hp-service-centre");

    [Test]
    public void AdoptCalendar_MovesTheDates_SaysWhyInTheHistory_AndTellsTheApplicant()
    {
        var (builder, act) = Accepted();
        var (law, promise) = (builder.Dossier.StatutoryDue!.Value, builder.Dossier.PromisedDue!.Value);
        Assert.That(builder.Dossier.ReadClockWithNewCalendar(act)!.StatutoryDue, Is.GreaterThan(law));

        Assert.That(builder.Dossier.AdoptCalendar(Announced, act), Is.Empty);

        var dossier = builder.Dossier;
        Assert.That(dossier.StatutoryDue, Is.GreaterThan(law));
        Assert.That(
            (dossier.History[^1].Note, dossier.History[^1].ActorRole),
            Is.EqualTo(
                (DeadlineTexts.Moved(law, dossier.StatutoryDue!.Value, promise, dossier.PromisedDue!.Value, "Nghỉ do bão (Công điện)"), StaffRole.CentreLeader)
            )
        );
        Assert.That(dossier.Ledger[^1].Reason, Is.EqualTo("Nghỉ do bão (Công điện)"));
        var facts = dossier.Notices.Single(notice => notice.Kind == NoticeKind.DueDateMoved).Facts;
        Assert.That((facts["old"], facts["due"]), Is.EqualTo((VietnameseDate.Print(promise), VietnameseDate.Print(dossier.PromisedDue!.Value))));
        Assert.That(facts["reason"], Does.Contain("Nghỉ do bão (Công điện)"));
        Assert.That(dossier.ReadClockWithNewCalendar(act), Is.Null, "nothing more moves");
    }

    [Test]
    public void KeepDueDate_WithAReason_LeavesTheDates_AndSaysWhyInTheHistory()
    {
        var (builder, act) = Accepted();
        var due = builder.Dossier.StatutoryDue;

        Assert.That(builder.Try(dossier => dossier.KeepDueDate(Announced, " ", act)), Is.EqualTo((string[])["ReasonRequired"]));
        Assert.That(builder.Dossier.KeepDueDate(Announced, " Vẫn kịp ", act), Is.Empty);

        Assert.That(builder.Dossier.StatutoryDue, Is.EqualTo(due));
        Assert.That(
            (builder.Dossier.History[^1].Note, builder.Dossier.History[^1].ActorRole),
            Is.EqualTo(("Nghỉ do bão (Công điện): Vẫn kịp", StaffRole.CentreLeader))
        );
    }

    [Test]
    public void Calendar_OfADossierThatHasEndedOrIsNotAccepted_IsNotDecided()
    {
        foreach (var builder in new[] { new DossierBuilder().Submitted(), new DossierBuilder().Issued() })
        {
            Assert.That(builder.Try(dossier => dossier.AdoptCalendar(builder.Now, builder.As(Head))), Is.EqualTo((string[])["DueDateOfClosedDossier"]));
            Assert.That(builder.Dossier.ReadClockWithNewCalendar(builder.As(Head)), Is.Null);
        }
    }

    private static (DossierBuilder Builder, ActContext Act) Accepted()
    {
        var builder = new DossierBuilder().Accepted();
        builder.Now = new LocalDateTime(2026, 3, 4, 9, 0);
        var storm = new CalendarEntry(new LocalDate(2026, 3, 5), CalendarEntryKind.Closure, "Nghỉ do bão", Announced.Date, "Công điện") { KnownAt = Announced };
        return (builder, builder.As(Head) with { Rules = builder.Rules with { Calendar = builder.Rules.Calendar.WithEntries([storm]) } });
    }
}

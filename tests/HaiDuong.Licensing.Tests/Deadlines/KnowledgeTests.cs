using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Tests.Dossiers;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>Which announcements of the calendar count (rule V1): those known when the date was given, and later ones only when the head lets them.</summary>
internal sealed class KnowledgeTests
{
    private static readonly Term TenDays = new(10, TermUnit.WorkingDay);

    // Accepted on Monday 02/03/2026; the storm of Thursday 12/03 is announced on 05/03 at 14:00.
    private static readonly WorkingCalendar Stormy = Calendar.WithEntries([
        new CalendarEntry(Day("2026-03-12"), CalendarEntryKind.Closure, "Nghỉ do bão", Day("2026-03-05"), "Công điện") { KnownAt = At("2026-03-05 14:00") },
    ]);

    [Test]
    public void AnnouncementAfterAcceptance_MovesNothing()
    {
        var reading = Known(Restart, Accept("2026-03-02 09:00"));

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-16 17:00")));
        Assert.That(reading.KnownAt, Is.EqualTo(At("2026-03-02 09:00")));
    }

    [TestCase("2026-03-05 13:59", "2026-03-19 17:00", Description = "received the minute before: not counted with it")]
    [TestCase("2026-03-05 14:00", "2026-03-20 17:00", Description = "received when it was known: counted with it")]
    public void DossierOfTheSameDay_IsCountedByTheHourOfTheAnnouncement(string accepted, string due) =>
        Assert.That(Known(Restart, Accept(accepted)).StatutoryDue, Is.EqualTo(At(due)));

    [Test]
    public void DateGivenInIgnorance_SaysSoInTheLedger()
    {
        var unaware = Accept("2026-03-05 15:00") with { KnownAt = At("2026-02-26 00:00") };

        Assert.That(Known(Restart, unaware).StatutoryDue, Is.EqualTo(At("2026-03-19 17:00")), "the desk had not heard yet");
    }

    [Test]
    public void Restart_GivesItsDateByWhatIsKnownThen()
    {
        var reading = Known(
            Restart,
            Accept("2026-03-02 09:00"),
            Event("2026-03-04 09:00", ClockEventKind.SupplementAsked),
            Event("2026-03-06 09:00", ClockEventKind.SupplementReceived)
        );

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-23 17:00")), "ten days from 09/03 without 12/03");
    }

    [Test]
    public void Pause_KeepsTheCalendarOfTheAcceptance()
    {
        var reading = Known(
            Pause,
            Accept("2026-03-02 09:00"),
            Event("2026-03-04 09:00", ClockEventKind.SupplementAsked),
            Event("2026-03-06 09:00", ClockEventKind.SupplementReceived)
        );

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-18 17:00")));
    }

    [Test]
    public void Adoption_CountsTheAnnouncement_AndStandsInTheProof()
    {
        var adopted = Event("2026-03-06 10:00", ClockEventKind.AdoptCalendar) with { KnownAt = At("2026-03-05 14:00"), Reason = "Nghỉ do bão (Công điện)" };

        var reading = Known(Restart, Accept("2026-03-02 09:00"), adopted);

        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-03-17 17:00")));
        Assert.That(reading.Proof.Select(line => line.Reason), Does.Contain(ProofReason.CalendarAdopted).And.Contain(ProofReason.Closure));
    }

    [Test]
    public void EarlierEvents_StayJudgedByWhatWasKnownThen()
    {
        // 12/03 was off when the supplement was asked on the last day, 17/03; later the office worked on 12/03 after all.
        var worked = Stormy.WithEntries([
            new CalendarEntry(Day("2026-03-12"), CalendarEntryKind.WorkingDay, "Không nghỉ nữa", Day("2026-03-18"), "Công điện")
            {
                KnownAt = At("2026-03-18 08:00"),
            },
        ]);
        ClockEvent[] ledger =
        [
            Accept("2026-03-02 09:00") with
            {
                KnownAt = At("2026-03-05 14:00"),
            },
            Event("2026-03-17 09:00", ClockEventKind.SupplementAsked),
            Event("2026-03-19 09:00", ClockEventKind.SupplementReceived),
        ];

        var reading = DeadlineClock.Read(TenDays, Restart, worked, ledger, use: CalendarUse.AsKnownWhenCounted);

        Assert.That(reading.Refusals, Is.Empty, "asked in time by the calendar of that day");
        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-04-02 17:00")));
    }

    [Test]
    public void ReadingOfAnEarlierDay_KnowsNeitherWhatCameLaterNorWhatWasAnnouncedLater()
    {
        var given = new DossierBuilder().Accepted();
        var rules = given.Rules with { Calendar = Stormy };
        given.Now = At("2026-03-06 10:00");
        var head = DossierBuilder.Holder("Giám đốc Trung tâm", StaffRole.CentreLeader, "hp-service-centre");
        var refusals = given.Dossier.AdoptCalendar(At("2026-03-05 14:00"), given.As(head) with { Rules = rules });

        Assert.That(refusals, Is.Empty);
        Assert.That(given.Dossier.ReadClockOn(Day("2026-03-01"), rules), Is.Null);
        Assert.That(given.Dossier.ReadClockOn(Day("2026-03-05"), rules)!.StatutoryDue, Is.EqualTo(At("2026-03-16 17:00")));
        Assert.That(given.Dossier.ReadClockOn(Day("2026-03-06"), rules)!.StatutoryDue, Is.EqualTo(At("2026-03-17 17:00")));
    }

    [Test]
    public void Adoption_ByAnybodyElse_OrWithoutEffect_IsRefused()
    {
        var given = new DossierBuilder().Accepted();
        var head = DossierBuilder.Holder("Giám đốc Trung tâm", StaffRole.CentreLeader, "hp-service-centre");

        Assert.That(given.Dossier.AdoptCalendar(given.Now, given.As(given.Head)).Single().Code, Is.EqualTo("CalendarDeciderOnly"));
        Assert.That(given.Dossier.AdoptCalendar(given.Now, given.As(head)).Single().Code, Is.EqualTo("DueDateStays"));
        Assert.That(given.Dossier.ReadClockWithNewCalendar(given.As(head)), Is.Null);
    }

    [Test]
    public void Proof_Together_SaysTheSameInFewerLines()
    {
        var proof = Read(new Term(30, TermUnit.WorkingDay), Restart, Accept("2026-01-19 09:00")).Proof;

        var together = ProofLine.Together(proof);

        Assert.That(together, Has.Count.LessThan(proof.Count / 2));
        Assert.That(together.Where(line => line.Counted).Sum(line => Period.DaysBetween(line.From.Date, line.To.Date)), Is.EqualTo(30));
        Assert.That(together.First(line => line.Counted).FirstRunning, Is.EqualTo(1));
        Assert.That(together.Last(line => line.Counted).Running, Is.EqualTo(30));
    }

    private static ClockReading Known(ClockRegime regime, params ClockEvent[] ledger) =>
        DeadlineClock.Read(TenDays, regime, Stormy, ledger, use: CalendarUse.AsKnownWhenCounted);
}

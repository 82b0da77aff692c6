using CsCheck;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Tests.Dossiers;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>After a supplement no date is earlier than before it was asked: whatever the channel, the hour, the unit, the regime and the calendar.</summary>
internal sealed class SupplementNeverEarlierTests
{
    private static readonly Gen<Term> Terms = Gen.Select(Gen.Enum<TermUnit>(), Gen.Int[1, 40], (unit, value) =>
        new Term(unit == TermUnit.Month ? 1 + (value % 4) : value, unit)
    );

    private static readonly ClockRegime[] Rules =
    [
        .. Regimes,
        Restart,
        Pause,
        Hours,
        Restart with
        {
            DayCounting = DayCounting.KeepsTheHour,
        },
        Restart with
        {
            AcceptanceCutOff = new LocalTime(16, 0),
        },
        Restart with
        {
            RollsForward = false,
        },
    ];

    // Any minute of any day: nights, weekends, holidays.
    private static readonly Gen<LocalDateTime> Moments = Gen.Int[0, 2900 * 24 * 60].Select(minute => Day("2019-01-02").AtMidnight().PlusMinutes(minute));

    private static readonly Gen<Case> Cases = Gen.Select(
        Gen.Select(Terms, Gen.Int[0, Rules.Length - 1].Select(which => Rules[which]), Moments),
        Gen.Select(Gen.Bool, Gen.Bool),
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 20_000], Gen.Int[0, 12]),
        (what, online, minutes) => new Case(what.Item1, what.Item2, what.Item3, online.Item1, online.Item2, minutes.Item1, minutes.Item2, minutes.Item3)
    );

    [Test]
    public void Supplement_ByAnyChannelAtAnyHour_MovesNoDateForward() => Cases.Sample(one => NeverEarlier(one, Calendar), iter: PropertyRuns.Of(20_000));

    [Test]
    public void Supplement_AfterAnAnnouncementThatMakesDaysOffWorked_MovesNoDateForward() =>
        Cases.Sample(
            one =>
            {
                // Every weekend of the next weeks becomes working days between the request and the answer.
                var days = Enumerable.Range(0, 90).Select(day => one.Accepted.Date.PlusDays(day)).Where(day => !Calendar.IsWorkingDay(day));
                NeverEarlier(
                    one,
                    Calendar.WithEntries(
                        days.Select(day => new CalendarEntry(day, CalendarEntryKind.WorkingDay, "x", one.AskedAt.Date, "x")
                        {
                            KnownAt = one.AskedAt.PlusMinutes(1),
                        })
                    )
                );
            },
            iter: PropertyRuns.Of(1_500)
        );

    [Test]
    public void SupplementOnLine_InTheWeekendOfACounterAct_KeepsTheDate()
    {
        // Accepted at the counter on a Saturday it counts from Monday and is due on 14/12; asked and answered the same week-end it restarts from Monday too.
        ClockEvent[] ledger =
        [
            Accept("2026-11-28 09:00"),
            Event("2026-11-28 10:00", ClockEventKind.SupplementAsked),
            Event("2026-11-29 20:00", ClockEventKind.SupplementReceived),
        ];
        var ten = new Term(10, TermUnit.WorkingDay);

        Assert.That(Read(ten, Restart, ledger[0]).StatutoryDue, Is.EqualTo(At("2026-12-14 17:00")));
        Assert.That(Read(ten, Restart, ledger).StatutoryDue, Is.EqualTo(At("2026-12-14 17:00")));
    }

    [TestCase(SubmissionChannel.Online)]
    [TestCase(SubmissionChannel.Counter)]
    [TestCase(SubmissionChannel.Post)]
    public void Supply_OutOfHours_ByAnyChannel_KeepsTheDate(SubmissionChannel channel)
    {
        var office = new DossierBuilder(channel: channel) { Now = new LocalDateTime(2026, 11, 28, 9, 0) }.Assigned();
        var before = (office.Dossier.StatutoryDue, office.Dossier.PromisedDue);
        office.Then(dossier => dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu trang", office.Day(30), office.As(office.Specialist)));
        office.Now = new LocalDateTime(2026, 11, 29, 20, 0);
        office.Then(dossier => dossier.AddPaper(office.PaperOf("manuscript"), office.As(office.Applicant)));
        office.Then(dossier => dossier.Supply(office.Form, office.As(office.Applicant)));

        Assert.That(office.Dossier.StatutoryDue, Is.GreaterThanOrEqualTo(before.StatutoryDue!.Value));
        Assert.That(office.Dossier.PromisedDue, Is.GreaterThanOrEqualTo(before.PromisedDue!.Value));
    }

    [TestCase(SubmissionChannel.Counter)]
    [TestCase(SubmissionChannel.Post)]
    public void Supply_TakenInByTheCounter_RestartsTheClockAsOnline(SubmissionChannel channel)
    {
        var (online, counter) = (new DossierBuilder().SupplementAsked(), new DossierBuilder().SupplementAsked());
        foreach (var office in (DossierBuilder[])[online, counter])
            office.Now = office.Now.PlusHours(26);
        online.Then(dossier => dossier.AddPaper(online.PaperOf("manuscript"), online.As(online.Applicant)));
        online.Then(dossier => dossier.Supply(online.Form, online.As(online.Applicant)));
        counter.Then(dossier => dossier.AddPaper(counter.PaperOf("manuscript"), counter.As(counter.Clerk)));
        counter.Then(dossier => dossier.Supply(counter.Form, counter.As(counter.Clerk), channel));

        Assert.That(
            (counter.Dossier.Status, counter.Dossier.StatutoryDue, counter.Dossier.PromisedDue),
            Is.EqualTo((online.Dossier.Status, online.Dossier.StatutoryDue, online.Dossier.PromisedDue))
        );
        Assert.That((online.Dossier.Supplements[^1].AnsweredBy, counter.Dossier.Supplements[^1].AnsweredBy), Is.EqualTo((SubmissionChannel.Online, channel)));
    }

    [Test]
    public void Proof_StandsInTheOrderOfTime() =>
        Cases.Sample(
            one =>
            {
                ClockEvent[] ledger =
                [
                    .. one.Ledger,
                    new(one.AnsweredAt.PlusMinutes(30), ClockEventKind.Extend) { Days = 2, Reason = "x" },
                    new(one.AnsweredAt.PlusMinutes(40), ClockEventKind.Pause),
                    new(one.AnsweredAt.PlusDays(2), ClockEventKind.Resume),
                    new(one.AnsweredAt.PlusDays(1), ClockEventKind.Accept),
                ];

                var proof = Read(one.Term, one.Regime, ledger).Proof;

                Assert.That(proof[0].Reason, Is.EqualTo(ProofReason.Received).Or.EqualTo(ProofReason.ReceivedNextWorkingDay));
                Assert.That(proof.Select(line => line.From.Date), Is.Ordered);
                Assert.That(proof.Where(line => !line.IsWholeDays).Select(line => line.From), Is.Ordered);
            },
            iter: PropertyRuns.Of(3_000)
        );

    private static void NeverEarlier(Case one, WorkingCalendar calendar)
    {
        var shorter = new Term(Math.Max(1, one.Term.Value - one.Shorter), one.Term.Unit);
        ClockReading Upto(int count) =>
            DeadlineClock.Read(one.Term, one.Regime, calendar, [.. one.Ledger.Take(count)], null, shorter, CalendarUse.AsKnownWhenCounted);
        var (before, after) = (Upto(1), Upto(3));

        Assert.That(after.StatutoryDue, Is.GreaterThanOrEqualTo(before.StatutoryDue!.Value), one.ToString());
        Assert.That(after.ReportDue, Is.GreaterThanOrEqualTo(before.ReportDue!.Value), one.ToString());
        Assert.That(after.PromisedDue, Is.GreaterThanOrEqualTo(before.PromisedDue!.Value), one.ToString());
    }

    /// <summary>A dossier accepted at a moment, asked so many minutes later, answered so many after that; each on line or not.</summary>
    private sealed record Case(
        Term Term,
        ClockRegime Regime,
        LocalDateTime Accepted,
        bool AcceptedOnline,
        bool AnsweredOnline,
        int Asks,
        int Answers,
        int Shorter
    )
    {
        public LocalDateTime AskedAt => Accepted.PlusMinutes(Asks);

        public LocalDateTime AnsweredAt => AskedAt.PlusMinutes(Answers);

        public IReadOnlyList<ClockEvent> Ledger =>
            [
                new(Accepted, ClockEventKind.Accept) { Online = AcceptedOnline },
                new(AskedAt, ClockEventKind.SupplementAsked),
                new(AnsweredAt, ClockEventKind.SupplementReceived) { Online = AnsweredOnline },
            ];
    }
}

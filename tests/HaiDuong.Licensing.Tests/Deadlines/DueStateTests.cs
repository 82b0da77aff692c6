using CsCheck;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.Tests.Dossiers;
using NodaTime;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>The moments that an act stores tell the class at any later moment: comparing with them is the same as asking the clock again.</summary>
internal sealed class DueStateTests
{
    private static readonly Gen<RandomLedger> Ledgers = Gen.Int.Select(RandomLedger.Of);

    [Test]
    public void StoredMoments_TellTheClassThatTheClockWouldGive_AtAnyMoment() =>
        Gen.Select(Ledgers, Gen.Int[0, 60_000])
            .Sample(
                (ledger, later) =>
                {
                    IReadOnlyList<ClockEvent> events = ledger.Ledger;
                    var last = events.Count > 0 ? events.Max(entry => entry.At) : At("2024-01-02 08:00");
                    var stored = DeadlineClock.Read(ledger.Term, ledger.Regime, Calendar, events, last).Due;
                    foreach (var now in Moments(stored, last.PlusMinutes(later)).Where(now => now >= last))
                    {
                        var asked = DeadlineClock.Read(ledger.Term, ledger.Regime, Calendar, events, now);
                        Assert.That(stored.ClassAt(now), Is.EqualTo(asked.Due.ClassAt(now)), $"{ledger} at {now}");
                        Assert.That(
                            IsLate(stored.ClassAt(now), stored),
                            Is.EqualTo(asked.Class is FinishClass.Late or FinishClass.Overdue),
                            $"{ledger} at {now}"
                        );
                        if (asked.State == ClockState.Running)
                        {
                            // Whoever finishes now is late exactly when the open dossier is overdue; the finish is held against a second reading of the rules.
                            var finished = DeadlineClock.Read(ledger.Term, ledger.Regime, Calendar, [.. events, new ClockEvent(now, ClockEventKind.Finish)]);
                            Assert.That(stored.ClassAt(now) == DueClass.Overdue, Is.EqualTo(finished.Class == FinishClass.Late), $"{ledger} at {now}");
                        }
                    }
                },
                iter: PropertyRuns.Of(5_000)
            );

    [Test]
    public void LateMoment_OfAStep_NeverComesEarlierForALaterDueDate() =>
        Gen.Select(Gen.Int[0, 500_000], Gen.Int[0, 3_000])
            .Sample(
                (minute, more) =>
                {
                    var due = At("2025-01-02 00:00").PlusMinutes(minute);
                    LocalDateTime LateFrom(LocalDateTime at) => StepDue.Of(at.PlusDays(-1), at, Calendar).LateFrom!.Value;

                    Assert.That(LateFrom(due), Is.GreaterThan(due));
                    Assert.That(LateFrom(due.PlusMinutes(more)), Is.GreaterThanOrEqualTo(LateFrom(due)), "so a list by due date is a list by urgency");
                },
                iter: PropertyRuns.Of(5_000)
            );

    [Test]
    public void WhatIsDueToday_IsNowhereInGoodTime_NotEvenBeforeTheOfficeOpens() =>
        Gen.Select(Ledgers, Gen.Int[0, 500_000], Gen.Int[1, 10_000])
            .Sample(
                (ledger, minute, length) =>
                {
                    var start = At("2025-01-02 00:00").PlusMinutes(minute);
                    var due = start.PlusMinutes(length);
                    var rules = new DossierRules(null!, null!, ledger.Regime, Calendar, null!);

                    Assert.That(StepDue.Of(start, due, Calendar).WarnFrom, Is.LessThanOrEqualTo(LocalDateTime.Max(start, due.Date.AtMidnight())), "a step");
                    Assert.That(rules.AnswerWarnings(start, due)[0], Is.LessThanOrEqualTo(due.Date.AtMidnight()), "an answer");

                    var last = ledger.Ledger.Count > 0 ? ledger.Ledger.Max(entry => entry.At) : At("2024-01-02 08:00");
                    var state = DeadlineClock.Read(ledger.Term, ledger.Regime, Calendar, ledger.Ledger, last).Due;
                    if (
                        state is { Clock: ClockState.Running, FirstDue: { } first }
                        && LocalDateTime.Max(last, first.Date.AtMidnight()) is var today
                        && today <= first
                    )
                        Assert.That(state.ClassAt(today), Is.Not.EqualTo(DueClass.InTerm), $"{ledger}");
                },
                iter: PropertyRuns.Of(5_000)
            );

    [TestCase("2026-03-12 10:00", "2026-03-12 10:00", FinishClass.OnTime, Description = "at its minute")]
    [TestCase("2026-03-12 10:00", "2026-03-12 10:01", FinishClass.Late, Description = "late by a minute of office time")]
    [TestCase("2026-03-12 12:00", "2026-03-12 13:00", FinishClass.OnTime, Description = "over lunch no office time passes")]
    [TestCase("2026-03-12 17:00", "2026-03-12 20:00", FinishClass.OnTime)]
    [TestCase("2026-03-12 17:00", "2026-03-13 00:00", FinishClass.Late, Description = "the day is over")]
    [TestCase("2026-03-12 10:00", "2026-03-11 16:00", FinishClass.Early)]
    public void Step_IsClassedByTheMomentItWasDone(string due, string done, FinishClass expected) =>
        Assert.That(StepDue.ClassOf(At(due), StepDue.Of(At("2026-03-10 08:00"), At(due), Calendar).LateFrom, At(done)), Is.EqualTo(expected));

    [TestCase(0, FinishClass.OnTime)]
    [TestCase(1, FinishClass.Late)]
    public void ControlSlip_PrintsTheClassThatTheActKept(int minutes, FinishClass expected)
    {
        var builder = new DossierBuilder().Assigned();
        builder.Now = builder
            .Dossier.Work.Single(item => builder.Rules.StepOrNull(item.StepId)?.Kind == StepKind.AppraiseDossier)
            .DueAt!.Value.PlusMinutes(minutes);
        builder.Then(dossier => dossier.Appraise("appraise", builder.AllChecks, "Done", null, builder.As(builder.Specialist)));

        var printed = SlipGroups.History(builder.Dossier, [], DossierBuilder.Organisation)[^1]["outcome"];

        Assert.That(builder.Dossier.History[^1].StepClass, Is.EqualTo(expected));
        Assert.That(printed, Is.EqualTo(DeadlineTexts.Of(expected)));
    }

    [Test]
    public void UnansweredDossier_IsLateByTheOfficeTimeOfTheAnswer_AndNotWhileItWaits()
    {
        var builder = new DossierBuilder().Submitted();
        var due = builder.Dossier.AnswerDue!.Value;
        Assert.That((builder.Dossier.Due.ClassAt(due), builder.Dossier.Due.ClassAt(due.PlusDays(1))), Is.EqualTo((DueClass.Soon, DueClass.Overdue)));

        builder.Then(dossier =>
            dossier.AskSupplement([DossierBuilder.Item("manuscript")], "Thiếu trang", builder.Now.Date.PlusDays(30), builder.As(builder.Clerk))
        );
        Assert.That(builder.Dossier.Due.ClassAt(due.PlusDays(1)), Is.EqualTo(DueClass.Waiting));

        builder.Now = builder.Now.PlusDays(3);
        builder.Then(dossier => dossier.AddPaper(builder.PaperOf("manuscript"), builder.As(builder.Applicant)));
        builder.Then(dossier => dossier.Supply(builder.Form, builder.As(builder.Applicant)));
        Assert.That(builder.Dossier.Due.ClassAt(builder.Now), Is.EqualTo(DueClass.InTerm));
    }

    private static bool IsLate(DueClass kind, DueState state) =>
        kind is DueClass.Overdue or DueClass.Late || (kind is DueClass.Withdrawn or DueClass.Stopped && state.Ended == FinishClass.Late);

    private static IEnumerable<LocalDateTime> Moments(DueState stored, LocalDateTime any) =>
        new[]
        {
            any,
            stored.Due,
            stored.FirstDue,
            stored.FirstDue?.PlusMinutes(1),
            stored.FirstDue?.PlusDays(1),
            stored.LateFrom,
            stored.LateFrom?.PlusTicks(-10),
        }
            .Concat(stored.WarnAt.Select(point => (LocalDateTime?)point))
            .OfType<LocalDateTime>();
}

using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Tests.Dossiers;
using HaiDuong.Licensing.Tests.Procedures;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>A term that begins with the taking up of a matter (thụ lý), as of denunciations: Luật Tố cáo 2018, Điều 24 và 30.</summary>
internal sealed class TakingUpTests
{
    private static readonly Term Denunciation = new(30, TermUnit.CalendarDay) { StartsWithin = new Term(7, TermUnit.WorkingDay) };

    [Test]
    public void Receipt_PromisesTheTermFromTheLastDayToTakeUp()
    {
        var reading = Read(Denunciation, Restart, Accept("2026-03-02 09:00"));

        // Seven working days end on 11/03; thirty days after that, on a Friday.
        Assert.That(reading.StatutoryDue, Is.EqualTo(At("2026-04-10 17:00")));
        Assert.That(reading.ReceivedAt, Is.EqualTo(At("2026-03-02 09:00")));
        Assert.That(reading.Proof.Where(line => line.Counted).Select(line => line.From.Date).First(), Is.EqualTo(Day("2026-03-12")));
        Assert.That(reading.Proof[1].Reason, Is.EqualTo(ProofReason.TakingUp));
    }

    [TestCase("2026-03-05 10:00", "2026-04-06 17:00", TestName = "TakenUp_Early_CountsFromThatDay")]
    [TestCase("2026-03-11 16:59", "2026-04-10 17:00", TestName = "TakenUp_OnTheLastDay_KeepsTheDate")]
    [TestCase("2026-03-20 10:00", "2026-04-10 17:00", TestName = "TakenUp_Late_GivesTheOfficeNoMoreTime")]
    public void TakenUp(string at, string due)
    {
        var reading = Read(Denunciation, Restart, Accept("2026-03-02 09:00"), Event(at, ClockEventKind.TakeUp));

        Assert.That(reading.StatutoryDue, Is.EqualTo(At(due)));
        Assert.That(reading.Proof.Select(line => line.From.Date), Is.Ordered);
    }

    [Test]
    public void Supplement_BeforeTakingUp_BeginsTheTimeForItAnew_AndAfterItTheTermAlone()
    {
        ClockEvent[] asked = [Event("2026-03-04 09:00", ClockEventKind.SupplementAsked), Event("2026-03-16 09:00", ClockEventKind.SupplementReceived)];

        var before = Read(Denunciation, Restart, [Accept("2026-03-02 09:00"), .. asked]);
        var after = Read(Denunciation, Restart, [Accept("2026-03-02 09:00"), Event("2026-03-03 09:00", ClockEventKind.TakeUp), .. asked]);

        Assert.That((before.StatutoryDue, after.StatutoryDue), Is.EqualTo((At("2026-04-24 17:00"), At("2026-04-15 17:00"))));
    }

    [Test]
    public void EveryTermThatItsWordsCountFromTakingUp_CountsSo_FromAStepOfItsRoute()
    {
        foreach (var procedure in FormsOfProcedures.All)
        {
            foreach (
                var term in procedure.Terms.Where(term => term.Text.Contains("kể từ ngày thụ lý", StringComparison.Ordinal) || term.StartsWith is not null)
            )
            {
                var step = new DossierBuilder(procedure.Slug, SubmissionChannel.Counter).Rules.Route.Steps.SingleOrDefault(step =>
                    step.Id == term.StartsWith?.Step
                );

                Assert.That(step, Is.Not.Null, $"{procedure.Slug}: {term.Text}");
                Assert.That(step!.Outcomes, Does.Contain(term.StartsWith!.Outcome), procedure.Slug);
            }
        }
    }

    [Test]
    public void CompletingTheStepThatTakesUp_CountsFromThen()
    {
        var office = new DossierBuilder("denunciation-settlement", SubmissionChannel.Counter).Appraised();
        var promised = office.Dossier.PromisedDue!.Value;
        office.Now = office.Now.PlusDays(1);

        office.Then(dossier => dossier.CompleteStep("admit", "Thụ lý", null, office.As(office.Leader)));

        Assert.That(office.Dossier.Ledger[^1].Kind, Is.EqualTo(ClockEventKind.TakeUp));
        Assert.That(office.Dossier.PromisedDue, Is.EqualTo(At("2026-04-02 17:00")).And.LessThan(promised));
    }
}

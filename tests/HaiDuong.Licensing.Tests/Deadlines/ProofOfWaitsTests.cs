using HaiDuong.Licensing.Domain.Deadlines;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>Whole derivations around waits and ends, as a lawyer reads them.</summary>
internal sealed class ProofOfWaitsTests
{
    [Test]
    public void Proof_OfASupplementCountedAnew() =>
        Assert.That(
            ProofText.Of(Read(new Term(3, TermUnit.WorkingDay), Restart, [Accept("2026-03-02 09:00"), .. Supplement("2026-03-03 10:00", "2026-03-05 18:00")])),
            Is.EqualTo(
                """
                03-02 09:00 | 03-02 09:00 | received |  |
                03-02 00:00 | 03-03 00:00 | acceptance-day | C1 |
                03-03 00:00 | 03-04 00:00 | counted + 1 | C1 |
                03-03 10:00 | 03-05 18:00 | waiting-for-supplement | S-1 | Thiếu trang
                03-05 18:00 | 03-06 07:30 | restarted | S-1 |
                03-06 00:00 | 03-07 00:00 | acceptance-day | C1 |
                03-07 00:00 | 03-09 00:00 | weekend | C2 |
                03-09 00:00 | 03-12 00:00 | counted + 1–3 | C1 |
                03-11 17:00 | 03-11 17:00 | due | C1 |
                """
            )
        );

    [Test]
    public void Proof_OfASupplementLeftOut() =>
        Assert.That(
            ProofText.Of(Read(new Term(3, TermUnit.WorkingDay), Pause, [Accept("2026-03-02 09:00"), .. Supplement("2026-03-03 10:00", "2026-03-05 16:00")])),
            Is.EqualTo(
                """
                03-02 09:00 | 03-02 09:00 | received |  |
                03-02 00:00 | 03-03 00:00 | acceptance-day | C1 |
                03-03 00:00 | 03-04 00:00 | counted + 1 | C1 |
                03-04 00:00 | 03-06 00:00 | waiting-for-supplement | S-2 |
                03-06 00:00 | 03-07 00:00 | counted + 2 | C1 |
                03-07 00:00 | 03-09 00:00 | weekend | C2 |
                03-09 00:00 | 03-10 00:00 | counted + 3 | C1 |
                03-09 17:00 | 03-09 17:00 | due | C1 |
                """
            )
        );

    [Test]
    public void Proof_OfASupplementLeftOutOfHours() =>
        Assert.That(
            ProofText.Of(Read(new Term(16, TermUnit.WorkingHour), Pause, [Accept("2026-03-02 07:30"), .. Supplement("2026-03-02 16:00", "2026-03-04 10:00")])),
            Is.EqualTo(
                """
                03-02 07:30 | 03-02 07:30 | received |  |
                03-02 07:30 | 03-02 12:00 | counted + 270′ | C6 |
                03-02 13:30 | 03-02 16:00 | counted + 150′ | C6 |
                03-02 16:00 | 03-04 10:00 | waiting-for-supplement | S-2 | Thiếu trang
                03-04 10:00 | 03-04 12:00 | counted + 120′ | C6 |
                03-04 13:30 | 03-04 17:00 | counted + 210′ | C6 |
                03-05 07:30 | 03-05 11:00 | counted + 210′ | C6 |
                03-05 11:00 | 03-05 11:00 | due | C4 |
                """
            )
        );

    [Test]
    public void Proof_OfWaitsThatMoveNothingDays() =>
        Assert.That(
            ProofText.Of(Read(new Term(2, TermUnit.WorkingDay), Pause, [Accept("2026-03-02 09:00"), .. Idle])),
            Is.EqualTo(
                """
                03-02 09:00 | 03-02 09:00 | received |  |
                03-02 00:00 | 03-03 00:00 | acceptance-day | C1 |
                03-02 17:00 | 03-03 07:30 | waiting-without-working-time |  | Chờ
                03-03 00:00 | 03-05 00:00 | counted + 1–2 | C1 |
                03-04 17:00 | 03-04 17:00 | due | C1 |
                03-05 10:00 | 03-06 10:00 | waiting-after-due |  | Chờ
                """
            )
        );

    [Test]
    public void Proof_OfWaitsThatMoveNothingHours() =>
        Assert.That(
            ProofText.Of(Read(new Term(16, TermUnit.WorkingHour), Pause, [Accept("2026-03-02 07:30"), .. Idle])),
            Is.EqualTo(
                """
                03-02 07:30 | 03-02 07:30 | received |  |
                03-02 07:30 | 03-02 12:00 | counted + 270′ | C6 |
                03-02 13:30 | 03-02 17:00 | counted + 210′ | C6 |
                03-02 17:00 | 03-03 07:30 | waiting-without-working-time |  | Chờ
                03-03 07:30 | 03-03 12:00 | counted + 270′ | C6 |
                03-03 13:30 | 03-03 17:00 | counted + 210′ | C6 |
                03-03 17:00 | 03-03 17:00 | due | C4 |
                03-05 10:00 | 03-06 10:00 | waiting-after-due |  | Chờ
                """
            )
        );

    [Test]
    public void Proof_OfWaitsThatMoveNothingMonths() =>
        Assert.That(
            ProofText.Of(
                Read(
                    new Term(1, TermUnit.Month),
                    Pause,
                    [Accept("2026-02-03 09:00"), .. Wait("2026-02-09 17:00", "2026-02-10 07:30"), .. Wait("2026-03-10 10:00", "2026-03-12 10:00")]
                )
            ),
            Is.EqualTo(
                """
                02-03 09:00 | 02-03 09:00 | received |  |
                02-03 00:00 | 02-04 00:00 | acceptance-day | C1 |
                02-04 00:00 | 03-04 00:00 | counted-months + | C1 |
                02-09 17:00 | 02-10 07:30 | waiting-without-working-time |  | Chờ
                03-03 17:00 | 03-03 17:00 | due | C1 |
                03-10 10:00 | 03-12 10:00 | waiting-after-due |  | Chờ
                """
            )
        );

    [Test]
    public void Proof_OfAResultInTime() =>
        Assert.That(
            ProofText.Of(
                Read(
                    new Term(3, TermUnit.WorkingDay),
                    Restart,
                    Accept("2026-03-02 09:00"),
                    Event("2026-03-03 11:00", ClockEventKind.Finish) with
                    {
                        Reason = "Đã cấp",
                    }
                )
            ),
            Is.EqualTo(
                """
                03-02 09:00 | 03-02 09:00 | received |  |
                03-02 00:00 | 03-03 00:00 | acceptance-day | C1 |
                03-03 00:00 | 03-04 00:00 | counted + 1 | C1 |
                03-03 11:00 | 03-03 11:00 | finished |  | Đã cấp
                03-04 00:00 | 03-06 00:00 | not-used | C1 |
                03-05 17:00 | 03-05 17:00 | due | C1 |
                """
            )
        );

    [Test]
    public void Proof_OfClockHoursAroundAWait() =>
        Assert.That(
            ProofText.Of(Read(new Term(24, TermUnit.ClockHour), Pause, [Accept("2026-03-02 09:00"), .. Wait("2026-03-02 12:00", "2026-03-02 20:00")])),
            Is.EqualTo(
                """
                03-02 09:00 | 03-02 09:00 | received | C5 |
                03-02 09:00 | 03-02 12:00 | counted + 180′ | C5 |
                03-02 12:00 | 03-02 20:00 | waiting |  | Chờ
                03-02 20:00 | 03-03 17:00 | counted + 1260′ | C5 |
                03-03 17:00 | 03-03 17:00 | due | C5 |
                """
            )
        );

    private static ClockEvent[] Idle => [.. Wait("2026-03-02 17:00", "2026-03-03 07:30"), .. Wait("2026-03-05 10:00", "2026-03-06 10:00")];

    private static ClockEvent[] Wait(string from, string to) => [Event(from, ClockEventKind.Pause) with { Reason = "Chờ" }, Event(to, ClockEventKind.Resume)];

    private static ClockEvent[] Supplement(string asked, string came) =>
        [Event(asked, ClockEventKind.SupplementAsked) with { Reason = "Thiếu trang" }, Event(came, ClockEventKind.SupplementReceived)];
}

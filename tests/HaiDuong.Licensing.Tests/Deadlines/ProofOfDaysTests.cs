using HaiDuong.Licensing.Domain.Deadlines;
using NUnit.Framework;
using static HaiDuong.Licensing.Tests.Deadlines.Given;

namespace HaiDuong.Licensing.Tests.Deadlines;

/// <summary>Whole derivations over days off, as a lawyer reads them: from, to, why, which day of the term or how many minutes, by which rule or source.</summary>
internal sealed class ProofOfDaysTests
{
    [Test]
    public void Proof_OfDaysOverASwap() =>
        Assert.That(
            ProofText.Of(Read(new Term(5, TermUnit.WorkingDay), Restart, Accept("2024-04-26 10:00"))),
            Is.EqualTo(
                """
                04-26 10:00 | 04-26 10:00 | received |  |
                04-26 00:00 | 04-27 00:00 | acceptance-day | C1 |
                04-27 00:00 | 04-29 00:00 | weekend | C2 |
                04-29 00:00 | 04-30 00:00 | swapped-day-off | SWAP2024, VPCP2450 | Hoán đổi dịp 30/4-01/5
                04-30 00:00 | 05-01 00:00 | public-holiday | SWAP2024 | Ngày Chiến thắng 30/4
                05-01 00:00 | 05-02 00:00 | public-holiday | SWAP2024 | Ngày Quốc tế lao động 01/5
                05-02 00:00 | 05-04 00:00 | counted + 1–2 | C1 |
                05-04 00:00 | 05-05 00:00 | make-up-working-day + 3 | SWAP2024, VPCP2450 | Làm bù cho ngày 29/04/2024
                05-05 00:00 | 05-06 00:00 | weekend | C2 |
                05-06 00:00 | 05-08 00:00 | counted + 4–5 | C1 |
                05-07 17:00 | 05-07 17:00 | due | C1 |
                """
            )
        );

    [Test]
    public void Proof_OfHoursOverASwap() =>
        Assert.That(
            ProofText.Of(Read(new Term(12, TermUnit.WorkingHour), Restart, Accept("2024-05-03 15:00"))),
            Is.EqualTo(
                """
                05-03 15:00 | 05-03 15:00 | received |  |
                05-03 15:00 | 05-03 17:00 | counted + 120′ | C6 |
                05-04 07:30 | 05-04 12:00 | make-up-working-day + 270′ | SWAP2024, VPCP2450 | Làm bù cho ngày 29/04/2024
                05-04 13:30 | 05-04 17:00 | make-up-working-day + 210′ | SWAP2024, VPCP2450 | Làm bù cho ngày 29/04/2024
                05-05 00:00 | 05-06 00:00 | weekend | C2 |
                05-06 07:30 | 05-06 09:30 | counted + 120′ | C6 |
                05-06 09:30 | 05-06 09:30 | due | C4 |
                """
            )
        );

    [Test]
    public void Proof_OfCalendarDaysThatRoll() =>
        Assert.That(
            ProofText.Of(Read(new Term(5, TermUnit.CalendarDay), Restart, Accept("2026-03-02 09:00"))),
            Is.EqualTo(
                """
                03-02 09:00 | 03-02 09:00 | received |  |
                03-02 00:00 | 03-03 00:00 | acceptance-day | C1 |
                03-03 00:00 | 03-08 00:00 | counted + 1–5 | C1 |
                03-08 00:00 | 03-09 00:00 | weekend | C3 |
                03-09 00:00 | 03-10 00:00 | rolled-forward | C3 |
                03-09 17:00 | 03-09 17:00 | due | C1 |
                """
            )
        );

    [Test]
    public void Proof_OfAMonthThatRolls() =>
        Assert.That(
            ProofText.Of(Read(new Term(1, TermUnit.Month), Restart, Accept("2026-01-30 09:00"))),
            Is.EqualTo(
                """
                01-30 09:00 | 01-30 09:00 | received |  |
                01-30 00:00 | 01-31 00:00 | acceptance-day | C1 |
                01-31 00:00 | 03-01 00:00 | counted-months + | C1 |
                03-01 00:00 | 03-02 00:00 | weekend | C3 |
                03-02 00:00 | 03-03 00:00 | rolled-forward | C3 |
                03-02 17:00 | 03-02 17:00 | due | C1 |
                """
            )
        );

    [Test]
    public void Proof_OfAnExtensionAnApologyAndRefusals() =>
        Assert.That(
            ProofText.Of(
                Read(
                    new Term(3, TermUnit.WorkingDay),
                    Restart,
                    Accept("2026-03-02 09:00"),
                    Event("2026-03-03 09:00", ClockEventKind.Extend) with
                    {
                        Days = 2,
                        Reason = "Vụ việc phức tạp",
                    },
                    Event("2026-03-03 10:00", ClockEventKind.Resume),
                    Event("2026-03-04 10:00", ClockEventKind.Apologise) with
                    {
                        To = Day("2026-03-12"),
                    }
                )
            ),
            Is.EqualTo(
                """
                03-02 09:00 | 03-02 09:00 | received |  |
                03-02 00:00 | 03-03 00:00 | acceptance-day | C1 |
                03-03 00:00 | 03-04 00:00 | counted + 1 | C1 |
                03-03 09:00 | 03-03 09:00 | extended 2 960′ |  | Vụ việc phức tạp
                03-03 10:00 | 03-03 10:00 | refused | Mục 6, chuyển trạng thái hồ sơ | Thời hạn đang chạy, không có gì để tiếp tục.
                03-04 00:00 | 03-05 00:00 | counted + 2 | C1 |
                03-04 10:00 | 03-04 10:00 | promised | O-3 | 17:00 12/03/2026
                03-05 00:00 | 03-07 00:00 | counted + 3–4 | C1 |
                03-07 00:00 | 03-09 00:00 | weekend | C2 |
                03-09 00:00 | 03-10 00:00 | counted + 5 | C1 |
                03-09 17:00 | 03-09 17:00 | due | C1 |
                """
            )
        );

    [Test]
    public void Proof_OfAnExtensionOfHours() =>
        Assert.That(
            ProofText.Of(
                Read(new Term(8, TermUnit.WorkingHour), Restart, Accept("2026-03-02 07:30"), Event("2026-03-02 09:00", ClockEventKind.Extend) with { Days = 1 })
            ),
            Is.EqualTo(
                """
                03-02 07:30 | 03-02 07:30 | received |  |
                03-02 07:30 | 03-02 12:00 | counted + 270′ | C6 |
                03-02 09:00 | 03-02 09:00 | extended 1 480′ |  |
                03-02 13:30 | 03-02 17:00 | counted + 210′ | C6 |
                03-03 07:30 | 03-03 12:00 | counted + 270′ | C6 |
                03-03 13:30 | 03-03 17:00 | counted + 210′ | C6 |
                03-03 17:00 | 03-03 17:00 | due | C4 |
                """
            )
        );

    [Test]
    public void Proof_OfTakenUp() =>
        Assert.That(
            ProofText.Of(
                Read(
                    new Term(3, TermUnit.WorkingDay) { StartsWithin = new Term(5, TermUnit.WorkingDay) },
                    Restart,
                    Accept("2026-03-02 09:00"),
                    Event("2026-03-04 10:00", ClockEventKind.TakeUp)
                )
            ),
            Is.EqualTo(
                """
                03-02 09:00 | 03-02 09:00 | received |  |
                03-02 09:00 | 03-04 10:00 | taken-up | C1 |
                03-04 00:00 | 03-05 00:00 | acceptance-day | C1 |
                03-05 00:00 | 03-07 00:00 | counted + 1–2 | C1 |
                03-07 00:00 | 03-09 00:00 | weekend | C2 |
                03-09 00:00 | 03-10 00:00 | counted + 3 | C1 |
                03-09 17:00 | 03-09 17:00 | due | C1 |
                """
            )
        );

    [Test]
    public void Proof_OfAYearThatIsNotAnnounced() =>
        Assert.That(
            ProofText.Of(Read(new Term(1, TermUnit.WorkingDay), Restart, Accept("2031-03-03 09:00"))),
            Is.EqualTo(
                """
                03-03 09:00 | 03-03 09:00 | received |  |
                03-03 00:00 | 03-04 00:00 | acceptance-day | C1 |
                03-04 00:00 | 03-05 00:00 | counted + 1 | C1 |
                03-04 17:00 | 03-04 17:00 | due | C1 |
                03-04 17:00 | 03-04 17:00 | not-announced |  |
                """
            )
        );
}

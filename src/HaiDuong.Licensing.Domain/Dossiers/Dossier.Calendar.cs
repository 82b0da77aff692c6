using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Đổi hạn vì lịch làm việc thay đổi sau khi tiếp nhận: only as the head of the one-stop unit decides, with its line in the history.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Đổi hạn theo lịch mới: from now on the dates are counted with what was announced up to <paramref name="knownAt"/>; the applicant is told.
    /// </summary>
    public IReadOnlyList<Refusal> AdoptCalendar(LocalDateTime knownAt, ActContext act)
    {
        if (WhyNot(DossierAct.AdoptCalendar, act) is { Count: > 0 } refused)
            return refused;
        var entry = new ClockEvent(act.Local, ClockEventKind.AdoptCalendar) { KnownAt = knownAt };
        var after = ReadClock(act.Rules, [.. Ledger, entry], act.Local);
        var (law, promise) = (StatutoryDue!.Value, PromisedDue!.Value);
        if ((after.StatutoryDue, after.PromisedDue) == (law, promise))
            return [new Refusal(nameof(RefusalCode.DueDateStays))];
        var change = ChangesOfCalendar(knownAt, LocalDateTime.Max(after.StatutoryDue!.Value, law).Date, act);
        WriteClock(entry with { Reason = change }, act);
        Record(
            DossierAct.AdoptCalendar,
            act,
            Status,
            DeadlineTexts.Moved(law, StatutoryDue!.Value, promise, PromisedDue!.Value, change),
            asRole: StaffRole.CentreLeader
        );
        TellNewDate(promise, DeadlineTexts.CalendarChanged(change, Told), act);
        return [];
    }

    /// <summary>Giữ hạn đã hẹn: the announcement does not move this dossier, and the history says why.</summary>
    public IReadOnlyList<Refusal> KeepDueDate(LocalDateTime knownAt, string reason, ActContext act)
    {
        if (WhyNot(DossierAct.KeepDueDate, act) is { Count: > 0 } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        Record(
            DossierAct.KeepDueDate,
            act,
            Status,
            $"{ChangesOfCalendar(knownAt, StatutoryDue!.Value.Date, act)}: {reason.Trim()}",
            asRole: StaffRole.CentreLeader
        );
        return [];
    }

    /// <summary>The clock as it stood at the end of a day: with what had happened and what was known of the calendar by then. Null before acceptance.</summary>
    public ClockReading? ReadClockOn(LocalDate day, DossierRules rules)
    {
        var then = Ledger.Where(entry => entry.At.Date <= day).ToList();
        return then.Exists(entry => entry.Kind == ClockEventKind.Accept)
            ? ReadClock(rules with { Calendar = rules.Calendar.AsKnownOn(day) }, then, day.At(new LocalTime(23, 59)))
            : null;
    }

    /// <summary>The clock as it would stand if the calendar of today counted; null when nothing would move or nothing moves any more.</summary>
    public ClockReading? ReadClockWithNewCalendar(ActContext act)
    {
        if (!IsAccepted || FinishedAt is not null)
            return null;
        var adopted = new ClockEvent(act.Local, ClockEventKind.AdoptCalendar) { KnownAt = act.Rules.Calendar.NewestKnownAt(act.Local) };
        var reading = ReadClock(act.Rules, [.. Ledger, adopted], act.Local);
        return (reading.StatutoryDue, reading.PromisedDue) == (StatutoryDue, PromisedDue) ? null : reading;
    }

    private string ChangesOfCalendar(LocalDateTime knownAt, LocalDate last, ActContext act) =>
        string.Join("; ", act.Rules.Calendar.ChangesKnown(ReadClock(act.Rules, null).KnownAt!.Value, knownAt, AcceptedAt!.Value.Date, last));
}

using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>What is wrong with one dossier by what stands in the database: status against history, dates against the ledger, notices owed.</summary>
internal static class DossierFaults
{
    /// <param name="dossier">The dossier.</param>
    /// <param name="rules">Those that it was received under.</param>
    /// <param name="history">All of it.</param>
    /// <param name="told">How many mails of each kind its applicant has.</param>
    /// <param name="owedFrom">Since when the office owes a kind; one that is not in it has always been owed.</param>
    public static IEnumerable<DataFault> Of(
        Dossier dossier,
        DossierRules rules,
        IReadOnlyList<HistoryLine> history,
        IReadOnlyDictionary<NoticeKind, int> told,
        IReadOnlyDictionary<NoticeKind, Instant> owedFrom
    )
    {
        var reading = dossier.IsAccepted ? dossier.ReadClock(rules, null) : null;
        return
        [
            .. OfStatus(dossier, history),
            .. OfDates(dossier, reading, rules, history),
            .. OfFees(dossier, rules, history),
            .. OfNotices(dossier, rules, history, told, owedFrom),
        ];
    }

    /// <summary>Its code; never the reference, with which a reader of the report would act as the applicant.</summary>
    public static string NameOf(Dossier dossier) => dossier.Code ?? dossier.Id.ToString();

    private static IEnumerable<DataFault> OfStatus(Dossier dossier, IReadOnlyList<HistoryLine> history)
    {
        var at = DossierStatus.Draft;
        foreach (var line in history)
        {
            if (line.From != at || !LifeCycle.Allows(line.From, line.To))
                yield return Fault(DataFaultKind.HistoryBroken, dossier, at.ToString(), line.From.ToString());
            at = line.To;
        }

        if (dossier.Status != at)
            yield return Fault(DataFaultKind.StatusNotOfHistory, dossier, at.ToString(), dossier.Status.ToString());
    }

    private static IEnumerable<DataFault> OfDates(Dossier dossier, ClockReading? reading, DossierRules rules, IReadOnlyList<HistoryLine> history)
    {
        var answer = AnswerDue(history, rules);
        var isAnsweredByItsOwnRules = IsAnsweredByItsOwnRules(history);
        (DateOfDossier Date, LocalDateTime? Counted, LocalDateTime? Stored, bool IsCounted)[] dates =
        [
            (DateOfDossier.StatutoryDue, reading?.StatutoryDue, dossier.StatutoryDue, true),
            (DateOfDossier.PromisedDue, reading?.PromisedDue, dossier.PromisedDue, true),
            (DateOfDossier.ReportDue, reading?.ReportDue, dossier.ReportDue, true),
            (DateOfDossier.AnswerDue, answer.Due, dossier.AnswerDue, isAnsweredByItsOwnRules),
            (DateOfDossier.LateFrom, dossier.IsAccepted ? reading?.LateFrom : answer.LateFrom, dossier.LateFrom, dossier.IsAccepted || isAnsweredByItsOwnRules),
            (DateOfDossier.WaitOverFrom, reading?.WaitOverFrom, dossier.WaitOverFrom, dossier.IsAccepted),
        ];
        return dates
            .Where(date => date.IsCounted && date.Counted != date.Stored)
            .Select(date => Fault(DataFaultKind.DateNotOfLedger, dossier, Say(date.Counted), $"{DataFault.NameOf(date.Date)} {Say(date.Stored)}"));
    }

    /// <summary>
    /// By when the answer was owed, counted from each act that owed it with the calendar of its moment, never sooner than before; and from when it is
    /// late, null while none is owed.
    /// </summary>
    private static (LocalDateTime? Due, LocalDateTime? LateFrom) AnswerDue(IReadOnlyList<HistoryLine> history, DossierRules rules)
    {
        (LocalDateTime? due, LocalDateTime? late) = (null, null);
        foreach (var line in history.TakeWhile(line => line.Act != DossierAct.Accept))
        {
            if (line.Act is DossierAct.AskSupplement or DossierAct.RefuseAtDoor or DossierAct.ConfirmWithdrawal or DossierAct.Stop)
                late = null;
            if (line.Act is not (DossierAct.Submit or DossierAct.Supply))
                continue;
            var at = OfficeClock.ToLocal(line.At);
            var then = rules with { Calendar = rules.Calendar.AsKnownAt(at) };
            var again = then.AnswerDue(at);
            due = due > again ? due : again;
            late = then.StepDue(at, due).LateFrom;
        }

        return (due, late);
    }

    /// <summary>What is owed and what the form comes to; a dossier that was moved to other rules keeps what it was told.</summary>
    private static IEnumerable<DataFault> OfFees(Dossier dossier, DossierRules rules, IReadOnlyList<HistoryLine> history)
    {
        if (!dossier.IsAccepted || !IsAnsweredByItsOwnRules(history) || dossier.FeesOfForm(rules) is var owed && owed.SequenceEqual(dossier.Fees))
            return [];
        return [Fault(DataFaultKind.FeesNotOfForm, dossier, Say(owed), Say(dossier.Fees))];
    }

    /// <summary>The rules of a dossier that was moved since are no longer those that it was answered by.</summary>
    private static bool IsAnsweredByItsOwnRules(IReadOnlyList<HistoryLine> history) =>
        history.All(line => line.Act is not (DossierAct.MoveUnit or DossierAct.MoveVersion));

    private static IEnumerable<DataFault> OfNotices(
        Dossier dossier,
        DossierRules rules,
        IReadOnlyList<HistoryLine> history,
        IReadOnlyDictionary<NoticeKind, int> told,
        IReadOnlyDictionary<NoticeKind, Instant> owedFrom
    )
    {
        if (dossier.Applicant.Email is not { Length: > 0 })
            return [];
        // Before an address was put in, nobody could be written to.
        var known = dossier.Corrections.LastOrDefault(correction => correction.Entries.Any(entry => entry is { Field: CorrectedEntry.Email, Old: "" }))?.At;
        return history
            .Where(line => known is not { } since || OfficeClock.ToLocal(line.At) >= since)
            .Where(line => OwedNotice.To(line.Act, dossier.Channel) is { } owed && line.At >= owedFrom.GetValueOrDefault(owed, Instant.MinValue))
            .Select(line => OwedNotice.To(line.Act, dossier.Channel)!.Value)
            .Concat(Enumerable.Repeat(NoticeKind.DueDateMoved, known is null ? dossier.DatesMoved(rules) : 0))
            .CountBy(kind => kind)
            .Where(owed => told.GetValueOrDefault(owed.Key) < owed.Value)
            .Select(owed => Fault(DataFaultKind.NoticeAbsent, dossier, owed.Key.ToString(), $"{owed.Value}, {told.GetValueOrDefault(owed.Key)}"));
    }

    private static DataFault Fault(DataFaultKind kind, Dossier dossier, string expected, string found) =>
        new(kind, dossier.Id, NameOf(dossier), expected, found);

    private static string Say(IReadOnlyList<FeeCharge> charges) =>
        charges.Count == 0 ? "–" : string.Join("; ", charges.Select(charge => $"{charge.Label} {charge.Quantity} × {charge.UnitPrice}"));

    private static string Say(LocalDateTime? moment) => moment?.ToString("HH:mm:ss.FFFFFF dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "–";
}

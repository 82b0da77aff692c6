using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.DataChecks;

/// <summary>What is wrong with one dossier by what stands in the database: status against history, dates against the ledger, notices owed.</summary>
internal static class DossierFaults
{
    public static IEnumerable<DataFault> Of(Dossier dossier, DossierRules rules, IReadOnlyList<HistoryLine> history, IReadOnlyDictionary<NoticeKind, int> told) =>
        [.. OfStatus(dossier, history), .. OfDates(dossier, rules, history), .. OfNotices(dossier, history, told)];

    public static string NameOf(Dossier dossier) => dossier.Code ?? dossier.Reference;

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

    private static IEnumerable<DataFault> OfDates(Dossier dossier, DossierRules rules, IReadOnlyList<HistoryLine> history)
    {
        var reading = dossier.IsAccepted ? dossier.ReadClock(rules, null) : null;
        if (dossier.StatutoryDue != reading?.StatutoryDue)
            yield return Fault(DataFaultKind.DateNotOfLedger, dossier, Say(reading?.StatutoryDue), Say(dossier.StatutoryDue));
        if (dossier.PromisedDue != reading?.PromisedDue)
            yield return Fault(DataFaultKind.DateNotOfLedger, dossier, Say(reading?.PromisedDue), Say(dossier.PromisedDue));
        if (IsAnsweredByItsOwnRules(history) && AnswerDue(history, rules) is var answer && dossier.AnswerDue != answer)
            yield return Fault(DataFaultKind.DateNotOfLedger, dossier, Say(answer), Say(dossier.AnswerDue));
    }

    /// <summary>By when the answer was owed: counted from each act that owed it with the calendar of its moment, never sooner than before.</summary>
    private static LocalDateTime? AnswerDue(IReadOnlyList<HistoryLine> history, DossierRules rules)
    {
        LocalDateTime? due = null;
        foreach (var line in history.TakeWhile(line => line.Act != DossierAct.Accept).Where(line => line.Act is DossierAct.Submit or DossierAct.Supply))
        {
            var at = OfficeClock.ToLocal(line.At);
            var again = (rules with { Calendar = rules.Calendar.AsKnownAt(at) }).AnswerDue(at);
            due = due > again ? due : again;
        }

        return due;
    }

    /// <summary>The rules of a dossier that was moved since are no longer those that it was answered by.</summary>
    private static bool IsAnsweredByItsOwnRules(IReadOnlyList<HistoryLine> history) => history.All(line => line.Act is not (DossierAct.MoveUnit or DossierAct.MoveVersion));

    private static IEnumerable<DataFault> OfNotices(Dossier dossier, IReadOnlyList<HistoryLine> history, IReadOnlyDictionary<NoticeKind, int> told)
    {
        if (dossier.Applicant.Email is not { Length: > 0 })
            return [];
        return history.Select(line => OwedNotice.To(line.Act)).OfType<NoticeKind>().CountBy(kind => kind)
            .Where(owed => told.GetValueOrDefault(owed.Key) < owed.Value)
            .Select(owed => Fault(DataFaultKind.NoticeAbsent, dossier, owed.Key.ToString(), $"{owed.Value}, {told.GetValueOrDefault(owed.Key)}"));
    }

    private static DataFault Fault(DataFaultKind kind, Dossier dossier, string expected, string found) => new(kind, dossier.Id, NameOf(dossier), expected, found);

    private static string Say(LocalDateTime? moment) => moment?.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "–";
}

using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features.DataChecks;

/// <summary>What is wrong with one dossier by what stands in the database: status against history, dates against the ledger, notices owed.</summary>
internal static class DossierFaults
{
    public static IEnumerable<DataFault> Of(Dossier dossier, DossierRules rules, IReadOnlyList<HistoryLine> history, IReadOnlyDictionary<NoticeKind, int> told) =>
        [.. OfStatus(dossier, history), .. OfDates(dossier, rules), .. OfNotices(dossier, history, told)];

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

    private static IEnumerable<DataFault> OfDates(Dossier dossier, DossierRules rules)
    {
        var reading = dossier.IsAccepted ? dossier.ReadClock(rules, null) : null;
        if (dossier.StatutoryDue != reading?.StatutoryDue)
            yield return Fault(DataFaultKind.DateNotOfLedger, dossier, Say(reading?.StatutoryDue), Say(dossier.StatutoryDue));
        if (dossier.PromisedDue != reading?.PromisedDue)
            yield return Fault(DataFaultKind.DateNotOfLedger, dossier, Say(reading?.PromisedDue), Say(dossier.PromisedDue));
    }

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

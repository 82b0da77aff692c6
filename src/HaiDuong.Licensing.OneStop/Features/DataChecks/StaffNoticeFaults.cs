using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.DataChecks;

/// <summary>A notice to staff or an agency, as it is kept.</summary>
internal sealed record ToldStaff(Guid DossierId, string Key, NoticeKind Kind, Guid? AccountId, Instant OwedAt);

/// <summary>Which notices to staff and agencies a dossier owes and does not have: of open work that was given to somebody, and of its time.</summary>
internal static class StaffNoticeFaults
{
    /// <summary>Longer than the watch of the deadlines ever waits: what changed since may not have been looked at.</summary>
    private static readonly Period Settled = Period.FromHours(1);

    public static IEnumerable<DataFault> Of(
        Dossier dossier,
        IReadOnlyList<HistoryLine> history,
        IReadOnlyList<ToldStaff> told,
        IReadOnlyList<DeadlineWarning> warnings,
        LocalDateTime now
    ) => [.. OfWork(dossier, history, told), .. OfTime(dossier, history, told, warnings, now - Settled)];

    private static IEnumerable<DataFault> OfWork(Dossier dossier, IReadOnlyList<HistoryLine> history, IReadOnlyList<ToldStaff> told)
    {
        foreach (var item in dossier.Work)
        {
            NoticeKind? owed =
                item.Role == StaffRole.ConsultedAgency
                    ? dossier.LinkOf(item) is null
                        ? NoticeKind.OpinionAsked
                        : NoticeKind.OpinionLinkSent
                    : item.AssigneeId is not null
                        ? NoticeKind.WorkAssigned
                        : null;
            if (owed is not { } kind || IsOwnDoing(item, history))
                continue;
            if (
                !told.Any(one =>
                    one.Kind == kind
                    && one.AccountId == (kind == NoticeKind.WorkAssigned ? item.AssigneeId : null)
                    && one.Key.EndsWith($"/{item.StepId}", StringComparison.Ordinal)
                    && OfficeClock.ToLocal(one.OwedAt) >= item.Since
                )
            )
                yield return Fault(dossier, kind, item.Title);
        }
    }

    /// <summary>Nobody is told of work that follows from their own act.</summary>
    private static bool IsOwnDoing(WorkItem item, IReadOnlyList<HistoryLine> history) =>
        item.AssigneeId is { } assignee
        && history.Any(line => line.ActorId == assignee && (OfficeClock.ToLocal(line.At) == item.Since || line.Act is DossierAct.Assign or DossierAct.Claim));

    private static IEnumerable<DataFault> OfTime(
        Dossier dossier,
        IReadOnlyList<HistoryLine> history,
        IReadOnlyList<ToldStaff> told,
        IReadOnlyList<DeadlineWarning> warnings,
        LocalDateTime settled
    )
    {
        if (history.Count > 0 && OfficeClock.ToLocal(history[^1].At) > settled)
            return [];
        var keys = told.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        return warnings
            .Where(warning => warning.Since <= settled && !keys.Contains(warning.KeyOf(dossier)))
            .Select(warning => Fault(dossier, warning.Kind, warning.Step));
    }

    private static DataFault Fault(Dossier dossier, NoticeKind kind, string step) =>
        new(DataFaultKind.StaffNoticeAbsent, dossier.Id, DossierFaults.NameOf(dossier), kind.ToString(), step);
}

using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Sự cố quy trình: the route could not go on by itself after an act. The act is done; an administrator lets the route go on.</summary>
public sealed partial class Dossier
{
    /// <summary>Where the route is held and which fact is missing; empty when it is not.</summary>
    public IReadOnlyList<RouteIncident> Incidents => RouteState?.Held ?? [];

    /// <summary>
    /// Cho quy trình chạy tiếp: tries the held nodes again, with the facts as they are now or with what is missing taken as empty. Refused:
    /// RouteNotHeld, RouteStillHeld.
    /// </summary>
    public IReadOnlyList<Refusal> RetryRoute(bool missingAsEmpty, ActContext act)
    {
        if (WhyNot(DossierAct.RetryRoute, act) is { Count: > 0 } refused)
            return refused;
        IReadOnlyList<string> empty = missingAsEmpty ? [.. Incidents.Select(incident => incident.MissingFact).OfType<string>()] : [];
        var next = RouteRunner.Retry(act.Rules.Route, RouteState!, new FactsWithEmpty(new DossierFacts(this), empty));
        if (next.Held.Count >= Incidents.Count)
            return
            [
                new Refusal(
                    nameof(RefusalCode.RouteStillHeld),
                    null,
                    string.Join(", ", next.Held.Select(incident => incident.MissingFact ?? incident.NodeId).Distinct())
                ),
            ];
        RouteState = next;
        FollowRoute(act);
        Record(DossierAct.RetryRoute, act, note: string.Join("; ", empty.Select(path => $"{path} = \"\"")), asRole: StaffRole.Administrator);
        return [];
    }

    private Refusal[] WhyNotRetry(ActContext act) =>
        !act.Actor.Is(StaffRole.Administrator) ? [new Refusal(nameof(RefusalCode.RouteRetryOnlyAdministrator))]
        : Incidents.Count == 0 || LifeCycle.IsClosed(Status) ? [new Refusal(nameof(RefusalCode.RouteNotHeld))]
        : Status == DossierStatus.WithdrawalAsked ? [new Refusal(nameof(RefusalCode.WithdrawalPending))]
        : [];

    /// <summary>A dossier whose route is held waits for nobody outside: it is registered, received or in process.</summary>
    private DossierStatus StatusWhileHeld() =>
        Status switch
        {
            DossierStatus.Draft => DossierStatus.AwaitingAcceptance,
            DossierStatus.AwaitingAcceptance when IsAccepted => DossierStatus.Accepted,
            DossierStatus.AwaitingSupplement => IsAccepted ? DossierStatus.InProcess : DossierStatus.AwaitingAcceptance,
            DossierStatus.AwaitingPayment => DossierStatus.InProcess,
            _ => Status,
        };

    /// <summary>The facts of a dossier, where those that an administrator takes as empty are.</summary>
    private sealed class FactsWithEmpty(IRouteFacts facts, IReadOnlyList<string> empty) : IRouteFacts
    {
        public string? Value(string path) => facts.Value(path) ?? (empty.Contains(path) ? "" : null);
    }
}

using static HaiDuong.Licensing.Domain.Dossiers.DossierStatus;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>
/// Vòng đời hồ sơ: from which status to which, on one screen. Hard law, so it is code; which step comes next is the route's business.
/// Source: meanings of the ten national codes (one-stop rules §6).
/// </summary>
public static class LifeCycle
{
    private static readonly Dictionary<DossierStatus, DossierStatus[]> Moves = new()
    {
        [Draft] = [AwaitingAcceptance],
        [AwaitingAcceptance] = [Accepted, RefusedAtDoor, AwaitingSupplement, WithdrawalAsked, Stopped],
        [Accepted] = [InProcess, AwaitingSupplement, AwaitingPayment, WithdrawalAsked, Stopped],
        [InProcess] = [AwaitingSupplement, AwaitingPayment, WithdrawalAsked, Stopped, ResultReady],
        [AwaitingSupplement] = [AwaitingAcceptance, InProcess, AwaitingPayment, WithdrawalAsked, Stopped],
        [AwaitingPayment] = [InProcess, AwaitingSupplement, WithdrawalAsked, Stopped],
        [WithdrawalAsked] = [AwaitingAcceptance, Accepted, InProcess, AwaitingSupplement, AwaitingPayment, Stopped],
        [ResultReady] = [Returned],
        [RefusedAtDoor] = [],
        [Stopped] = [],
        [Returned] = [],
    };

    public static bool Allows(DossierStatus from, DossierStatus to) => from == to || Moves[from].Contains(to);

    /// <summary>True when nobody has anything left to do on the dossier.</summary>
    public static bool IsClosed(DossierStatus status) => Moves[status].Length == 0;

    /// <summary>The statuses of dossiers that somebody still has something to do on, after they were submitted.</summary>
    public static IReadOnlyList<DossierStatus> Open { get; } = [.. Moves.Keys.Where(status => status != Draft && !IsClosed(status))];

    /// <summary>True while the applicant may still withdraw: until the result is ready.</summary>
    public static bool MayWithdraw(DossierStatus status) => Moves[status].Contains(WithdrawalAsked);
}

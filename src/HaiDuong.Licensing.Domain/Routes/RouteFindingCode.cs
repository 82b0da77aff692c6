namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>Everything that can be found wrong with a route file (mã phát hiện). The sentences are in <c>RouteFindings.resx</c> under the same names.</summary>
public enum RouteFindingCode
{
    // The file cannot be read.
    TooLarge,
    NotJson,
    NotAFlowchart,
    MissingMember,
    NoActivities,
    TooManyNodes,
    DuplicateId,
    UnknownActivityType,
    ConnectionUnreadable,
    ConnectionToNowhere,
    ScriptRefused,
    ExpressionUnreadable,
    UnknownVariable,
    InputUnreadable,

    // Rules A: the route would lose, double or hang a dossier.
    NoStart,
    SeveralStarts,
    Unreachable,
    OutcomeNotConnected,
    PortNotDeclared,
    PortMissing,
    NothingFollowsEnd,
    JoinMode,
    MergeMode,
    BackIntoJoin,
    BackPastTarget,
    AutomaticCircle,
    Doubled,
    DoubledAtJoin,
    Stuck,
    NeverRuns,
    NoWayOut,
    TooComplex,

    // Advice.
    RoleMissing,
    InputUnknown,
    ForkPortNeverFollowed,
    ElsaDefaultLoopHead,
    ElsaDefaultLoopInside,
}

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>What completing a step did (bước chuyển): the new state and what began and ceased to wait; or why nothing changed.</summary>
public sealed record RouteMove
{
    public required RouteState State { get; init; }

    public bool Accepted => Refusal is null;

    /// <summary>Why nothing changed; null when the move was made.</summary>
    public RouteRefusal? Refusal { get; init; }

    /// <summary>Set with <see cref="RouteRefusal.Incident"/>: what has to be put right first.</summary>
    public RouteIncident? Incident { get; init; }

    /// <summary>Steps that wait now and did not before.</summary>
    public IReadOnlyList<WaitingStep> Started { get; init; } = [];

    /// <summary>Steps that no longer wait: the completed one first, then those an end withdrew.</summary>
    public IReadOnlyList<WaitingStep> Ended { get; init; } = [];
}

/// <summary>Why a step was not completed (lý do từ chối).</summary>
public enum RouteRefusal
{
    /// <summary>No such step waits: it was done, withdrawn or not reached.</summary>
    StepDoesNotWait,

    /// <summary>The step has no such outcome.</summary>
    UnknownOutcome,

    /// <summary>The route cannot go on by itself; the step stays.</summary>
    Incident,
}

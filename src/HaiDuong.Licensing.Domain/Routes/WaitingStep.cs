namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A step that waits for a person (bước đang chờ).</summary>
/// <param name="StepId">Id of the step in its route.</param>
/// <param name="Round">How many times the dossier has come to this step, this time included: 1 for the first.</param>
public sealed record WaitingStep(string StepId, int Round);

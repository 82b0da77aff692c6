namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>A step that a person does (bước xử lý): who, how long, how it may end.</summary>
/// <param name="Id">Id of the activity, unique in the route.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Title">Vietnamese title shown to people.</param>
/// <param name="Role">Role that does the step; null when the file names none.</param>
/// <param name="Unit">Unit (phòng, ban) that does the step; null: any unit.</param>
/// <param name="Budget">Time it may take; null: no limit of its own.</param>
/// <param name="NationalStatus">National status code 1–10 while the step waits.</param>
/// <param name="Outcomes">Declared outcomes; for a plain human task without the input <c>outcomes</c>, the connected ones.</param>
/// <param name="Name">Input <c>step</c> of a plain human task, otherwise the id. Several steps may share a name.</param>
/// <param name="Agency">Agency that is asked or receives the dossier.</param>
/// <param name="HasOpenOutcomes">True for a plain human task whose outcomes the file does not declare.</param>
public sealed record RouteStep(
    string Id,
    StepKind Kind,
    string Title,
    string? Role,
    string? Unit,
    StepBudget? Budget,
    int? NationalStatus,
    IReadOnlyList<string> Outcomes,
    string Name,
    string? Agency = null,
    bool HasOpenOutcomes = false
)
{
    /// <summary>True if the step may end with this outcome. A plain task that nothing follows takes any outcome and ends its branch.</summary>
    public bool Takes(string outcome) => (HasOpenOutcomes && Outcomes.Count == 0) || Outcomes.Contains(outcome);
}

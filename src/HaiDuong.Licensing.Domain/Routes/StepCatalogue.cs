using System.Collections.Frozen;

namespace HaiDuong.Licensing.Domain.Routes;

/// <summary>
/// What is known of each step kind (danh mục loại bước): its outcomes and the national status of a dossier that waits there (QĐ 31/2021, ten codes).
/// </summary>
public static class StepCatalogue
{
    public const string TypePrefix = "HaiDuong.";
    private const int InProcess = 4;

    private static readonly FrozenDictionary<StepKind, Entry> Entries = new Dictionary<StepKind, Entry>
    {
        [StepKind.ReceiveDossier] = new(1, ["Accepted", "Supplement", "Refused"]),
        [StepKind.AssignDossier] = new(2, ["Done"]),
        [StepKind.AppraiseDossier] = new(InProcess, ["Done", "Supplement"]),
        [StepKind.RequestSupplement] = new(5, ["Supplied", "Expired"]),
        [StepKind.ConsultAgency] = new(InProcess, ["Done"]),
        [StepKind.InspectSite] = new(InProcess, ["Done"]),
        [StepKind.CollectFee] = new(6, ["Paid", "Waived"]),
        [StepKind.DraftResult] = new(InProcess, ["Done"]),
        [StepKind.ReviewDraft] = new(InProcess, ["Approved", "SendBack"]),
        [StepKind.SignResult] = new(InProcess, ["Signed", "SendBack"]),
        [StepKind.IssueResult] = new(InProcess, ["Issued"]),
        [StepKind.ReturnResult] = new(9, ["Returned"]),
        [StepKind.ForwardToAuthority] = new(InProcess, ["Done"]),
        [StepKind.StopProcessing] = new(8, ["Done"]),
        [StepKind.HumanTask] = new(InProcess, []),
    }.ToFrozenDictionary();

    /// <summary>Names of the inputs that a step reads.</summary>
    public static IReadOnlyList<string> Inputs { get; } =
    ["title", "role", "unit", "budgetHours", "budgetShare", "nationalStatus", "outcomes", "agency", "step"];

    /// <summary>Outcomes that a step of this kind has unless its input <c>outcomes</c> says otherwise; none for a plain human task.</summary>
    public static IReadOnlyList<string> Outcomes(StepKind kind) => Entries[kind].Outcomes;

    /// <summary>National status code (1–10) shown while a step of this kind waits.</summary>
    public static int NationalStatus(StepKind kind) => Entries[kind].NationalStatus;

    /// <summary>The kind behind an activity type such as <c>HaiDuong.SignResult</c>, or null if the type is not one of ours.</summary>
    public static StepKind? KindOf(string activityType) =>
        activityType.StartsWith(TypePrefix, StringComparison.Ordinal)
        && Enum.TryParse<StepKind>(activityType[TypePrefix.Length..], out var kind)
        && Enum.IsDefined(kind)
            ? kind
            : null;

    private sealed record Entry(int NationalStatus, IReadOnlyList<string> Outcomes);
}

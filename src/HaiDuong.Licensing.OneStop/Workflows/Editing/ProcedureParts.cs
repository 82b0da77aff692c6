using System.Text.Json.Nodes;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>Phần của thủ tục: so much of a procedure's document as one page edits.</summary>
/// <param name="Key">What its address calls it.</param>
/// <param name="Roots">The paths of what is on the page; of the letters their files.</param>
public sealed record ProcedurePart(string Key, IReadOnlyList<string> Roots)
{
    /// <summary>The words that it is called by: a section of a form is called like every other.</summary>
    public string Word => EditedPath.OfItem(Key) is var (list, _) ? list : Key;

    public bool Covers(string path) =>
        Roots.Any(root => path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || path[root.Length] is '.' or '['));
}

/// <summary>Divides a procedure's document into pages, none of them longer than a person oversees.</summary>
public static class ProcedureParts
{
    public const string Letters = "letters";
    public const string General = "general";

    /// <summary>What is not typed on a page: the name of the folder, and the day, which is said when the version is published.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["slug", "inForceFrom"];

    private static readonly string[] OfForm = ["name", "rules", "source", "doubt", "remark", "verified"];

    private static readonly ProcedurePart[] BeforeForm =
    [
        new(
            General,
            [
                "name",
                "shortName",
                "request",
                "code",
                "codeStatus",
                "catalogueId",
                "cat46",
                "field",
                "divisionKey",
                "routeId",
                "sets",
                "onlineLevel",
                "hidesApplicant",
                "denouncedField",
                "inForce",
                "inForceTo",
                "succession",
            ]
        ),
        new("papers", ["papers"]),
        new("terms", ["terms", "firstCheck", "noticeBefore"]),
        new("fees", ["feeLines"]),
        new("checks", ["checks", "refusalGrounds"]),
        new("eligible", ["eligible", "questions"]),
        new("law", ["legalBasis", "sources"]),
        new("agencies", ["consultedAgencies"]),
        new("result", ["result"]),
        new("licence", ["licence", "places"]),
        new(Letters, ["result.md", "refusal.md"]),
    ];

    /// <summary>All parts of a document, each section of its forms one of its own.</summary>
    public static IReadOnlyList<ProcedurePart> Of(ProcedureDocument document) =>
        [.. BeforeForm, .. OfOne(document, "form"), .. document.Find("inspectionForm") is null ? [] : OfOne(document, "inspectionForm")];

    public static ProcedurePart? Find(ProcedureDocument document, string key) => Of(document).FirstOrDefault(part => part.Key == key);

    private static IEnumerable<ProcedurePart> OfOne(ProcedureDocument document, string form) =>
        (document.Find($"{form}.sections") as JsonArray ?? [])
            .Select((_, index) => EditedPath.Item($"{form}.sections", index))
            .Select(section => new ProcedurePart(section, [section]))
            .Prepend(new ProcedurePart(form, [.. OfForm.Select(member => $"{form}.{member}")]));
}

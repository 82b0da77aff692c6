using System.Text.Json.Nodes;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows.Editing;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>One value of a draft as the partial <c>_Edited</c> writes it, with all below it.</summary>
public sealed record EditedView(EditedPage Page, string Path, EditedShape Shape)
{
    /// <summary>How the names of the controls begin, so that none is taken for a value of the page.</summary>
    public const string Prefix = "doc.";

    private const int LongLine = 60;

    public string Name => Prefix + Path;

    public JsonNode? Value => Page.Document.Find(Path);

    public string Shown => EditedText.Show(Shape, Value);

    public bool IsPresent => Value is not null;

    /// <summary>The members of a group, those about its source apart.</summary>
    public IEnumerable<EditedView> Members(bool ofFact) =>
        EditedShape
            .Of(Shape.Type)
            .Where(member => member.IsOfFact == ofFact)
            .Select(member => new EditedView(Page, EditedPath.Member(Path, member.Member), member));

    /// <summary>The rows of a list.</summary>
    public IEnumerable<EditedView> Rows =>
        (Value as JsonArray ?? []).Select((_, index) => new EditedView(Page, EditedPath.Item(Path, index), Shape with { Kind = EditedKind.Group }));

    /// <summary>The path of the row that a button adds.</summary>
    public string NextRow => EditedPath.Item(Path, (Value as JsonArray)?.Count ?? 0);

    /// <summary>The path of a row that a button moves.</summary>
    public string Moved(int by) => EditedPath.OfItem(Path) is var (list, index) ? EditedPath.Item(list, Math.Max(0, index + by)) : Path;

    /// <summary>Whether the page shows it open: it is new, or something below it is wrong.</summary>
    public bool IsOpen => Page.Opened == Path || Page.Findings.Any(finding => finding.Path.StartsWith(Path, StringComparison.Ordinal));

    /// <summary>What is wrong with a list or a group as a whole; of a value its control says it.</summary>
    public IEnumerable<DraftFinding> Own => Page.Findings.Where(finding => finding.Path == Path && !finding.IsAdvice);

    public IReadOnlyList<FieldChoice> Choices => Page.ChoicesOf(this);

    /// <summary>A text that a control of one line would break.</summary>
    public bool IsLong =>
        Shape.Kind is EditedKind.Multiline or EditedKind.Lines or EditedKind.Pairs || Shown.Length > LongLine || Shown.Contains('\n', StringComparison.Ordinal);
}

/// <summary>What all values of a page have in common.</summary>
/// <param name="Document">The draft.</param>
/// <param name="Findings">What the checker says of it.</param>
/// <param name="Words">What its members are called.</param>
/// <param name="Known">What members that name something else may name, by <c>Record.member</c>.</param>
/// <param name="Opened">The row that was just added or moved.</param>
/// <param name="Address">The page.</param>
public sealed record EditedPage(
    ProcedureDocument Document,
    IReadOnlyList<DraftFinding> Findings,
    MemberWords Words,
    IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> Known,
    string? Opened,
    string Address
)
{
    /// <summary>Where a button sends the form that leaves a value at a path, so that the page comes back with it in sight.</summary>
    public string At(string path) => $"{Address}#{FieldId.Of(EditedView.Prefix + path)}";

    /// <summary>What may be chosen, with what stands there though it may not.</summary>
    public IReadOnlyList<FieldChoice> ChoicesOf(EditedView view)
    {
        IReadOnlyList<FieldChoice> choices = view.Shape.Kind switch
        {
            EditedKind.YesNo when view.Shape.Required => [new("true", Words["Yes"]), new("false", Words["No"])],
            EditedKind.YesNo => [new("", Words["Default"]), new("true", Words["Yes"]), new("false", Words["No"])],
            EditedKind.Choice or EditedKind.Choices => [.. view.Shape.Options.Select(value => new FieldChoice(value, Words.Option(view.Shape.Type, value)))],
            _ => Known.GetValueOrDefault(view.Shape.Word) ?? FieldsOf(view),
        };
        return choices.Count == 0 || view.Shape.Kind == EditedKind.Choices || view.Shown.Length == 0 || choices.Any(choice => choice.Value == view.Shown)
            ? choices
            : [.. choices, new FieldChoice(view.Shown, view.Shown)];
    }

    /// <summary>The values that the field of a condition may have.</summary>
    public string? ValuesOf(EditedView view)
    {
        if (view.Shape.Word != "FormCondition.in" || Document.Shown(EditedPath.Member(EditedPath.Around(view.Path), "field")) is not { Length: > 0 } key)
            return null;
        var options = Fields().FirstOrDefault(field => (field["key"] as JsonValue)?.ToString() == key)?["options"] as JsonArray;
        var said = (options ?? []).OfType<JsonObject>().Select(option => $"{option["value"]} ({Words.Shown($"{option["label"]}")})").ToList();
        return said.Count == 0 ? null : Words["ValuesOf", string.Join("; ", said)];
    }

    /// <summary>The fields of the form, and of the row, that a condition may look at.</summary>
    private IReadOnlyList<FieldChoice> FieldsOf(EditedView view) =>
        view.Shape.Word is not ("FormCondition.field" or "FeeLine.countedBy" or "NoticeBefore.eventField" or "Procedure.denouncedField")
            ? []
            :
            [
                .. Fields()
                    .Where(field => Fits(view.Shape.Word, $"{field["type"]}"))
                    .Select(field => new FieldChoice($"{field["key"]}", $"{Words.Shown($"{field["label"]}")} ({field["key"]})"))
                    .DistinctBy(choice => choice.Value),
            ];

    private static bool Fits(string word, string type) =>
        word switch
        {
            "FeeLine.countedBy" => type == "integer",
            "NoticeBefore.eventField" => type == "dateTime",
            "FormCondition.field" => type is "choice" or "multiChoice" or "yesNo",
            _ => true,
        };

    private IEnumerable<JsonObject> Fields() =>
        ((string[])["form.sections", "inspectionForm.sections"])
            .SelectMany(path => (Document.Find(path) as JsonArray ?? []).OfType<JsonObject>())
            .SelectMany(section =>
                (section["fields"] as JsonArray ?? []).Concat((section["rows"] as JsonObject)?["fields"] as JsonArray ?? []).OfType<JsonObject>()
            );
}

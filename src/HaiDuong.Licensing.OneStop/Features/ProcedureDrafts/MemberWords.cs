using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>What administrators call the members of a procedure's document: by record and member, else by the member alone.</summary>
public sealed class MemberWords(IStringLocalizerFactory localizers, ProcedureCatalogue catalogue)
{
    private readonly IStringLocalizer words = localizers.Create(typeof(MemberWords).FullName!, typeof(MemberWords).Assembly.GetName().Name!);

    public string Label(EditedShape shape) => Find($"{shape.Owner.Name}.{shape.Member}") ?? Find(shape.Member) ?? shape.Member;

    public string? Hint(EditedShape shape) =>
        Find($"Hint.{shape.Owner.Name}.{shape.Member}")
        ?? Find($"Hint.{shape.Member}")
        ?? (shape.Kind is EditedKind.Lines or EditedKind.Pairs ? Find($"Hint.{shape.Kind}") : null);

    /// <summary>One of the words that may be chosen.</summary>
    public string Option(Type choices, string value) => Find($"{choices.Name}.{value}") ?? value;

    public string Part(ProcedurePart part) => Find($"Part.{part.Word}") ?? part.Key;

    public string this[string key, params object[] args] => words[key, args];

    /// <summary>A finding as the field says it: what cannot be read shows how it is written.</summary>
    public string Finding(DraftFinding finding) =>
        finding.Problem.Code switch
        {
            "MemberMissing" when EditedPath.ShapeAt(finding.Path) is { } shape => words["Missing", Label(shape)],
            "MemberWrongType" when EditedPath.ShapeAt(finding.Path) is { } shape && Find($"Unread.{shape.Kind}") is { } sentence => sentence,
            _ => finding.Problem.Sentence(),
        };

    /// <summary>The place of a value in words: the lists it is in by the names of their rows.</summary>
    public string Place(ProcedureDocument document, string path)
    {
        List<string> said = [];
        for (var at = path; at.Length > 0; at = EditedPath.Around(at))
        {
            if (EditedPath.OfItem(at) is not null)
                said.Add(NameOf(document, at));
            else if (EditedPath.ShapeAt(at) is { } shape)
                said.Add(Label(shape));
        }

        said.Reverse();
        return said.Count == 0 ? path : string.Join(" › ", said);
    }

    /// <summary>What a row is called: its name, title, text or key, else its number.</summary>
    public string NameOf(ProcedureDocument document, string row)
    {
        foreach (var member in (string[])["name", "label", "title", "text", "message", "key", "value"])
        {
            if (document.Shown($"{row}.{member}") is { Length: > 0 } said)
                return catalogue.Shown(said) is { Length: > 90 } longer ? $"{longer[..88]}…" : catalogue.Shown(said);
        }

        return words["Row", (EditedPath.OfItem(row)?.Index ?? 0) + 1];
    }

    /// <summary>A text of the procedure as its reader is shown it.</summary>
    public string Shown(string text) => catalogue.Shown(text);

    /// <summary>The language of a value where that is not the reader's: what is chosen has words.</summary>
    public static string? LanguageOf(string path) =>
        EditedPath.ShapeAt(path) is { Kind: EditedKind.YesNo or EditedKind.Choice or EditedKind.Choices } ? null : "vi";

    /// <summary>A value as it is told: of what is chosen its words.</summary>
    public string Said(string path, string shown) =>
        EditedPath.ShapeAt(path) is not { } shape ? shown
        : shape.Kind == EditedKind.YesNo ? words[shown == "true" ? "Yes" : "No"]
        : shape.Kind is EditedKind.Choice or EditedKind.Choices
            ? string.Join(", ", shown.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => Option(shape.Type, value)))
        : shown;

    private string? Find(string key) => words[key] is { ResourceNotFound: false } found ? found.Value : null;
}

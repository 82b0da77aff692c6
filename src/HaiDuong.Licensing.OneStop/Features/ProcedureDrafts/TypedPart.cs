using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.OneStop.Workflows.Editing;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>What a form of one part brings back.</summary>
/// <param name="Key">The part.</param>
/// <param name="Began">The part as it was saved when the form was opened (<see cref="TypedPart.Text"/>).</param>
/// <param name="Shown">The part as the form shows it, with rows that nobody has saved yet; null where it is as it was saved.</param>
/// <param name="Typed">What stands in a control; null for what the form did not ask.</param>
/// <param name="Command">The button that changes rows (<see cref="EditCommand"/>); null for the one that saves.</param>
public sealed record SentPart(string Key, string? Began, string? Shown, Func<string, string?> Typed, string? Command);

/// <summary>
/// A draft with what was typed into a part of it. Who saved another part in the meantime is in nobody's way; whoever saved this one is told of, and what
/// was typed stands over what the form began with.
/// </summary>
/// <param name="Key">The part: a section of a form by where it stands now.</param>
/// <param name="Files">The draft with what was typed.</param>
/// <param name="IsTouched">Whether somebody has saved this part since the form was opened.</param>
/// <param name="Theirs">What somebody changed in it.</param>
/// <param name="Opened">The row that the page then opens.</param>
public sealed record TypedPart(string Key, IReadOnlyDictionary<string, string> Files, bool IsTouched, IReadOnlyList<ProcedureChange> Theirs, string? Opened)
{
    /// <summary>A part as the form carries it.</summary>
    public static string Text(IReadOnlyDictionary<string, string> files, ProcedurePart part) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(Take(files, ProcedureDocument.Parse(files[DraftFiles.Document]), part)));

    /// <summary>Null where there is no such part.</summary>
    public static TypedPart? Read(IReadOnlyDictionary<string, string> files, SentPart sent)
    {
        var document = ProcedureDocument.Parse(files[DraftFiles.Document]);
        var (began, shown) = (Parsed(sent.Began), Parsed(sent.Shown));
        var key = began is null ? sent.Key : PlaceOf(document, sent.Key, began[sent.Key]);
        if (key != sent.Key)
            (began, shown) = (Moved(began!, sent.Key, key), shown is null ? null : Moved(shown, sent.Key, key));
        var isNew = EditedPath.OfItem(key) is not null && document.Find(key) is null;
        if (isNew)
            document.Put(key, (shown ?? began)?[key]);
        if (ProcedureParts.Find(document, key) is not { } part)
            return null;
        var isTouched = isNew || (began is not null && !JsonNode.DeepEquals(began, Take(files, document, part)));
        IReadOnlyList<ProcedureChange> theirs = isTouched && !isNew ? Between(files, part, began!) : [];
        files = Put(files, document, part, shown ?? (isTouched ? began : null));
        var typed = sent.Key == key ? sent.Typed : path => sent.Typed(path.StartsWith(key, StringComparison.Ordinal) ? sent.Key + path[key.Length..] : path);
        foreach (var root in part.Roots)
        {
            if (part.Key == ProcedureParts.Letters)
                files = TypeLetter(files, root, typed(root));
            else
                document.Type(root, typed);
        }

        var opened = sent.Command is { Length: > 0 } command ? EditCommand.Do(document, command) : null;
        return new TypedPart(key, DraftFiles.With(files, document), isTouched, theirs, opened);
    }

    private static JsonObject Take(IReadOnlyDictionary<string, string> files, ProcedureDocument document, ProcedurePart part) =>
        new(
            part.Roots.Select(root =>
                KeyValuePair.Create(
                    root,
                    part.Key == ProcedureParts.Letters
                        ? JsonValue.Create(files.GetValueOrDefault(root)?.ReplaceLineEndings("\n"))
                        : document.Find(root)?.DeepClone()
                )
            )
        );

    private static JsonObject? Parsed(string? text)
    {
        try
        {
            return text is { Length: > 0 } ? JsonNode.Parse(Convert.FromBase64String(text)) as JsonObject : null;
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Where a section of a form stands now, by its key; after the last one where it is gone.</summary>
    private static string PlaceOf(ProcedureDocument document, string key, JsonNode? began)
    {
        if (EditedPath.OfItem(key) is not var (list, _) || Key(began) is not { } name || Key(document.Find(key)) == name)
            return key;
        var now = document.Find(list) as JsonArray ?? [];
        var at = now.Select(Key).ToList().IndexOf(name);
        return EditedPath.Item(list, at < 0 ? now.Count : at);

        static string? Key(JsonNode? section) => (section as JsonObject)?["key"]?.ToString();
    }

    private static JsonObject Moved(JsonObject part, string from, string to) => new([KeyValuePair.Create(to, part[from]?.DeepClone())]);

    private static IReadOnlyList<ProcedureChange> Between(IReadOnlyDictionary<string, string> files, ProcedurePart part, JsonObject began)
    {
        if (part.Key == ProcedureParts.Letters)
            return
            [
                .. part.Roots.Where(file => $"{began[file]}" != files[file].ReplaceLineEndings("\n")).Select(file => new ProcedureChange(file, null, null)),
            ];
        var before = ProcedureDocument.Parse(files[DraftFiles.Document]);
        Put(files, before, part, began);
        return ProcedureChanges.Of(before, ProcedureDocument.Parse(files[DraftFiles.Document]));
    }

    private static IReadOnlyDictionary<string, string> Put(
        IReadOnlyDictionary<string, string> files,
        ProcedureDocument document,
        ProcedurePart part,
        JsonObject? value
    )
    {
        foreach (var root in value is null ? [] : part.Roots)
        {
            if (part.Key != ProcedureParts.Letters)
                document.Put(root, value![root]);
            else if (value![root] is JsonValue text)
                files = DraftFiles.With(files, root, text.ToString());
        }

        return files;
    }

    private static IReadOnlyDictionary<string, string> TypeLetter(IReadOnlyDictionary<string, string> files, string file, string? typed) =>
        typed?.ReplaceLineEndings("\n") is { } text && text.Trim() != files.GetValueOrDefault(file)?.ReplaceLineEndings("\n").Trim()
            ? DraftFiles.With(files, file, text)
            : files;
}

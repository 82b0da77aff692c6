using System.Text.Json.Nodes;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>What is otherwise in one of two documents.</summary>
/// <param name="Path">The place, in the later document; in the earlier one of what is gone.</param>
/// <param name="Before">As it was, as a person types it; null where it was not there.</param>
/// <param name="After">As it is; null where it is gone.</param>
public sealed record ProcedureChange(string Path, string? Before, string? After);

/// <summary>
/// So sánh hai phiên bản: value by value. Rows are the same that have one key, wherever they stand; without keys those with one number.
/// </summary>
public static class ProcedureChanges
{
    public static IReadOnlyList<ProcedureChange> Of(ProcedureDocument before, ProcedureDocument after) =>
        [.. Members(typeof(Domain.Procedures.Procedure), before, "", after, "")];

    private static IEnumerable<ProcedureChange> Members(Type record, ProcedureDocument before, string old, ProcedureDocument after, string young) =>
        EditedShape.Of(record).SelectMany(shape => Member(shape, before, EditedPath.Member(old, shape.Member), after, EditedPath.Member(young, shape.Member)));

    private static IEnumerable<ProcedureChange> Member(EditedShape shape, ProcedureDocument before, string old, ProcedureDocument after, string young)
    {
        if (JsonNode.DeepEquals(before.Find(old), after.Find(young)))
            return [];
        return shape.Kind switch
        {
            EditedKind.Group => Members(shape.Type, before, old, after, young),
            EditedKind.Rows => Rows(shape, before, old, after, young),
            _ => [new ProcedureChange(young, Said(shape, before.Find(old)), Said(shape, after.Find(young)))],
        };
    }

    private static IEnumerable<ProcedureChange> Rows(EditedShape shape, ProcedureDocument before, string old, ProcedureDocument after, string young)
    {
        var (was, now) = (Keyed(before, old), Keyed(after, young));
        foreach (var (key, path) in was.Where(row => !now.ContainsKey(row.Key)))
            yield return new ProcedureChange(path, key, null);
        foreach (var (key, path) in now)
        {
            if (!was.TryGetValue(key, out var earlier))
                yield return new ProcedureChange(path, null, key);
            foreach (var change in Members(shape.Type, before, earlier ?? "", after, path).Where(_ => earlier is not null))
                yield return change;
        }

        if (was.Keys.Where(now.ContainsKey).SequenceEqual(now.Keys.Where(was.ContainsKey)))
            yield break;
        yield return new ProcedureChange(young, string.Join(", ", was.Keys), string.Join(", ", now.Keys));
    }

    private static OrderedDictionary<string, string> Keyed(ProcedureDocument document, string list)
    {
        var rows = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < ((document.Find(list) as JsonArray)?.Count ?? 0); index++)
        {
            var path = EditedPath.Item(list, index);
            var key = document.Shown($"{path}.key") is { Length: > 0 } said ? said : document.Shown($"{path}.value");
            rows.TryAdd(key.Length > 0 && !rows.ContainsKey(key) ? key : $"{index + 1}", path);
        }

        return rows;
    }

    private static string? Said(EditedShape shape, JsonNode? value) => value is null ? null : EditedText.Show(shape, value);
}

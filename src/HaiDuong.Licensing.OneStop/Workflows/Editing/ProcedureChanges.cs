using System.Text.Json.Nodes;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>What is otherwise in one of two documents.</summary>
/// <param name="Path">The place, in the later document; in the earlier one of what is gone.</param>
/// <param name="Before">As it was, as a person types it; null where it was not there.</param>
/// <param name="After">As it is; null where it is gone.</param>
public sealed record ProcedureChange(string Path, string? Before, string? After);

/// <summary>
/// So sánh hai phiên bản: change by change as a person counts them. A row or a group that came or went is one, whatever it holds; a list in another order
/// is one. Rows are the same that have one key, wherever they stand; without keys those that say the same, then those that stand between the same ones.
/// </summary>
public static class ProcedureChanges
{
    public static IReadOnlyList<ProcedureChange> Of(ProcedureDocument before, ProcedureDocument after) =>
        [.. Members(typeof(Domain.Procedures.Procedure), before, "", after, "")];

    private static IEnumerable<ProcedureChange> Members(Type record, ProcedureDocument before, string old, ProcedureDocument after, string young) =>
        EditedShape.Of(record).SelectMany(shape => Member(shape, before, EditedPath.Member(old, shape.Member), after, EditedPath.Member(young, shape.Member)));

    private static IEnumerable<ProcedureChange> Member(EditedShape shape, ProcedureDocument before, string old, ProcedureDocument after, string young)
    {
        var (was, now) = (before.Find(old), after.Find(young));
        if (JsonNode.DeepEquals(was, now) || (IsNothing(was) && IsNothing(now)))
            return [];
        return shape.Kind switch
        {
            EditedKind.Group when was is not null && now is not null => Members(shape.Type, before, old, after, young),
            EditedKind.Group => [new ProcedureChange(was is null ? young : old, Told(shape.Type, was), Told(shape.Type, now))],
            EditedKind.Rows => Rows(shape, before, old, after, young),
            _ => [new ProcedureChange(young, Said(shape, was), Said(shape, now))],
        };
    }

    private static IEnumerable<ProcedureChange> Rows(EditedShape shape, ProcedureDocument before, string old, ProcedureDocument after, string young)
    {
        var (was, now) = (before.Find(old) as JsonArray ?? [], after.Find(young) as JsonArray ?? []);
        var pairs = EditedRows.Pair(was, now);
        for (var index = 0; index < was.Count; index++)
        {
            if (!pairs.ContainsValue(index))
                yield return new ProcedureChange(EditedPath.Item(old, index), NameOf(was, index), null);
        }

        for (var index = 0; index < now.Count; index++)
        {
            if (!pairs.TryGetValue(index, out var earlier))
                yield return new ProcedureChange(EditedPath.Item(young, index), null, NameOf(now, index));
            else
                foreach (var change in Members(shape.Type, before, EditedPath.Item(old, earlier), after, EditedPath.Item(young, index)))
                    yield return change;
        }

        var kept = pairs.OrderBy(pair => pair.Key).Select(pair => pair.Value).ToList();
        if (!kept.SequenceEqual(kept.Order()))
            yield return new ProcedureChange(young, Names(was, kept.Order()), Names(was, kept));
    }

    private static string Names(JsonArray rows, IEnumerable<int> order) => string.Join(", ", order.Select(index => NameOf(rows, index)));

    private static string NameOf(JsonArray rows, int index) => EditedRows.KeyOf(rows[index]) ?? Told(null, rows[index]) ?? "";

    private static bool IsNothing(JsonNode? value) => value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    /// <summary>What a group says, in one line; that nobody has compared it with the law yet is no word of it.</summary>
    private static string? Told(Type? record, JsonNode? value) =>
        value switch
        {
            null => null,
            JsonObject members => string.Join(
                "; ",
                members
                    .Where(member => member.Key is not ("verified" or "source" or "doubt" or "remark"))
                    .Select(member =>
                        record is not null && EditedShape.Of(record).FirstOrDefault(shape => shape.Member == member.Key) is { } shape
                            ? shape.Kind is EditedKind.Group or EditedKind.Rows
                                ? Told(shape.Type, member.Value)
                                : Said(shape, member.Value)
                            : Told(null, member.Value)
                    )
            ),
            JsonArray rows => string.Join(", ", rows.Select(row => Told(record, row))),
            _ => value.ToString(),
        };

    private static string? Said(EditedShape shape, JsonNode? value) => value is null ? null : EditedText.Show(shape, value);
}

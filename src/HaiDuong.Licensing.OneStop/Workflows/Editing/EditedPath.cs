using System.Globalization;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>The place of a value in a procedure's document, such as <c>papers[2].name</c>, as findings name it.</summary>
public static class EditedPath
{
    public static string Member(string around, string name) => around.Length == 0 ? name : $"{around}.{name}";

    public static string Item(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    /// <summary>The list and the number of an item; null when the path does not end with an item.</summary>
    public static (string List, int Index)? OfItem(string path)
    {
        var open = path.LastIndexOf('[');
        return open > 0 && path.EndsWith(']') && int.TryParse(path[(open + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (path[..open], index)
            : null;
    }

    /// <summary>The value at a path; null where there is none.</summary>
    public static JsonNode? Find(JsonNode? root, string path)
    {
        foreach (var step in Steps(path))
            root = step.Index is { } index
                ? root is JsonArray list && index < list.Count
                    ? list[index]
                    : null
                : root is JsonObject record
                    ? record[step.Name]
                    : null;
        return root;
    }

    /// <summary>What the record says of the value at a path; an item of a list is a group of its own. Null where there can be none.</summary>
    public static EditedShape? ShapeAt(string path)
    {
        var type = typeof(Procedure);
        EditedShape? shape = null;
        foreach (var step in Steps(path))
        {
            shape = step.Index is null
                ? type is null
                    ? null
                    : EditedShape.Of(type).FirstOrDefault(one => one.Member == step.Name)
                : shape?.Kind == EditedKind.Rows
                    ? shape with
                    {
                        Kind = EditedKind.Group,
                    }
                    : null;
            if (shape is null)
                return null;
            type = shape.Kind is EditedKind.Group or EditedKind.Rows ? shape.Type : null;
        }

        return shape;
    }

    /// <summary>The path around a value; empty at the top.</summary>
    public static string Around(string path) => path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];

    private static IEnumerable<(string Name, int? Index)> Steps(string path)
    {
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split('[');
            yield return (pieces[0], null);
            foreach (var piece in pieces.Skip(1))
                yield return ("", int.TryParse(piece.TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue);
        }
    }
}
